// Lua text to a tree, or the first thing wrong with it: what LuaJIT takes as Kong builds it, with 5.2 compatibility.
import { Refusal, type SyntaxProblem } from './syntax/problem';
import { Parser } from './syntax/statementParser';
import type { Chunk } from './syntax/tree';

export type Parsed = { readonly chunk: Chunk } | { readonly problem: SyntaxProblem };

export function parse(text: string): Parsed {
  try {
    return { chunk: new Parser(text, text.includes('kong-disable-')).chunk() };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}
