// The compact lists against the compilations they were made from, where those are at hand.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isBundledPlugin } from '../../../src/lua/gateway/bundledPlugins';
import { decodeNames } from '../../../src/lua/gateway/data/decode';
import * as names from '../../../src/lua/gateway/data/sandboxNames';
import { pdkEntry } from '../../../src/lua/gateway/pdk';
import { denial, moduleAccess } from '../../../src/lua/gateway/sandbox';

const folder = join(process.cwd(), '..', 'shared', 'lua');
const skip = existsSync(folder) ? false : 'the compilations are not at hand';

function read(file: string) {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

const chainOf = (name: string) => name.replace(/:/g, '.').replace('[*]', '.anything').split('.');

describe('the data of the rules', { skip }, () => {
  it('has the names and modules of each sandbox, and no others', () => {
    const { profiles } = read('sandbox.json');
    const all = [...profiles.docs_lax.env, ...profiles.oss310_lua.env] as string[];
    for (const [sandbox, profile] of [
      ['strict', 'docs_strict'],
      ['lax', 'docs_lax'],
    ] as const) {
      const { env, modules } = profiles[profile] as { env: string[]; modules: string[] };
      for (const name of all) {
        assert.equal(
          denial(chainOf(name), sandbox) === undefined,
          env.includes(name),
          `${sandbox} ${name}`,
        );
      }
      for (const module of profiles.docs_lax.modules as string[]) {
        assert.equal(moduleAccess(module, sandbox) === 'allowed', modules.includes(module), module);
      }
    }
    assert.deepEqual(
      [...decodeNames(names.luaModules), ...decodeNames(names.schemaModules)].sort(),
      profiles.oss310_schema.modules,
    );
  });

  it('has every PDK entry with its call, phases and first version', () => {
    for (const { name, kind, call, allowed_union: union = [], since_doc: since } of read('pdk.json')
      .functions) {
      const phases = union.includes('*') || union.length === 0 ? undefined : expandPhases(union);
      assert.deepEqual(
        { ...pdkEntry(name), phases: pdkEntry(name)?.phases?.toSorted() },
        { name, call: kind === 'field' ? undefined : call, phases, since: since ?? '3.4' },
      );
    }
  });

  it('has the bundled plugins of every version', () => {
    const versions = read('bundled_priorities.json').by_gateway_version as Record<string, object>;
    for (const [version, plugins] of Object.entries(versions)) {
      for (const name of Object.keys(plugins))
        assert.ok(isBundledPlugin(name, version), `${version} ${name}`);
    }
  });
});

/** The documentation's `ws_proxy` is the two phases that see frames. */
function expandPhases(phases: string[]): string[] {
  const all = phases.flatMap((phase) =>
    phase === 'ws_proxy' ? ['ws_client_frame', 'ws_upstream_frame'] : phase,
  );
  return [...new Set(all)].sort();
}
