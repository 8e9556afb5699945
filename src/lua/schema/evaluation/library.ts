// The modules that schema.lua may require, as data.
import { type Plain, redisSchema, typedefs } from '../data/typedefs';
import { type Certainty, type Data, Entry, TableData } from './datum';

export const typedefsModule = 'kong.db.schema.typedefs';

export class Library {
  readonly #certainty: Certainty;
  readonly #modules = new Map<string, TableData>();

  constructor(certainty: Certainty) {
    this.#certainty = certainty;
  }

  module(name: string): TableData | undefined {
    const known = this.#modules.get(name);
    if (known !== undefined) return known;
    const made = this.#make(name);
    if (made !== undefined) this.#modules.set(name, made);
    return made;
  }

  #make(name: string): TableData | undefined {
    const table = new TableData(this.#certainty);
    if (name === typedefsModule) {
      for (const [key, field] of Object.entries(typedefs)) this.#define(table, key, field, true);
    } else if (name === 'kong.tools.redis.schema') {
      this.#define(table, 'config_schema', redisSchema);
    } else return undefined;
    table.open();
    return table;
  }

  #define(table: TableData, key: string, value: Plain, isCallable = false): void {
    const read = () => {
      const data = key === 'fields' ? this.#fields(value) : this.#data(value, key);
      if (data?.kind === 'table') data.isCallable = isCallable;
      return { data, node: undefined };
    };
    table.define(key, new Entry(key, undefined, undefined, read));
  }

  #fields(value: Plain): TableData {
    const list = new TableData(this.#certainty);
    for (const [name, field] of Object.entries(value as Record<string, Plain>)) {
      const single = new TableData(this.#certainty);
      this.#define(single, name, field);
      list.items.push(this.#item(single));
    }
    return list;
  }

  #data(value: Plain, key?: string): Data | undefined {
    if (value === undefined) return undefined;
    if (key === 'custom_validator') return { kind: 'function' };
    if (typeof value !== 'object') return { kind: 'constant', value };
    const table = new TableData(this.#certainty);
    if (Array.isArray(value)) {
      for (const item of value as readonly Plain[]) table.items.push(this.#item(this.#data(item)));
    } else {
      for (const [name, member] of Object.entries(value as Record<string, Plain>)) {
        this.#define(table, name, member);
      }
    }
    return table;
  }

  #item(data: Data | undefined): Entry {
    return new Entry(undefined, undefined, undefined, () => ({ data, node: undefined }));
  }
}
