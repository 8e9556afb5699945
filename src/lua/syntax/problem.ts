// What keeps a text from being Lua, in words that can be translated and at the place that it means.
import type { Translate } from '../../text';
import type { Span } from './tree';

export interface SyntaxProblem {
  readonly at: Span;
  readonly message: (t: Translate) => string;
  /** The text ended too early: more text might have been right. */
  readonly isOpen?: boolean;
  /** What was opened and is not closed: `if`, `(`. */
  readonly opening?: Span;
}

/** Ends the parsing at the first problem. */
export class Refusal extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super('refused');
  }
}

/** The end of the line that an offset is in. */
export function lineEnd(text: string, from: number): number {
  const line = /[^\r\n]*/y;
  line.lastIndex = from;
  return from + (line.exec(text)?.[0].length ?? 0);
}

/** A token as it is shown in messages. */
export function shorten(token: string): string {
  const [line = ''] = token.split(/[\r\n]/, 1);
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
