// A clock that stands still until the test moves it.
import { EventEmitter, once } from 'node:events';
import type { Clock } from '../../../src/konnect/clock';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

export class TestClock implements Clock {
  /** What was waited for, in order. */
  readonly slept: number[] = [];
  readonly #events = new EventEmitter();
  readonly #sleepers = new Set<Sleeper>();
  #now = Date.UTC(2026, 0, 1);

  /** Waits of at most this long end at once: retry delays, as opposed to time limits. */
  constructor(readonly skipsUpTo = 0) {}

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0.5;
  }

  /** How many wait at present. */
  get waiting(): number {
    return this.#sleepers.size;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.reject(signal.reason);
    this.slept.push(ms);
    this.#events.emit('sleep');
    if (ms <= this.skipsUpTo) {
      this.#now += ms;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const sleeper = { until: this.#now + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers.delete(sleeper);
        reject(signal.reason);
      });
    });
  }

  /** Resolves once that many sleeps of this length have begun in all. */
  async begun(ms: number, count: number): Promise<void> {
    while (this.slept.filter((one) => one === ms).length < count) await once(this.#events, 'sleep');
  }

  advance(ms: number): void {
    this.#now += ms;
    for (const sleeper of this.#sleepers) {
      if (sleeper.until > this.#now) continue;
      this.#sleepers.delete(sleeper);
      sleeper.wake();
    }
  }
}
