// The table that schema.lua returns, evaluated: its fields, and everything that is defined in them.
import type { Notes } from '../syntax/notes';
import type { Expression, Span } from '../syntax/tree';
import type { Resolver } from '../values/resolver';
import {
  type Datum,
  type Entry,
  type NamedEntry,
  type TableData,
  tableOf,
} from './evaluation/datum';
import { Evaluator } from './evaluation/evaluator';
import { type FieldList, type FieldSpec, FieldSpecs, type NamedField } from './fieldSpec';

/** A definition in the place where it is met first. */
export interface SpecPlace {
  readonly spec: FieldSpec;
  readonly role: 'field' | 'elements' | 'keys' | 'values' | 'shorthand';
  /** The field that it is, or that it is a part of. */
  readonly field: NamedField;
  readonly isInConfig: boolean;
  /** Where to point when no part of the definition can be pointed at; absent for what comes with the gateway. */
  readonly at: Span | undefined;
}

/** An attribute of a definition. */
export interface AttributePlace extends SpecPlace {
  readonly entry: NamedEntry;
}

/** `entity_checks = …`, and the fields that the checks may name. */
export interface CheckPlace {
  readonly entry: Entry;
  readonly fields: FieldList | undefined;
  readonly shorthands: FieldList | undefined;
  readonly isTop: boolean;
}

export class PluginSchema {
  readonly returned: Datum | undefined;
  readonly root: TableData | undefined;
  readonly fields: FieldList | undefined;
  /** Every definition once, in the order of the file. */
  readonly specs: readonly SpecPlace[];
  /** Every list of fields once. */
  readonly lists: readonly FieldList[];
  readonly checks: readonly CheckPlace[];
  /** Every field of the configuration, those of its records too. */
  readonly configFields: readonly NamedField[];
  #attributes: ReadonlyMap<string, readonly AttributePlace[]> | undefined;

  /** `isDamaged`: what seems to be missing may stand in a part of the file that could not be read. */
  constructor(
    returned: Expression | undefined,
    notes: Notes,
    values: Resolver,
    isDamaged: boolean,
  ) {
    const evaluator = new Evaluator(notes, values);
    if (isDamaged) evaluator.certainty.isUncertain = true;
    this.returned = returned && evaluator.valueOf(returned);
    this.root = tableOf(this.returned?.data);
    const walk = new Walk();
    const specs = new FieldSpecs();
    this.fields = specs.list(this.root?.get('fields'));
    const shorthands = specs.list(this.root?.get('shorthand_fields'));
    walk.list(this.fields, 'field', false);
    walk.list(shorthands, 'shorthand', true);
    walk.check(this.root?.get('entity_checks'), this.fields, shorthands, true);
    this.specs = walk.specs;
    this.lists = walk.lists;
    this.checks = walk.checks;
    this.configFields = walk.configFields;
  }

  /** Every attribute of every definition, by its name. */
  get attributes(): ReadonlyMap<string, readonly AttributePlace[]> {
    this.#attributes ??= attributesOf(this.specs);
    return this.#attributes;
  }

  /** The definitions that have an attribute. */
  having(attribute: string): readonly AttributePlace[] {
    return this.attributes.get(attribute) ?? [];
  }

  field(name: string): NamedField | undefined {
    return this.fields?.fields.findLast((field) => field.name === name);
  }
}

function attributesOf(specs: readonly SpecPlace[]): Map<string, AttributePlace[]> {
  const attributes = new Map<string, AttributePlace[]>();
  for (const { spec, role, field, isInConfig, at } of specs) {
    for (const entry of spec.table.entries()) {
      const place = { spec, role, field, isInConfig, at, entry };
      const known = attributes.get(entry.key);
      if (known === undefined) attributes.set(entry.key, [place]);
      else known.push(place);
    }
  }
  return attributes;
}

/** More than the largest schema has; tables that refer to each other through helpers would go on for ever. */
const maximumSpecs = 20_000;

class Walk {
  readonly specs: SpecPlace[] = [];
  readonly lists: FieldList[] = [];
  readonly checks: CheckPlace[] = [];
  readonly configFields: NamedField[] = [];
  readonly #seen = new Set<unknown>();

  list(list: FieldList | undefined, role: SpecPlace['role'], isInConfig: boolean): void {
    if (list === undefined || this.#isKnown(list)) return;
    this.lists.push(list);
    for (const field of list.fields) {
      const { spec, name, at } = field;
      if (isInConfig && role === 'field') this.configFields.push(field);
      if (spec === undefined) continue;
      this.#spec({ spec, role, field, isInConfig: isInConfig || name === 'config', at });
    }
  }

  check(
    entry: Entry | undefined,
    fields: FieldList | undefined,
    shorthands: FieldList | undefined,
    isTop = false,
  ): void {
    if (entry === undefined || this.#isKnown(entry)) return;
    this.checks.push({ entry, fields, shorthands, isTop });
  }

  #spec(place: SpecPlace): void {
    const { spec, role, isInConfig } = place;
    if (this.#isKnown(role === 'shorthand' ? spec.table.named : spec)) return;
    if (this.specs.length >= maximumSpecs) return;
    this.specs.push(place);
    for (const part of ['elements', 'keys', 'values'] as const) {
      const nested = spec.nested(part);
      if (nested === undefined) continue;
      const at = spec.get(part)?.keyAt ?? place.at;
      this.#spec({ ...place, spec: nested, role: part, at });
    }
    this.list(spec.fields, 'field', isInConfig);
    this.list(spec.shorthands, 'shorthand', isInConfig);
    this.check(spec.get('entity_checks'), spec.fields, spec.shorthands);
  }

  #isKnown(thing: unknown): boolean {
    if (this.#seen.has(thing)) return true;
    this.#seen.add(thing);
    return false;
  }
}
