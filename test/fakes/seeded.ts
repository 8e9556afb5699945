// Many different inputs that are the same in every run: a small generator with a seed, and texts made with it.

export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 up to, but not including, `limit`. Lehmer's generator: plenty for inputs of tests. */
  below(limit: number): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state % limit;
  }

  text(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet[this.below(alphabet.length)]).join('');
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  uuid(): string {
    const hex = (length: number) => this.text('0123456789abcdef', length);
    return [hex(8), hex(4), hex(4), hex(4), hex(12)].join('-');
  }

  digits(length: number): string {
    return this.text('0123456789', length);
  }
}
