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

/** For text that is nested so deeply that it has no tree: the place where the limit is passed. */
export function tooDeep(text: string): SyntaxProblem {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(
    /[({[\])}]|\b(?:function|then|do|repeat|end|until)\b/g,
  )) {
    depth += /[)\]}]|end|until/.test(token) ? -1 : 1;
    if (depth > maximumLevels) return levelsProblem([index, index + token.length]);
  }
  return levelsProblem([0, Math.min(1, text.length)]);
}
