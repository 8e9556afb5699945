// Recognises what other versions of Lua, or other languages, write where LuaJIT stops reading.
import type { SyntaxProblem } from './problem';
import type { Span } from './tree';

export interface ForeignSyntax {
  readonly at: Span;
  /** What LuaJIT offers instead. */
  readonly instead: string;
  /** Text that can take the place of what stands there. */
  readonly replacement?: { readonly at: Span; readonly text: string };
}

interface Pattern {
  /** Matched around the error; the group `found` is what is foreign. */
  readonly pattern: RegExp;
  readonly instead: string;
  readonly replace?: (match: RegExpExecArray) => string;
}

/** Tried in this order at the text from a few characters before the error. */
const patterns: readonly Pattern[] = [
  { pattern: /!=/dy, instead: '~=', replace: () => '~=' },
  { pattern: /&&/dy, instead: 'and', replace: () => 'and' },
  { pattern: /\|\|/dy, instead: 'or', replace: () => 'or' },
  { pattern: /\/\/(?!=)/dy, instead: 'math.floor(a / b)' },
  { pattern: /<<|>>/dy, instead: 'bit.lshift, bit.rshift' },
  { pattern: /<(?:const|close)>/dy, instead: 'local', replace: () => '' },
  { pattern: /(?:\+|-|\*|\/|%|\^|\.\.)=(?!=)/dy, instead: 'x = x + y' },
  { pattern: /!/dy, instead: 'not', replace: () => 'not ' },
  { pattern: /[&|~](?!=)/dy, instead: 'bit.band, bit.bor, bit.bxor, bit.bnot' },
];

export function foreignSyntax(
  text: string,
  { at: [offset] }: SyntaxProblem,
): ForeignSyntax | undefined {
  for (const start of [offset - 1, offset, offset - 2]) {
    if (start < 0) continue;
    for (const { pattern, instead, replace } of patterns) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match === null || start + match[0].length <= offset) continue;
      const at: Span = [start, start + match[0].length];
      const assignment = compoundAssignment(text, at);
      if (assignment !== undefined) return assignment;
      return { at, instead, ...(replace && { replacement: { at, text: replace(match) } }) };
    }
  }
  return foreignContinue(text, offset);
}

/** `x += 1` can be written out where `x` is a name with plain members. */
function compoundAssignment(text: string, [start, end]: Span): ForeignSyntax | undefined {
  const operator = text.slice(start, end - 1);
  if (text[end - 1] !== '=' || !/^(?:[-+*/%^]|\.\.)$/.test(operator)) return undefined;
  const before = /([A-Za-z_][\w.]*)\s*$/.exec(text.slice(Math.max(0, start - 100), start));
  const at: Span = [start, end];
  const instead = `x = x ${operator} y`;
  if (before === null) return { at, instead };
  return { at, instead, replacement: { at, text: `= ${before[1]} ${operator}` } };
}

/** The parser stops behind the word, where it expects a call or an assignment. */
function foreignContinue(text: string, offset: number): ForeignSyntax | undefined {
  const from = Math.max(0, offset - 200);
  const code = text
    .slice(from, offset)
    .replace(/--[^\r\n]*/g, (comment) => ' '.repeat(comment.length))
    .trimEnd();
  if (!/(?:^|[\s;])continue;?$/.test(code)) return undefined;
  const start = from + code.lastIndexOf('continue');
  return { at: [start, start + 'continue'.length], instead: 'goto continue' };
}
