// Splits Lua text into tokens as LuaJIT does, one at a time.
import { endOfEscape, isNumeral, kindOfCharacter, longBracketLevel } from './characters';
import { lineEnd, Refusal } from './problem';
import type { Comment } from './tree';

/** What a token is: `name`, `string`, `number`, `eof`, `unknown`, or the keyword or symbol itself. */
export type Kind = string;

const keywords = new Map<string, Kind>(
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while'
    .split(' ')
    .map((word) => [word, word]),
);
const longestKeyword = 'function'.length;

const space = 1;
const nameStart = 2;
const digit = 3;

const dot = 46;
const minus = 45;
const openingSquare = 91;
const equals = 61;

export class Lexer {
  readonly text: string;
  /** Collected only when somebody asks for them. */
  readonly comments: Comment[] | undefined;
  kind: Kind = 'eof';
  start = 0;
  end = 0;
  /** Of the token before. */
  previousStart = 0;
  previousEnd = 0;
  /** Of a name or keyword. */
  name = '';

  constructor(text: string, keepsComments: boolean) {
    this.text = text;
    this.comments = keepsComments ? [] : undefined;
    // `#!/usr/bin/env resty`
    if (text.startsWith('#')) this.end = lineEnd(text, 0);
    this.next();
  }

  next(): void {
    const { text } = this;
    this.previousStart = this.start;
    this.previousEnd = this.end;
    const start = this.#skipBlank(this.end);
    this.start = start;
    const code = text.charCodeAt(start);
    switch (kindOfCharacter(code)) {
      case nameStart:
        this.#name(start);
        break;
      case digit:
        this.#number(start);
        break;
      default:
        this.#symbol(start, code);
    }
  }

  /** The text of the token. */
  get raw(): string {
    return this.text.slice(this.start, this.end);
  }

  /** A name with `=` behind it: the key of a field. */
  isKey(): boolean {
    if (this.kind !== 'name') return false;
    const { text } = this;
    let at = this.end;
    while (kindOfCharacter(text.charCodeAt(at)) === space) at += 1;
    if (text.charCodeAt(at) === minus) at = this.#behindComments(at);
    return text.charCodeAt(at) === equals && text.charCodeAt(at + 1) !== equals;
  }

  #skipBlank(from: number): number {
    const { text } = this;
    for (let at = from; ; ) {
      const code = text.charCodeAt(at);
      if (code === 32 || (code >= 9 && code <= 13)) at += 1;
      else if (code === minus && text.charCodeAt(at + 1) === minus) {
        const end = this.#endOfComment(at);
        this.comments?.push({ type: 'Comment', value: text.slice(at + 2, end), range: [at, end] });
        at = end;
      } else return at;
    }
  }

  /** Looks ahead only: the comments are collected when they are reached. */
  #behindComments(from: number): number {
    const { text } = this;
    let at = from;
    while (text.startsWith('--', at)) {
      at = this.#endOfComment(at);
      while (kindOfCharacter(text.charCodeAt(at)) === space) at += 1;
    }
    return at;
  }

  #endOfComment(start: number): number {
    const level = longBracketLevel(this.text, start + 2);
    if (level === -1) return lineEnd(this.text, start);
    return this.#endOfLongBracket(start, start + 2, level, (t) => t('unfinished long comment'));
  }

  #endOfLongBracket(
    start: number,
    bracket: number,
    level: number,
    message: Refusal['problem']['message'],
  ): number {
    const closing = `]${'='.repeat(level)}]`;
    const end = this.text.indexOf(closing, bracket + level + 2);
    if (end !== -1) return end + closing.length;
    throw new Refusal({ at: [start, lineEnd(this.text, start)], message, isOpen: true });
  }

  #name(start: number): void {
    const { text } = this;
    let at = start + 1;
    while (kindOfCharacter(text.charCodeAt(at)) >= nameStart) at += 1;
    this.end = at;
    this.name = text.slice(start, at);
    this.kind = at - start <= longestKeyword ? (keywords.get(this.name) ?? 'name') : 'name';
  }

  #number(start: number): void {
    const { text } = this;
    let at = start;
    const isHex = /0x/iy;
    isHex.lastIndex = start;
    const exponent = isHex.test(text) ? 'p' : 'e';
    for (;;) {
      const code = text.charCodeAt(at);
      const isSign = code === minus || code === 43;
      const isPart = kindOfCharacter(code) >= nameStart || code === dot;
      if (!isPart && !(isSign && text[at - 1]?.toLowerCase() === exponent)) break;
      at += 1;
    }
    this.end = at;
    this.kind = 'number';
    const { raw } = this;
    if (isNumeral(raw)) return;
    throw new Refusal({
      at: [start, at],
      message: (t) => t("malformed number near '{0}'", raw),
      isOpen: at === text.length,
    });
  }

  #symbol(start: number, code: number): void {
    const { text } = this;
    const next = text.charCodeAt(start + 1);
    if (code === 34 || code === 39) this.#string(start, code);
    else if (code === dot && kindOfCharacter(next) === digit) this.#number(start);
    else if (code === openingSquare && longBracketLevel(text, start) !== -1) {
      const message: Refusal['problem']['message'] = (t) => t('unfinished long string');
      const level = longBracketLevel(text, start);
      this.end = this.#endOfLongBracket(start, start, level, message);
      this.kind = 'string';
    } else {
      this.kind = symbolAt(text, start, code, next);
      this.end = start + (this.kind === 'unknown' ? 1 : this.kind === 'eof' ? 0 : this.kind.length);
    }
  }

  #string(start: number, quote: number): void {
    const { text } = this;
    for (let at = start + 1; ; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        this.end = at + 1;
        this.kind = 'string';
        return;
      }
      if (code === 92) at = endOfEscape(text, at) - 1;
      else if (code === 10 || code === 13 || at >= text.length) {
        const isOpen = at >= text.length;
        throw new Refusal({ at: [start, at], message: (t) => t('unfinished string'), isOpen });
      }
    }
  }
}

const symbols: readonly (Kind | undefined)[] = Array.from({ length: 128 }, (_, code) =>
  '+-*/%^#<>=(){}[];:,.'.includes(String.fromCharCode(code))
    ? String.fromCharCode(code)
    : undefined,
);

function symbolAt(text: string, at: number, code: number, next: number): Kind {
  if (next === equals) {
    if (code === equals) return '==';
    if (code === 126) return '~=';
    if (code === 60) return '<=';
    if (code === 62) return '>=';
  } else if (next === code) {
    if (code === 58) return '::';
    if (code === dot) return text.charCodeAt(at + 2) === dot ? '...' : '..';
  }
  return symbols[code] ?? (at >= text.length ? 'eof' : 'unknown');
}
