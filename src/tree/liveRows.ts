// Looks again at what is in transition: only while somebody can see it, and ever more rarely the longer it lasts.
import type { TreeNode } from './nodes/node';

export interface LiveRowsOptions {
  /** Reads the children of a node anew. */
  readonly refresh: (parent: TreeNode) => void;
  /** The view is visible and the window has the focus. */
  readonly isWatched: () => boolean;
  readonly timers?: Timers;
}

export interface Timers {
  set(work: () => void, delayMs: number): unknown;
  clear(timer: unknown): void;
}

interface Watch {
  readonly parent: TreeNode;
  /** Looks so far that found nothing new. */
  readonly idleLooks: number;
  readonly seen: string;
  readonly timer: unknown;
  /** Its time has come while nobody watched. */
  isDue: boolean;
}

const growth = 1.5;
/** Looks are at most this many times rarer than the first one. */
const rarest = 20;

export class LiveRows {
  readonly #options: LiveRowsOptions;
  readonly #timers: Timers;
  readonly #watches = new Map<string, Watch>();
  readonly #closed = new Set<string>();

  constructor(options: LiveRowsOptions) {
    this.#options = options;
    this.#timers = options.timers ?? systemTimers;
  }

  /** The children of a node were read; those with `lookAgainMs` are in transition. */
  loaded(parent: TreeNode, children: readonly TreeNode[]): void {
    const before = this.#watches.get(parent.id);
    this.forget(parent.id);
    const wishes = children.map(({ lookAgainMs }) => lookAgainMs).filter((ms) => ms !== undefined);
    if (wishes.length === 0) return;
    const seen = children
      .map((child) => `${child.id} ${child.item().description ?? ''}`)
      .join('\n');
    const idleLooks = before?.seen === seen ? before.idleLooks + 1 : 0;
    const delayMs = Math.min(...wishes) * Math.min(growth ** idleLooks, rarest);
    const timer = this.#timers.set(() => this.#look(parent.id), delayMs);
    this.#watches.set(parent.id, { parent, idleLooks, seen, timer, isDue: false });
  }

  /** The view or the window came into sight, or went. */
  watchedChanged(): void {
    for (const [id, { isDue }] of this.#watches) if (isDue) this.#look(id);
  }

  /** What is below the node is out of sight until it opens again. */
  close(id: string): void {
    this.#closed.add(id);
  }

  open(id: string): void {
    this.#closed.delete(id);
    this.watchedChanged();
  }

  /** What is below a node is not shown any more; without an id: nothing is. */
  forget(id?: string): void {
    for (const [key, { timer }] of this.#watches) {
      if (id !== undefined && key !== id && !key.startsWith(`${id}/`)) continue;
      this.#timers.clear(timer);
      this.#watches.delete(key);
    }
  }

  dispose(): void {
    this.forget();
  }

  #look(id: string): void {
    const watch = this.#watches.get(id);
    if (watch === undefined) return;
    watch.isDue = !this.#options.isWatched() || this.#isClosed(watch.parent);
    if (!watch.isDue) this.#options.refresh(watch.parent);
  }

  #isClosed(node: TreeNode | undefined): boolean {
    return node !== undefined && (this.#closed.has(node.id) || this.#isClosed(node.parent));
  }
}

const systemTimers: Timers = {
  set: (work, delayMs) => setTimeout(work, delayMs).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};
