// Recognises what other versions of Lua, or other languages, write where LuaJIT stops reading.
import { continueLabel } from './continueLabel';
import type { SyntaxProblem } from './problem';
import type { Span } from './tree';

export interface ForeignSyntax {
  readonly at: Span;
  /** What LuaJIT offers instead. */
  readonly instead: string;
  /** Text that can take the place of what stands there. */
  readonly replacement?: Edit;
  /** What must be added elsewhere. */
  readonly addition?: Edit;
}

interface Edit {
  readonly at: Span;
  readonly text: string;
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
      const written = compoundAssignment(text, at) ?? operatorCall(text, at, instead);
      if (written !== undefined) return written;
      return { at, instead, ...(replace && { replacement: { at, text: replace(match) } }) };
    }
  }
  return foreignContinue(text, offset);
}

const operand = '[\\w.]+|"[^"\\r\n]*"|\'[^\'\\r\n]*\'';
/** Nothing that would bind to the operand comes behind it. */
const over = '(?=[ \\t]*(?:[\\r\\n,;)\\]}]|--|$|\\b(?:then|do|end|else|elseif)\\b))';
const rightOperand = new RegExp(`[ \\t]*(${operand})${over}`, 'y');
const leftOperand = new RegExp(`(?:[\\r\\n=(,{]|\\breturn\\b)[ \\t]*(${operand})[ \\t]*$`);

/** What stands for the operators of Lua 5.3. */
const calls: Readonly<Record<string, (left: string, right: string) => string>> = {
  '//': (left, right) => `math.floor(${left} / ${right})`,
  '&': (left, right) => `bit.band(${left}, ${right})`,
  '|': (left, right) => `bit.bor(${left}, ${right})`,
  '~': (left, right) => `bit.bxor(${left}, ${right})`,
  '<<': (left, right) => `bit.lshift(${left}, ${right})`,
  '>>': (left, right) => `bit.rshift(${left}, ${right})`,
};

/** `a // b` between plain operands that belong to nothing else. */
function operatorCall(text: string, at: Span, instead: string): ForeignSyntax | undefined {
  const [start, end] = at;
  const call = calls[text.slice(start, end)];
  const before = text.slice(Math.max(0, start - 100), start);
  const left = leftOperand.exec(before)?.[1];
  const right = simpleOperand(text, end);
  if (call === undefined || left === undefined || right === undefined) return undefined;
  const from = start - (before.length - before.lastIndexOf(left));
  return { at, instead, replacement: { at: [from, right.end], text: call(left, right.text) } };
}

function simpleOperand(text: string, from: number): { text: string; end: number } | undefined {
  rightOperand.lastIndex = from;
  const [whole = '', found] = rightOperand.exec(text) ?? [];
  return found === undefined ? undefined : { text: found, end: from + whole.length };
}

/** `x += 1` can be written out where `x` is a name with plain members, and the value a single operand. */
function compoundAssignment(text: string, [start, end]: Span): ForeignSyntax | undefined {
  const operator = text.slice(start, end - 1);
  if (text[end - 1] !== '=' || !/^(?:[-+*/%^]|\.\.)$/.test(operator)) return undefined;
  const before = /([A-Za-z_][\w.]*)\s*$/.exec(text.slice(Math.max(0, start - 100), start));
  const at: Span = [start, end];
  const instead = `x = x ${operator} y`;
  if (before === null || simpleOperand(text, end) === undefined) return { at, instead };
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
  const at: Span = [start, start + 'continue'.length];
  const instead = 'goto continue';
  const addition = continueLabel(text, start);
  if (addition === undefined) return { at, instead };
  return { at, instead, replacement: { at, text: instead }, addition };
}
