// Stored resources of one kind by id, in the order they were made; a change puts a new value in the old one's place.

export class Collection<T extends { readonly id: string }> {
  readonly #items = new Map<string, T>();

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  put(item: T): T {
    this.#items.set(item.id, item);
    return item;
  }

  remove(id: string): void {
    this.#items.delete(id);
  }

  all(): readonly T[] {
    return [...this.#items.values()];
  }

  where(holds: (item: T) => boolean): readonly T[] {
    return this.all().filter(holds);
  }

  find(holds: (item: T) => boolean): T | undefined {
    for (const item of this.#items.values()) if (holds(item)) return item;
    return undefined;
  }
}
