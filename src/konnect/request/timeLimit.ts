// Ends a try or a wait: when the caller cancels, when the client closes, or when the time is over.
import type { Clock } from '../clock';

export type Ending = 'cancelled' | 'timeout';

export class TimeLimit {
  readonly #clock: Clock;
  readonly #callers: readonly AbortSignal[];
  readonly #ender = new AbortController();
  #timer = new AbortController();
  #ending: Ending | undefined;
  #ms = 0;

  constructor(clock: Clock, ms: number, callers: readonly AbortSignal[]) {
    this.#clock = clock;
    this.#callers = callers;
    this.restart(ms);
    for (const caller of callers) {
      if (caller.aborted) this.#cancel();
      else caller.addEventListener('abort', this.#cancel, { once: true });
    }
  }

  /** For `fetch`: once it is aborted the socket closes. */
  get signal(): AbortSignal {
    return this.#ender.signal;
  }

  /** Why it ended; undefined while it has not. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** How long the time was that ran or runs. */
  get seconds(): number {
    return this.#ms / 1000;
  }

  /** Resolves when the time is over or somebody cancelled. */
  over(): Promise<void> {
    if (this.#ending !== undefined) return Promise.resolve();
    return new Promise((resolve) =>
      this.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
  }

  /** Counts anew from now. */
  restart(ms: number): void {
    this.#timer.abort();
    this.#timer = new AbortController();
    this.#ms = ms;
    this.#clock.sleep(ms, this.#timer.signal).then(
      () => this.#finish('timeout'),
      () => undefined,
    );
  }

  /** Leaves no timer and no listener behind. */
  release(): void {
    this.#timer.abort();
    for (const caller of this.#callers) caller.removeEventListener('abort', this.#cancel);
  }

  readonly #cancel = (): void => {
    this.#timer.abort();
    this.#finish('cancelled');
  };

  #finish(ending: Ending): void {
    this.#ending ??= ending;
    this.#ender.abort();
  }
}
