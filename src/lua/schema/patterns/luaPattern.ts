// Lua patterns: what is wrong with one, what looks like a regular expression in it, and whether a text matches.
import { type PatternItem, parsePattern } from './patternItems';

/** More steps than any sensible pattern needs on a default. */
const maximumSteps = 20_000;

/** Nothing when it cannot be told: the pattern is malformed, or bytes beyond ASCII are involved. */
export function matchesPattern(text: string, pattern: string): boolean | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every ASCII character counts
  if (!/^[\x00-\x7f]*$/.test(text + pattern)) return undefined;
  const parsed = parsePattern(pattern);
  if ('problem' in parsed) return undefined;
  const match = new Match(text, parsed.items);
  for (let start = 0; start <= text.length; start += 1) {
    const isFound = match.run(0, start);
    if (isFound !== false) return isFound;
    if (parsed.isAnchored) return false;
  }
  return false;
}

class Match {
  #steps = 0;
  readonly #open: number[] = [];
  readonly #captures: [start: number, end: number][] = [];

  constructor(
    readonly text: string,
    readonly items: readonly PatternItem[],
  ) {}

  /** Nothing when it takes too long. */
  run(index: number, at: number): boolean | undefined {
    this.#steps += 1;
    if (this.#steps > maximumSteps) return undefined;
    const item = this.items[index];
    if (item === undefined) return true;
    switch (item.kind) {
      case 'one':
        return this.#repeat(item, index, at);
      case 'end':
        return at === this.text.length;
      case 'open':
        return this.#undoing(index, at, () => this.#open.push(this.#captures.push([at, at]) - 1));
      case 'close':
        return this.#undoing(index, at, () => {
          const capture = this.#captures[this.#open.pop() ?? 0];
          if (capture !== undefined) capture[1] = at;
        });
      case 'balance':
        return this.#then(index, this.#balanced(item.open, item.close, at));
      case 'frontier': {
        const [before, after] = [this.text[at - 1] ?? '\0', this.text[at] ?? '\0'];
        return !item.has(before) && item.has(after) ? this.run(index + 1, at) : false;
      }
      case 'again': {
        const [start, end] = this.#captures[item.capture - 1] ?? [0, 0];
        const part = this.text.slice(start, end);
        return this.#then(index, this.text.startsWith(part, at) ? at + part.length : -1);
      }
    }
  }

  #then(index: number, at: number): boolean | undefined {
    return at < 0 ? false : this.run(index + 1, at);
  }

  #undoing(index: number, at: number, change: () => void): boolean | undefined {
    const open = [...this.#open];
    const captures = this.#captures.map(([start, end]): [number, number] => [start, end]);
    change();
    const result = this.run(index + 1, at);
    if (result === false) {
      this.#open.splice(0, Number.POSITIVE_INFINITY, ...open);
      this.#captures.splice(0, Number.POSITIVE_INFINITY, ...captures);
    }
    return result;
  }

  #repeat(
    { has, count }: Extract<PatternItem, { kind: 'one' }>,
    index: number,
    at: number,
  ): boolean | undefined {
    const isHere = (place: number) => place < this.text.length && has(this.text[place] as string);
    if (count === '') return isHere(at) ? this.run(index + 1, at + 1) : false;
    let most = at;
    const limit = count === '?' ? at + 1 : this.text.length;
    while (most < limit && isHere(most)) most += 1;
    const least = count === '+' ? at + 1 : at;
    const places = Array.from({ length: Math.max(0, most - least + 1) }, (_, step) => least + step);
    for (const place of count === '-' ? places : places.reverse()) {
      const result = this.run(index + 1, place);
      if (result !== false) return result;
    }
    return false;
  }

  #balanced(open: string, close: string, at: number): number {
    if (this.text[at] !== open) return -1;
    let depth = 1;
    for (let place = at + 1; place < this.text.length; place += 1) {
      if (this.text[place] === close) {
        depth -= 1;
        if (depth === 0) return place + 1;
      } else if (this.text[place] === open) depth += 1;
    }
    return -1;
  }
}
