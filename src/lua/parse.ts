// The only place that knows the parser: Lua text to a tree, or the first thing wrong with it.
import { parse as parseLua } from 'luaparse';
import { tooDeep } from './syntax/levels';
import { describeFailure, type SyntaxProblem } from './syntax/problem';
import type { Chunk } from './syntax/tree';

export type Parsed = { readonly chunk: Chunk } | { readonly problem: SyntaxProblem };

/**
 * Kong's LuaJIT is built with 5.2 compatibility. The parser's LuaJIT mode knows all literals but not the empty
 * statement, `break` in mid-block or a call on the next line, its 5.2 mode knows those: either may accept.
 */
export function parse(text: string): Parsed {
  const first = parseAs('LuaJIT', text);
  if ('chunk' in first) return first;
  const second = parseAs('5.2', text);
  if ('chunk' in second) return second;
  return second.problem.at[0] > first.problem.at[0] ? second : first;
}

function parseAs(luaVersion: 'LuaJIT' | '5.2', text: string): Parsed {
  try {
    const options = {
      luaVersion,
      ranges: true,
      comments: text.includes('kong-disable-'),
      // The typings allow only `false`; LuaJIT takes every byte above 127 as part of a name.
      extendedIdentifiers: true as false,
    };
    return { chunk: parseLua(text, options) as unknown as Chunk };
  } catch (error) {
    if (error instanceof RangeError) return { problem: tooDeep(text) };
    return { problem: describeFailure(text, error) };
  }
}
