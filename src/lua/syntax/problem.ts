// Says what the parser disliked, in words that can be translated and at the place that it means.
import type { Translate } from '../../text';
import { LineTable } from './lines';
import type { Span } from './tree';

export interface SyntaxProblem {
  readonly at: Span;
  readonly message: (t: Translate) => string;
  /** The text ended too early: more text might have been right. */
  readonly isOpen?: boolean;
}

type Say = (t: Translate, first: string, second: string, third: string) => string;

/** The parser's messages, without the position in front of them. */
const messages: readonly (readonly [RegExp, Say])[] = [
  [/^unexpected symbol near '<eof>'$/, (t) => t('unexpected end of file')],
  [/^unexpected (\w+) '(.*?)' near /s, (t, kind, found) => sayUnexpected(t, kind, found)],
  [
    /^'(.+)' expected near '(.*)'$/s,
    (t, wanted, near) => t("'{0}' expected near '{1}'", wanted, near),
  ],
  [
    /^<expression> expected near '(.*)'$/s,
    (t, near) => t("an expression is expected near '{0}'", near),
  ],
  [/^<name> expected near '(.*)'$/s, (t, near) => t("a name is expected near '{0}'", near)],
  [
    /^<name> or '\.\.\.' expected near '(.*)'$/s,
    (t, near) => t("a parameter is expected near '{0}'", near),
  ],
  [
    /^function arguments expected near '(.*)'$/s,
    (t, near) => t("arguments are expected near '{0}'", near),
  ],
  [/^unfinished string near /, (t) => t('unfinished string')],
  [/^unfinished long string /, (t) => t('unfinished long string')],
  [/^unfinished long comment /, (t) => t('unfinished long comment')],
  [/^malformed number near '(.*)'$/s, (t, near) => t("malformed number near '{0}'", near)],
  [
    /^(?:decimal escape too large|UTF-8 value too large) near '(.*)'$/s,
    (t, near) => t("the escape '{0}' is too large", near),
  ],
  [
    /^(?:invalid escape sequence|hexadecimal digit expected|missing '.') near '(.*)'$/s,
    (t, near) => t("invalid escape '{0}'", near),
  ],
  [/^ambiguous syntax/, (t) => t('ambiguous: a call of the line above, or a new statement?')],
  [/^no loop to break near/, (t) => t('no loop to break')],
  [
    /^label '(.+)' already defined on line /s,
    (t, label) => t("label '{0}' is already defined", label),
  ],
  [
    /^no visible label '(.+)' for <goto>$/s,
    (t, label) => t("no visible label '{0}' for goto", label),
  ],
  [
    /^<goto (.+)> jumps into the scope of local '(.+)'$/s,
    (t, label, name) => t("goto '{0}' jumps into the scope of local '{1}'", label, name),
  ],
  [
    /^cannot use '\.\.\.' outside/,
    (t) => t("cannot use '...' outside a function with variable arguments"),
  ],
];

function sayUnexpected(t: Translate, kind: string, found: string): string {
  return kind === 'identifier' ? t("unexpected name '{0}'", found) : t("unexpected '{0}'", found);
}

/** Turns what the parser threw into a problem. */
export function describeFailure(text: string, thrown: unknown): SyntaxProblem {
  const { index, message } = thrown as { index?: unknown; message?: unknown };
  if (typeof index !== 'number' || typeof message !== 'string') return unreadable(text);
  const words = message.replace(/^\[\d+:\d+\] /, '');
  for (const [pattern, say] of messages) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const [, first = '', second = '', third = ''] = match;
    return {
      at: placeOf(text, words, Math.min(index, text.length)),
      message: (t) => say(t, shorten(first), shorten(second), shorten(third)),
      isOpen: index >= text.length,
    };
  }
  return { at: tokenAt(text, index), message: () => words };
}

/** The parser fails without a message when the very first character is none of Lua's. */
function unreadable(text: string): SyntaxProblem {
  const at = tokenAt(text, Math.max(0, text.search(/\S/)));
  return { at, message: (t) => sayUnexpected(t, 'symbol', text.slice(...at)) };
}

function shorten(token: string): string {
  const [line = ''] = token.split(/[\r\n]/, 1);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Lexical errors are thrown behind the bad text, all others in front of it. */
function placeOf(text: string, words: string, index: number): Span {
  const opening = /^unfinished long (?:string|comment)/.test(words)
    ? openLongBracket(text, words)
    : undefined;
  if (opening !== undefined) return [opening, lineEnd(text, opening)];
  const near =
    /^(?:unfinished string|malformed number|decimal|invalid escape|hexadecimal|missing|UTF-8).* near '(.*)'$/s.exec(
      words,
    )?.[1];
  if (near === undefined || near === '') return tokenAt(text, index);
  const start = text.lastIndexOf(near, index);
  return start === -1 ? tokenAt(text, index) : [start, start + near.length];
}

/** The bracket that opens on the given line and is never closed. */
function openLongBracket(text: string, words: string): number | undefined {
  const line = Number(/line (\d+)/.exec(words)?.[1] ?? 1);
  const opening = /(?:--)?\[(=*)\[/g;
  opening.lastIndex = new LineTable(text).startOf(line - 1);
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const closing = `]${match[1]}]`;
    const end = text.indexOf(closing, opening.lastIndex);
    if (end === -1) return match.index;
    opening.lastIndex = end + closing.length;
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  const line = /[^\r\n]*/y;
  line.lastIndex = from;
  return from + (line.exec(text)?.[0].length ?? 0);
}

/** The token at an offset; at the end of the text its last token. */
export function tokenAt(text: string, offset: number): Span {
  const end = text.trimEnd().length;
  if (offset >= end && end > 0) return [startOfLastWord(text, end), end];
  const token = /[\w\u0080-\uffff]+|\S|$/y;
  token.lastIndex = Math.min(offset, text.length);
  const length = token.exec(text)?.[0].length ?? 0;
  return [offset, offset + Math.max(length, offset < text.length ? 1 : 0)];
}

function startOfLastWord(text: string, end: number): number {
  let start = end - 1;
  if (!/\w/.test(text[start] ?? '')) return start;
  while (start > 0 && /\w/.test(text[start - 1] ?? '')) start -= 1;
  return start;
}
