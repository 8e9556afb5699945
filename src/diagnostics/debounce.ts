// Waits until calls for the same key pause, then runs once for that key.

export class Debounce {
  readonly #delayMs: number;
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(delayMs: number) {
    this.#delayMs = delayMs;
  }

  run(key: string, work: () => void): void {
    clearTimeout(this.#waiting.get(key));
    const timer = setTimeout(() => {
      this.#waiting.delete(key);
      work();
    }, this.#delayMs);
    this.#waiting.set(key, timer);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}
