// The fields that schema.lua declares for the plugin's configuration, as far as they can be read without running it.
import type { LuaSource } from '../source';
import type { Expression, Span } from '../syntax/tree';
import type { TableValue, Value } from '../values/value';

export interface ConfigField {
  readonly name: string;
  /** Where the name is declared. */
  readonly at: Span;
  /** `string`, `record` …; nothing when it is not a constant or comes from a typedef. */
  readonly type: string | undefined;
  /** Of a record. */
  readonly fields: ConfigFields | undefined;
}

export interface ConfigFields {
  readonly byName: ReadonlyMap<string, ConfigField>;
  /** Some fields could not be read. */
  readonly isOpen: boolean;
}

/** Nothing when there is no `config` record to be seen. */
export function configFields(schema: LuaSource): ConfigFields | undefined {
  const top = schema.module && memberTable(schema, schema.module, 'fields');
  if (top === undefined) return undefined;
  for (const item of top.items) {
    const entry = tableOf(schema, item);
    const config = entry && memberTable(schema, entry, 'config');
    if (config !== undefined) return fieldsOf(schema, config, 0);
  }
  return undefined;
}

/** Records nest; nobody nests them deeper. */
const maximumDepth = 20;

function fieldsOf(schema: LuaSource, record: TableValue, depth: number): ConfigFields | undefined {
  const list = memberTable(schema, record, 'fields');
  if (list === undefined || depth > maximumDepth) return undefined;
  const byName = new Map<string, ConfigField>();
  let isOpen = list.isOpen || record.isOpen || schema.isDamaged || list.fields.size > 0;
  for (const item of [...list.items, ...shorthands(schema, record)]) {
    const entry = tableOf(schema, item);
    if (entry === undefined || entry.isOpen) isOpen = true;
    for (const [name, [definition]] of entry?.fields ?? []) {
      if (definition === undefined) continue;
      const field = definition.value && tableOf(schema, definition.value);
      const type = field && constantMember(schema, field, 'type');
      const fields = field && fieldsOf(schema, field, depth + 1);
      byName.set(name, { name, at: definition.at, type, fields });
    }
  }
  return { byName, isOpen };
}

function shorthands(schema: LuaSource, record: TableValue): readonly Expression[] {
  return memberTable(schema, record, 'shorthand_fields')?.items ?? [];
}

function memberTable(schema: LuaSource, table: TableValue, key: string): TableValue | undefined {
  return schema.values.tableOf(schema.values.memberOf(table, key));
}

function constantMember(schema: LuaSource, table: TableValue, key: string): string | undefined {
  const value: Value | undefined = schema.values.memberOf(table, key);
  return value?.kind === 'constant' && typeof value.value === 'string' ? value.value : undefined;
}

function tableOf(schema: LuaSource, node: Expression): TableValue | undefined {
  const value = schema.values.valueOf(node);
  return value?.kind === 'table' ? value : undefined;
}
