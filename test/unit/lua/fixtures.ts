// Reads rule fixtures: Lua files that say on each offending line which rules must find something there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckOptions, checkPlugin, type Finding } from '../../../src/lua/check';
import { rules } from '../../../src/lua/ruleList';
import { english } from '../../../src/text';

export const fixtureFolder = join(process.cwd(), 'test', 'fixtures', 'lua');

export interface Fixture {
  /** `no-timers/aliased` */
  readonly name: string;
  readonly rule: string;
  readonly handler?: string;
  readonly schema?: string;
  /** The schema in use. */
  readonly remote?: string;
}

/** `x.handler.lua`, `x.schema.lua` and `x.remote.lua` are one fixture; a bare `x.lua` is a handler. */
export function readFixtures(): Fixture[] {
  const fixtures = new Map<string, Fixture>();
  for (const rule of readdirSync(fixtureFolder).sort()) {
    for (const file of readdirSync(join(fixtureFolder, rule)).sort()) {
      if (!file.endsWith('.lua')) continue;
      const name = `${rule}/${file.replace(/(?:\.(?:handler|schema|remote))?\.lua$/, '')}`;
      const part = /\.(schema|remote)\.lua$/.exec(file)?.[1] ?? 'handler';
      const text = readFileSync(join(fixtureFolder, rule, file), 'utf8');
      fixtures.set(name, { ...(fixtures.get(name) ?? { name, rule }), [part]: text });
    }
  }
  return [...fixtures.values()];
}

/** `line: rule`, 1-based, sorted; `=severity` follows where it is not the rule's own. */
export function expected(text: string | undefined): string[] {
  const marks = (text ?? '').split(/\r\n?|\n/).flatMap((line, at) => {
    const match = /-- expect(?:@([+-]\d+))?: ([\w,= -]+)/.exec(line);
    const names = match?.[2]?.split(',') ?? [];
    return names.map((name) => `${at + 1 + Number(match?.[1] ?? 0)}: ${name.trim()}`);
  });
  return marks.sort();
}

export function found(findings: readonly Finding[]): string[] {
  return findings
    .map(({ rule, range, severity }) => {
      const isOwn = rules.find(({ name }) => name === rule)?.severity === severity;
      return `${range.start.line + 1}: ${rule}${isOwn ? '' : `=${severity}`}`;
    })
    .sort();
}

/** `-- options: name=x sandbox=lax gateway=3.10 pad=102401 files=a.lua,b.lua` in either file; `pad` makes it that many bytes long. */
export function checkFixture({ handler, schema, remote }: Fixture): ReturnType<typeof checkPlugin> {
  const line = /^-- options: (.*)$/m.exec(`${schema ?? ''}\n${handler ?? ''}`)?.[1] ?? '';
  const given = new Map(line.split(/\s+/).map((pair) => pair.split('=') as [string, string]));
  const [name, sandbox, gateway] = ['name', 'sandbox', 'gateway'].map((key) => given.get(key));
  const size = Number(given.get('pad') ?? 0);
  const source = {
    ...(handler !== undefined && { handler: pad(handler, size) }),
    ...(schema !== undefined && { schema: pad(schema, size) }),
    ...(remote !== undefined && { remoteSchema: remote }),
    ...(name !== undefined && { expectedName: name }),
    otherFiles: given.get('files')?.split(',') ?? [],
  };
  return checkPlugin(source, {
    t: english,
    severities: { [given.get('on') ?? '']: 'warning' },
    ...(sandbox !== undefined && { sandbox: sandbox as NonNullable<CheckOptions['sandbox']> }),
    ...(gateway !== undefined && { gatewayVersion: gateway }),
  });
}

function pad(text: string, bytes: number): string {
  const missing = bytes - Buffer.byteLength(text) - 3;
  return missing < 0 ? text : `${text}--${'x'.repeat(missing)}\n`;
}
