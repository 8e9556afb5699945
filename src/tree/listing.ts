// The rows below one node: read once, shown in pages, and no longer read when the node closes.
import type { Rows, TreeNode } from './nodes/node';

/** Rows that are shown at first, and that "Load more" adds. */
export const pageSize = 100;

/** The node was closed, its rows are being read anew, or it is there no more. */
export type Ending = 'closed' | 'readAnew' | 'gone';

export class Listing {
  readonly node: TreeNode;
  /** Those read so far, shown or not. */
  readonly rows: TreeNode[] = [];
  /** Settles when there is a page to show, or all there is. */
  readonly ready: Promise<void>;
  /** Settles when nothing more comes: all is read, reading failed, or it was stopped. */
  readonly finished: Promise<void>;
  readonly #stop = new AbortController();
  #isFinished = false;
  #ending: Ending | undefined;
  #failure: { readonly error: unknown } | undefined;
  #pages = 1;
  #alsoStop: (() => void) | undefined;

  constructor(node: TreeNode, read: (signal: AbortSignal) => Rows) {
    this.node = node;
    let pageIsThere = (): void => undefined;
    this.ready = new Promise((resolve) => {
      pageIsThere = resolve;
    });
    this.finished = this.#read(read, pageIsThere).finally(pageIsThere);
  }

  /** Nothing more comes. */
  get isFinished(): boolean {
    return this.#isFinished;
  }

  get isStopped(): boolean {
    return this.#ending !== undefined;
  }

  /** Why it ended before all was read; undefined when it did not. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** Why the rows are not all there are; rows that came before it stay. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** How many rows may be shown by now. */
  get limit(): number {
    return this.#pages * pageSize;
  }

  showMore(): void {
    this.#pages += 1;
  }

  /** The same number of pages as another listing of the same node showed. */
  showAsMuchAs(other: Listing): void {
    this.#pages = other.#pages;
  }

  /** Rows that were read stay, with the reason why they could not be read again. */
  fail(error: unknown): void {
    this.#failure = { error };
  }

  stop(ending: Ending): void {
    if (!this.#isFinished) this.#ending ??= ending;
    this.#stop.abort();
    this.#alsoStop?.();
  }

  /** What goes on besides, such as another look at the same rows. */
  onStop(work: (() => void) | undefined): void {
    this.#alsoStop = work;
  }

  async #read(read: (signal: AbortSignal) => Rows, pageIsThere: () => void): Promise<void> {
    const { signal } = this.#stop;
    try {
      const found = read(signal);
      const rows = Symbol.asyncIterator in found ? found : await found;
      for await (const row of rows) {
        if (signal.aborted) return;
        this.rows.push(row);
        if (this.rows.length === pageSize) pageIsThere();
      }
    } catch (error) {
      if (!signal.aborted) this.#failure = { error };
    } finally {
      this.#isFinished = true;
    }
  }
}
