// The command line of the plugin check: what was asked for, or what is wrong with the question.
import type { SandboxName, Severity } from '../lua/check';
import { rules } from '../lua/engine';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

const sandboxes = ['strict', 'lax', 'sandbox', 'on'] as const satisfies readonly SandboxName[];
const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

export interface Options {
  readonly format: Format;
  readonly sandbox: SandboxName;
  readonly gatewayVersion?: string;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly paths: readonly string[];
}

export const usage = `Usage: node check.js [--format ${formats.join('|')}] [--sandbox ${sandboxes.join('|')}]
                     [--gateway-version V] [--rule NAME=SEVERITY]... PATH...

PATH is a plugin folder, a folder of them, or a file *handler.lua or *schema.lua.
Exit status: 0 no errors, 1 errors found, 2 wrong use or unreadable path.
`;

export class UsageError extends Error {}

export function parseOptions(args: readonly string[]): Options | 'help' {
  const given = { format: 'text' as Format, sandbox: 'strict' as SandboxName, gatewayVersion: '' };
  const changed: Record<string, Severity | 'off'> = {};
  const paths: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--help' || arg === '-h') return 'help';
    if (arg === '--') paths.push(...rest.splice(0));
    else if (!arg.startsWith('-')) paths.push(arg);
    else {
      const [, option = arg, inline] = /^(--[\w-]+)=(.*)$/s.exec(arg) ?? [];
      const value = () => inline ?? rest.shift() ?? fail(`${option} needs a value`);
      if (option === '--format') given.format = oneOf(formats, value(), option);
      else if (option === '--sandbox') given.sandbox = oneOf(sandboxes, value(), option);
      else if (option === '--gateway-version') given.gatewayVersion = version(value());
      else if (option === '--rule') Object.assign(changed, ruleSeverity(value()));
      else fail(`unknown option ${option}`);
    }
  }
  if (paths.length === 0) fail('no path given');
  const { gatewayVersion, ...others } = given;
  return {
    ...others,
    ...(gatewayVersion !== '' && { gatewayVersion }),
    severities: changed,
    paths,
  };
}

function ruleSeverity(text: string): Record<string, Severity | 'off'> {
  const [, name = '', severity = ''] =
    /^([^=]+)=(.*)$/.exec(text) ?? fail('--rule takes NAME=SEVERITY');
  if (!rules.some((rule) => rule.name === name)) fail(`there is no rule ${name}`);
  return { [name]: oneOf(severities, severity, `--rule ${name}`) };
}

function version(text: string): string {
  return /^\d+\.\d+(?:\.\d+)*$/.test(text)
    ? text
    : fail('--gateway-version takes a version such as 3.14');
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((one) => one === value);
  return found ?? fail(`${option} is one of ${allowed.join(', ')}, not ${JSON.stringify(value)}`);
}

function fail(message: string): never {
  throw new UsageError(message);
}
