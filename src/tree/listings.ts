// All that was read for the explorer, by the id of the row that it is below.
import { Listing } from './listing';
import type { TreeNode, Trouble } from './nodes/node';

export class Listings {
  readonly #byId = new Map<string, Listing>();

  get(id: string): Listing | undefined {
    return this.#byId.get(id);
  }

  begin(node: TreeNode): Listing {
    this.#byId.get(node.id)?.stop('readAnew');
    const listing = read(node);
    this.#byId.set(node.id, listing);
    return listing;
  }

  replace(listing: Listing): void {
    this.#byId.set(listing.node.id, listing);
  }

  /** Stops and forgets what is at and below a row, or everything. */
  drop(id?: string): void {
    for (const [key, listing] of this.#within(id)) {
      listing.stop(key === id ? 'readAnew' : 'gone');
      this.#byId.delete(key);
    }
  }

  /** Stops what is still being read at and below a row; what was read stays. Returns what was stopped. */
  stop(id: string): readonly Listing[] {
    const within = [...this.#within(id)];
    for (const [, listing] of within) listing.stop('closed');
    const unfinished = within.filter(([, { isFinished }]) => !isFinished);
    for (const [key] of unfinished) this.#byId.delete(key);
    return unfinished.map(([, listing]) => listing);
  }

  /** The things that are in each kind of trouble; one that is shown in two places counts once. */
  troubles(): ReadonlyMap<Trouble, number> {
    const ids = { outOfSync: new Set<string>(), error: new Set<string>() };
    for (const { rows } of this.#byId.values()) {
      for (const { id, trouble } of rows) {
        if (trouble !== undefined) ids[trouble].add(id.slice(id.lastIndexOf('/') + 1));
      }
    }
    return new Map([
      ['outOfSync', ids.outOfSync.size],
      ['error', ids.error.size],
    ]);
  }

  *rows(): Generator<TreeNode> {
    for (const { rows } of this.#byId.values()) yield* rows;
  }

  *#within(id: string | undefined): Generator<[string, Listing]> {
    for (const entry of this.#byId) {
      const [key] = entry;
      if (id === undefined || key === id || key.startsWith(`${id}/`)) yield entry;
    }
  }
}

export function read(node: TreeNode): Listing {
  return new Listing(node, (signal) => node.children?.(signal) ?? Promise.resolve([]));
}
