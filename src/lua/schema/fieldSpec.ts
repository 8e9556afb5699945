// A field definition of a schema: its attributes, and the definitions inside it.
import type { Span } from '../syntax/tree';
import type { Entry, TableData } from './evaluation/datum';

/** `{ name = { … } }` in a list of fields. */
export interface NamedField {
  readonly name: string;
  readonly at: Span | undefined;
  /** The definition; absent where it is not known. */
  readonly spec: FieldSpec | undefined;
  readonly entry: Entry;
  /** The table with the one key. */
  readonly item: Entry;
}

export interface FieldList {
  /** `fields = …` */
  readonly entry: Entry;
  readonly table: TableData;
  readonly fields: readonly NamedField[];
  /** There are no other fields. */
  readonly isComplete: boolean;
}

export class FieldSpec {
  readonly #specs: FieldSpecs;

  constructor(
    readonly table: TableData,
    specs: FieldSpecs,
  ) {
    this.#specs = specs;
  }

  get type(): string | undefined {
    return this.get('type')?.text;
  }

  /** An attribute; one that is `nil` is not there. */
  get(attribute: string): Entry | undefined {
    return this.table.get(attribute);
  }

  isTrue(attribute: string): boolean {
    return this.get(attribute)?.constant === true;
  }

  /** Surely not there, as far as the file tells. */
  lacks(attribute: string): boolean {
    return this.get(attribute) === undefined && !this.table.isOpen;
  }

  /** `elements`, `keys` or `values` */
  nested(attribute: string): FieldSpec | undefined {
    const table = this.get(attribute)?.table;
    return table && this.#specs.of(table);
  }

  get fields(): FieldList | undefined {
    return this.#specs.list(this.get('fields'));
  }

  get shorthands(): FieldList | undefined {
    return this.#specs.list(this.get('shorthand_fields'));
  }
}

/** One `FieldSpec` for each table, and one `FieldList` for each list. */
export class FieldSpecs {
  readonly #specs = new Map<TableData, FieldSpec>();
  readonly #lists = new Map<TableData, FieldList>();

  of(table: TableData): FieldSpec {
    const known = this.#specs.get(table);
    if (known !== undefined) return known;
    const made = new FieldSpec(table, this);
    this.#specs.set(table, made);
    return made;
  }

  list(entry: Entry | undefined): FieldList | undefined {
    const table = entry?.table;
    if (entry === undefined || table === undefined) return undefined;
    const known = this.#lists.get(table);
    if (known !== undefined) return known;
    const fields: NamedField[] = [];
    let isComplete = !table.isOpen && table.named.length === 0;
    for (const item of table.items) {
      const single = item.table;
      if (single === undefined || single.isOpen) isComplete = false;
      for (const entry of single?.entries() ?? []) {
        const { key: name, keyAt: at, table: inner } = entry;
        fields.push({ name, at, spec: inner && this.of(inner), entry, item });
      }
    }
    const made = { entry, table, fields, isComplete };
    this.#lists.set(table, made);
    return made;
  }
}
