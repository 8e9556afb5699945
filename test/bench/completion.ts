// Completion while a statement is being typed, against the bare parse of the same file in the same process.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parse } from 'luaparse';
import { english } from '../../src/text';
import { luaPlugin } from './luaPlugins';
import type { Row } from './row';
import { compared, ms } from './timing';

/** What is shipped. */
const { complete }: typeof import('../../src/lua/engine') = createRequire(resolve('package.json'))(
  './dist/lua.js',
);
const warmUp = 15;
const turns = 41;
const times = 5;
const typed: Readonly<Record<string, string>> = {
  'a statement': 'kong.request.',
  'an unfinished call': 'kong.log.debug("at", kong.request.',
};

export function completion(): readonly Row[] {
  const { handler } = luaPlugin(100 * 1024);
  return Object.entries(typed).map(([what, statement]) => inside(what, handler, statement));
}

/** A new function with the statement, in front of the `return` that ends the file. */
function inside(what: string, handler: string, statement: string): Row {
  const end = handler.lastIndexOf('\nreturn') + 1;
  const head = `${handler.slice(0, end)}function Added:log(conf)\n  ${statement}`;
  const text = `${head}\nend\n\n${handler.slice(end)}`;
  const work = (): number => {
    const found = complete({
      ...{ t: english, file: 'handler', text, offset: head.length, schema: undefined },
      ...{ sandbox: 'strict', sandboxOrigin: 'the default', gatewayVersion: undefined },
      ...{ leaveLua: false, leavePdk: false },
    });
    return found?.suggestions.length ?? 0;
  };
  if (work() === 0) throw new Error(`nothing is suggested in ${what}`);
  const bare = (): void => {
    parse(handler, { luaVersion: 'LuaJIT', locations: true, scope: true, comments: false });
  };
  compared(warmUp, work, bare);
  const measured = compared(turns, work, bare);
  return {
    what: `complete in ${what}, handler of 100 KB, warm / bare parse`,
    measured: `${measured.times.toFixed(2)}x (${ms(measured.workMs)} / ${ms(measured.referenceMs)}, ${work()} suggestions)`,
    budget: `${times}x`,
    ratio: measured.times / times,
  };
}
