// The core entities of one control plane, and the hash that its nodes are expected to report.

import { createHash } from 'node:crypto';
import { Collection } from './collection';
import type { CoreEntity } from './entities';
import { canonical, type Json } from './json';

export class CoreStore {
  readonly #kinds = new Map<string, Collection<CoreEntity>>();

  /** The entities of a kind, called as in its path: `services`, `custom-plugins`. */
  of(kind: string): Collection<CoreEntity> {
    const entities = this.#kinds.get(kind) ?? new Collection<CoreEntity>();
    this.#kinds.set(kind, entities);
    return entities;
  }

  /** Unix seconds of the latest change that is still to be seen; 0 without entities. */
  changedAt(): number {
    const times = [...this.#kinds.values()].flatMap((entities) =>
      entities.all().map(({ updated_at }) => updated_at),
    );
    return Math.max(0, ...times);
  }

  isEmpty(): boolean {
    return [...this.#kinds.values()].every((entities) => entities.all().length === 0);
  }

  /** 32 hexadecimal digits of all that is stored but the times of change, so that undoing a change undoes the hash. */
  hash(): string {
    const content: Record<string, Json> = {};
    for (const [kind, entities] of this.#kinds) {
      const all = entities
        .all()
        .map(({ created_at: _created, updated_at: _updated, ...rest }) => canonical(rest));
      if (all.length > 0) content[kind] = all.sort();
    }
    return createHash('md5').update(canonical(content)).digest('hex');
  }
}
