// Ends a try or a wait: when the caller cancels, when the client closes, or when the time is over.
import type { Clock } from '../clock';

export type Ending = 'cancelled' | 'timeout';

export class TimeLimit {
  readonly #ender = new AbortController();
  readonly #timer = new AbortController();
  readonly #callers: readonly AbortSignal[];
  #ending: Ending | undefined;
  /** Settles when the time is over or somebody cancelled. */
  readonly over: Promise<unknown>;

  constructor(clock: Clock, ms: number, callers: readonly AbortSignal[]) {
    this.#callers = callers;
    for (const caller of callers) {
      if (caller.aborted) this.#cancel();
      else caller.addEventListener('abort', this.#cancel, { once: true });
    }
    this.over = clock.sleep(ms, this.#timer.signal).then(
      () => this.#finish('timeout'),
      () => undefined,
    );
  }

  /** For `fetch`: once it is aborted the socket closes. */
  get signal(): AbortSignal {
    return this.#ender.signal;
  }

  /** Why it ended; undefined while it has not. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** Leaves no timer and no listener behind. */
  release(): void {
    this.#timer.abort();
    for (const caller of this.#callers) caller.removeEventListener('abort', this.#cancel);
  }

  readonly #cancel = (): void => {
    this.#finish('cancelled');
    this.#timer.abort();
  };

  #finish(ending: Ending): void {
    this.#ending ??= ending;
    this.#ender.abort();
  }
}
