// Reads a Lua pattern into its items, as the manual describes them.

export type PatternItem =
  | { readonly kind: 'one'; readonly has: Has; readonly count: '' | '?' | '*' | '+' | '-' }
  | { readonly kind: 'open' | 'close' | 'end' }
  | { readonly kind: 'balance'; readonly open: string; readonly close: string }
  | { readonly kind: 'frontier'; readonly has: Has }
  | { readonly kind: 'again'; readonly capture: number };

type Has = (character: string) => boolean;

/** What Lua says of a malformed pattern. */
export type PatternProblem =
  | "malformed pattern (ends with '%')"
  | "malformed pattern (missing ']')"
  | "missing '[' after '%f' in pattern"
  | 'unbalanced pattern'
  | 'unfinished capture'
  | 'invalid pattern capture'
  | 'invalid capture index';

export type ParsedPattern =
  | { readonly items: readonly PatternItem[]; readonly isAnchored: boolean }
  | { readonly problem: PatternProblem };

const classes: Readonly<Record<string, RegExp>> = {
  a: /[A-Za-z]/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what the class is
  c: /[\x00-\x1f\x7f]/,
  d: /[0-9]/,
  g: /[!-~]/,
  l: /[a-z]/,
  p: /[!-/:-@[-`{-~]/,
  s: /[ \t-\r]/,
  u: /[A-Z]/,
  w: /[A-Za-z0-9]/,
  x: /[A-Fa-f0-9]/,
  z: /\0/,
};

export function parsePattern(pattern: string): ParsedPattern {
  try {
    const isAnchored = pattern.startsWith('^');
    return { items: new Reader(pattern, isAnchored ? 1 : 0).read(), isAnchored };
  } catch (error) {
    if (error instanceof Malformed) return { problem: error.problem };
    throw error;
  }
}

class Malformed extends Error {
  constructor(readonly problem: PatternProblem) {
    super(problem);
  }
}

class Reader {
  readonly #items: PatternItem[] = [];
  /** Captures in order; closed or not. */
  readonly #captures: boolean[] = [];

  #at: number;

  constructor(
    readonly pattern: string,
    at: number,
  ) {
    this.#at = at;
  }

  read(): PatternItem[] {
    while (this.#at < this.pattern.length) this.#items.push(this.#item());
    if (this.#captures.includes(false)) throw new Malformed('unfinished capture');
    return this.#items;
  }

  #item(): PatternItem {
    const character = this.pattern[this.#at];
    const next = this.pattern[this.#at + 1] ?? '';
    if (character === '(') {
      this.#at += 1;
      this.#captures.push(false);
      return { kind: 'open' };
    }
    if (character === ')') {
      const open = this.#captures.lastIndexOf(false);
      if (open === -1) throw new Malformed('invalid pattern capture');
      this.#captures[open] = true;
      this.#at += 1;
      return { kind: 'close' };
    }
    if (character === '$' && next === '') {
      this.#at += 1;
      return { kind: 'end' };
    }
    if (character === '%') {
      if (next === 'b') return this.#balance();
      if (next === 'f') return this.#frontier();
      if (/\d/.test(next)) return this.#again(Number(next));
    }
    const has = this.#single();
    const count = this.pattern[this.#at] ?? '';
    if (count === '' || !'?*+-'.includes(count)) return { kind: 'one', has, count: '' };
    this.#at += 1;
    return { kind: 'one', has, count: count as '?' | '*' | '+' | '-' };
  }

  #balance(): PatternItem {
    const open = this.pattern[this.#at + 2];
    const close = this.pattern[this.#at + 3];
    if (open === undefined || close === undefined) throw new Malformed('unbalanced pattern');
    this.#at += 4;
    return { kind: 'balance', open, close };
  }

  #frontier(): PatternItem {
    this.#at += 2;
    if (this.pattern[this.#at] !== '[') throw new Malformed("missing '[' after '%f' in pattern");
    return { kind: 'frontier', has: this.#single() };
  }

  #again(capture: number): PatternItem {
    if (this.#captures[capture - 1] !== true) throw new Malformed('invalid capture index');
    this.#at += 2;
    return { kind: 'again', capture };
  }

  #single(): Has {
    const character = this.pattern[this.#at] as string;
    this.#at += 1;
    if (character === '[') return this.#set();
    if (character === '%') return this.#escaped();
    return character === '.' ? () => true : (other) => other === character;
  }

  #escaped(): Has {
    const letter = this.pattern[this.#at];
    if (letter === undefined) throw new Malformed("malformed pattern (ends with '%')");
    this.#at += 1;
    const known = classes[letter.toLowerCase()];
    if (known === undefined || !/[a-z]/i.test(letter)) return (other) => other === letter;
    const isNegated = letter !== letter.toLowerCase();
    return (other) => known.test(other) !== isNegated;
  }

  #set(): Has {
    const isNegated = this.pattern[this.#at] === '^';
    if (isNegated) this.#at += 1;
    const parts: Has[] = [];
    // A bracket that comes first is one of the characters.
    do {
      const character = this.pattern[this.#at];
      if (character === undefined) throw new Malformed("malformed pattern (missing ']')");
      this.#at += 1;
      parts.push(character === '%' ? this.#escaped() : this.#range(character));
    } while (this.pattern[this.#at] !== ']');
    this.#at += 1;
    return (other) => parts.some((has) => has(other)) !== isNegated;
  }

  #range(from: string): Has {
    const to = this.pattern[this.#at + 1];
    if (this.pattern[this.#at] !== '-' || to === undefined || to === ']') {
      return (other) => other === from;
    }
    this.#at += 2;
    return (other) => other >= from && other <= to;
  }
}
