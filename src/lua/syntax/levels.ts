// LuaJIT's limits on one function and on nesting; a file beyond them does not load although its grammar is right.
import type { SyntaxProblem } from './problem';
import type { Span } from './tree';

/** LJ_MAX_XLEVEL, LJ_MAX_LOCVAR and LJ_MAX_UPVAL of LuaJIT 2.1. */
export const maximumLevels = 200;
export const maximumLocals = 200;
export const maximumUpvalues = 60;

export function levelsProblem(at: Span): SyntaxProblem {
  return { at, message: (t) => t('chunk has too many syntax levels (at most {0})', maximumLevels) };
}
