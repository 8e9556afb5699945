// Bounds how many requests to one host are under way: VS Code may put an agent of its own, without our limit, in place.

export class Slots {
  readonly #limit: number;
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Resolves with true once a slot is free, in the order of asking; with false when a signal ends the wait. */
  take(host: string, signals: readonly AbortSignal[]): Promise<boolean> {
    if (signals.some(({ aborted }) => aborted)) return Promise.resolve(false);
    const taken = this.#taken.get(host) ?? 0;
    if (taken < this.#limit) {
      this.#taken.set(host, taken + 1);
      return Promise.resolve(true);
    }
    return this.#wait(host, signals);
  }

  /** Hands the slot on to who has waited longest. */
  release(host: string): void {
    const [next] = this.#waiting.get(host) ?? [];
    if (next !== undefined) next();
    else this.#taken.set(host, (this.#taken.get(host) ?? 1) - 1);
  }

  #wait(host: string, signals: readonly AbortSignal[]): Promise<boolean> {
    const queue = this.#waiting.get(host) ?? new Set();
    this.#waiting.set(host, queue);
    return new Promise((resolve) => {
      const end = (isFree: boolean): void => {
        queue.delete(grant);
        for (const signal of signals) signal.removeEventListener('abort', leave);
        resolve(isFree);
      };
      const grant = (): void => end(true);
      const leave = (): void => end(false);
      queue.add(grant);
      for (const signal of signals) signal.addEventListener('abort', leave, { once: true });
    });
  }
}
