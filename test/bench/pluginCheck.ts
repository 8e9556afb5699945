// All rules over plugins, against the bare parse of the same files in the same process.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parse } from 'luaparse';
import type { CheckResult } from '../../src/lua/check';
import { english } from '../../src/text';
import { type LuaPlugin, luaPlugin, luaPlugins } from './luaPlugins';
import type { Row } from './row';
import { compared, ms } from './timing';

/** What is shipped. */
const { checkPlugin }: typeof import('../../src/lua/check') = createRequire(
  resolve('package.json'),
)('./dist/lua.js');
const warmUp = 15;
const turns = 41;

export function pluginCheck(): readonly Row[] {
  const large = luaPlugin(100 * 1024);
  const corpus = luaPlugins(100);
  return [
    compare('check one plugin of 2 x 100 KB, all rules, warm / bare parse', [large], 2.5),
    compare(`check ${corpus.length} generated plugins, all rules, warm / bare parse`, corpus, 2),
  ];
}

function compare(what: string, plugins: readonly LuaPlugin[], budget: number): Row {
  const all = (): void => {
    for (const plugin of plugins) check(plugin);
  };
  const bare = (): void => {
    for (const { handler, schema } of plugins) {
      bareParse(handler);
      bareParse(schema);
    }
  };
  compared(warmUp, all, bare);
  const { times, workMs, referenceMs } = compared(turns, all, bare);
  const found = plugins
    .map(check)
    .reduce((sum, it) => sum + it.handler.length + it.schema.length, 0);
  return {
    what,
    measured: `${times.toFixed(2)}x (${ms(workMs)} / ${ms(referenceMs)}, ${found} findings)`,
    budget: `${budget}x`,
    ratio: times / budget,
  };
}

function check({ handler, schema }: LuaPlugin): CheckResult {
  return checkPlugin({ handler, schema }, { t: english });
}

function bareParse(text: string): void {
  parse(text, { luaVersion: 'LuaJIT', locations: true, scope: true, comments: false });
}
