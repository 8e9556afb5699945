// The value of a field as an entity check sees it: what is given, else the default, else nothing.
import type { Data, TableData } from './evaluation/datum';
import { tableOf } from './evaluation/datum';
import type { FieldList, FieldSpec } from './fieldSpec';
import { jsonDatum } from './jsonData';

export interface CheckedRecord {
  readonly fields: FieldList | undefined;
  /** There may be shorthands, from which other fields are filled in. */
  readonly hasShorthands: boolean;
  readonly table: TableData;
}

export interface Looked {
  readonly data: Data | undefined;
  /** Kong tells what is not there at all from what is empty. */
  readonly isNil: boolean;
  readonly spec: FieldSpec;
}

/** Undefined where it is not known. */
export function lookUp(record: CheckedRecord, path: readonly string[]): Looked | undefined {
  const [name = '', ...rest] = path;
  const spec = record.fields?.fields.findLast((field) => field.name === name)?.spec;
  if (spec === undefined) return undefined;
  const value = givenOr(record, name, spec);
  if (value === undefined || rest.length === 0) return value;
  const inner = recordOf(spec, value.data);
  if (inner !== undefined) return lookUp(inner, rest);
  return value.data === undefined || isNull(value.data)
    ? { data: undefined, isNil: true, spec }
    : undefined;
}

function givenOr(
  { table, hasShorthands }: CheckedRecord,
  name: string,
  spec: FieldSpec,
): Looked | undefined {
  const given = table.find(name);
  if (given !== undefined && !given.isNil)
    return given.data && { data: given.data, isNil: false, spec };
  if (hasShorthands || table.isOpen) return undefined;
  const preset = spec.get('default');
  // A null that was written may stand for itself, or for the default.
  if (preset !== undefined)
    return given === undefined && preset.data
      ? { data: preset.data, isNil: false, spec }
      : undefined;
  if (spec.table.isOpen) return undefined;
  if (!spec.isTrue('required')) return { data: undefined, isNil: false, spec };
  if (spec.type !== 'record') return { data: undefined, isNil: true, spec };
  return { data: jsonDatum({}).data, isNil: false, spec };
}

export function recordOf(spec: FieldSpec, data: Data | undefined): CheckedRecord | undefined {
  const table = tableOf(data);
  if (table === undefined || spec.type !== 'record') return undefined;
  const hasShorthands = spec.get('shorthand_fields') !== undefined || spec.table.isOpen;
  return { fields: spec.fields, hasShorthands, table };
}

export function isFilled(data: Data | undefined): boolean {
  if (data === undefined || isNull(data)) return false;
  if (data.kind === 'constant') return data.value !== '';
  const table = tableOf(data);
  return table === undefined || table.items.length + table.entries().length > 0 || table.isOpen;
}

function isNull(data: Data): boolean {
  return data.kind === 'constant' && data.value === null;
}
