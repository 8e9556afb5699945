// Timers that run when a test lets time pass, and only then.
import type { Timers } from '../../src/tree/liveRows';

interface Waiting {
  readonly at: number;
  readonly work: () => void;
}

export class ManualTimers implements Timers {
  readonly #waiting = new Set<Waiting>();
  #now = 0;

  set(work: () => void, delayMs: number): Waiting {
    const timer = { at: this.#now + delayMs, work };
    this.#waiting.add(timer);
    return timer;
  }

  clear(timer: unknown): void {
    this.#waiting.delete(timer as Waiting);
  }

  nextDelayMs(): number | undefined {
    const due = [...this.#waiting].map(({ at }) => at);
    return due.length === 0 ? undefined : Math.min(...due) - this.#now;
  }

  advance(ms: number): void {
    this.#now += ms;
    for (const timer of [...this.#waiting]) {
      if (timer.at > this.#now) continue;
      this.#waiting.delete(timer);
      timer.work();
    }
  }
}
