// Work that goes on after its command has ended; for one thing, such as the nodes of a control plane, once at a time.
import type { Disposable } from 'vscode';

export class Background implements Disposable {
  readonly #running = new Map<string, { cancel: AbortController; done: Promise<unknown> }>();

  /** What still runs under the same key is stopped: it follows what is over. `work` tells its own failures. */
  run(key: string, work: (signal: AbortSignal) => Promise<unknown>): void {
    this.#running.get(key)?.cancel.abort();
    const cancel = new AbortController();
    const done = work(cancel.signal).finally(() => {
      if (this.#running.get(key)?.cancel === cancel) this.#running.delete(key);
    });
    this.#running.set(key, { cancel, done });
  }

  /** Settles when nothing runs any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.allSettled([...this.#running.values()].map(({ done }) => done));
    }
  }

  dispose(): void {
    for (const { cancel } of this.#running.values()) cancel.abort();
  }
}
