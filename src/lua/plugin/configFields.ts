// The fields that schema.lua declares for the plugin's configuration, as far as they can be read without running it.
import type { FieldSpec } from '../schema/fieldSpec';
import type { LuaSource } from '../source';
import type { Span } from '../syntax/tree';

export interface ConfigField {
  readonly name: string;
  /** Where the name is declared; absent for the fields of a typedef and for shorthands. */
  readonly at: Span | undefined;
  /** `string`, `record` …; nothing when it is not known. */
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
export function configFields({ pluginSchema }: LuaSource): ConfigFields | undefined {
  const config = pluginSchema.field('config')?.spec;
  return config && fieldsOf(config, 0);
}

/** Records nest; nobody nests them deeper. */
const maximumDepth = 20;

function fieldsOf(record: FieldSpec, depth: number): ConfigFields | undefined {
  const list = record.type === 'record' ? record.fields : undefined;
  if (list === undefined || depth > maximumDepth) return undefined;
  const byName = new Map<string, ConfigField>();
  const { shorthands } = record;
  for (const { name, spec } of shorthands?.fields ?? []) {
    byName.set(name, { name, at: undefined, type: spec?.type, fields: undefined });
  }
  for (const { name, at, spec } of list.fields) {
    byName.set(name, { name, at, type: spec?.type, fields: spec && fieldsOf(spec, depth + 1) });
  }
  const isRest = record.get('shorthand_fields') !== undefined && !shorthands?.isComplete;
  return { byName, isOpen: !list.isComplete || isRest || record.table.isOpen };
}
