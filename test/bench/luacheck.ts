// The command-line check as a whole process, side by side with luacheck over the same files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LuaPlugin, luaPlugin, luaPlugins } from './luaPlugins';
import type { Row } from './row';
import { compared, ms } from './timing';

const turns = 3;
const largeTreeBytes = 10 * 1024 * 1024;
const largeFileBytes = 50 * 1024;

export function luacheck(): readonly Row[] {
  const small = plugins() ?? luaPlugins(100);
  const count = Math.ceil(largeTreeBytes / (2 * largeFileBytes));
  const large = Array.from({ length: count }, (_, at) => luaPlugin(largeFileBytes, at + 1));
  return [compare('small plugins', small, 2), compare('a tree of 10 MB', large, 5)];
}

/** Those of the folder in `LUA_CORPUS`. */
function plugins(): readonly LuaPlugin[] | undefined {
  const { LUA_CORPUS: folder } = process.env;
  if (folder === undefined) return undefined;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|[/\\])handler\.lua$/.test(file))
    .flatMap((file) => {
      const names = readdirSync(join(folder, dirname(file)));
      if (!names.includes('schema.lua')) return [];
      const read = (name: string) => readFileSync(join(folder, dirname(file), name), 'utf8');
      return [{ handler: read('handler.lua'), schema: read('schema.lua') }];
    });
}

function compare(what: string, all: readonly LuaPlugin[], faster: number): Row {
  const name = `check ${all.length} plugins (${what}), a whole process / luacheck`;
  const budget = `1/${faster}`;
  if (spawnSync('luacheck', ['--version']).error !== undefined)
    return { what: name, measured: 'left out: luacheck is not on the PATH', budget };
  const folder = mkdtempSync(join(tmpdir(), 'lua-bench-'));
  try {
    for (const [at, plugin] of all.entries()) write(join(folder, `plugin-${at}`), plugin);
    const { times, workMs, referenceMs } = compared(
      turns,
      () => spawnSync(process.execPath, ['dist/check.js', '--format', 'json', folder], output),
      () => spawnSync('luacheck', ['--quiet', '--no-color', folder], output),
    );
    const measured = `1/${(1 / times).toFixed(1)} (${ms(workMs)} / ${ms(referenceMs)})`;
    return { what: name, measured, budget, ratio: times * faster };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const output = { maxBuffer: 1024 * 1024 * 1024 };

function write(folder: string, { handler, schema }: LuaPlugin): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'handler.lua'), handler);
  writeFileSync(join(folder, 'schema.lua'), schema);
}
