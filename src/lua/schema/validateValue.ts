// Checks a value against a field definition as Kong does when it loads the schema.
import type { Translate } from '../../text';
import type { Expression } from '../syntax/tree';
import type { Constant } from '../values/constants';
import { type Data, type Datum, type Entry, tableOf } from './evaluation/datum';
import type { FieldSpec } from './fieldSpec';
import { isList } from './shapes';
import { validatorFailure } from './validators';

export interface Failure {
  /** The part of the value that fails, where it is written in the file. */
  readonly node: Expression | undefined;
  readonly message: string;
}

/** The first failure; what is not known does not fail. */
export function validateValue(spec: FieldSpec, value: Datum, t: Translate): Failure | undefined {
  const { data, node } = value;
  if (data === undefined || (data.kind === 'constant' && data.value === null)) return undefined;
  const fail = (message: string | undefined): Failure | undefined =>
    message === undefined ? undefined : { node, message };
  if (spec.type === 'json' || spec.type === 'foreign') return undefined;
  const wrongType = typeFailure(spec.type, data, t);
  if (wrongType !== undefined) return fail(wrongType);
  const isReference = typeof textOf(data) === 'string' && /^\{vault:\/\//.test(textOf(data) ?? '');
  if (isReference && spec.isTrue('referenceable')) return undefined;
  return inner(spec, data, t) ?? fail(validatorFailure(spec, data, t));
}

function textOf(data: Data): string | undefined {
  return data.kind === 'constant' && typeof data.value === 'string' ? data.value : undefined;
}

function typeFailure(type: string | undefined, data: Data, t: Translate): string | undefined {
  const value: Constant | undefined = data.kind === 'constant' ? data.value : undefined;
  const table = tableOf(data);
  switch (type) {
    case 'string':
      return typeof value === 'string' ? undefined : t('expected a string');
    case 'number':
      return typeof value === 'number' ? undefined : t('expected a number');
    case 'integer':
      return Number.isInteger(value) ? undefined : t('expected an integer');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : t('expected a boolean');
    case 'function':
      return data.kind === 'function' ? undefined : t('expected a function');
    case 'array':
      return table !== undefined && isList(table) ? undefined : t('expected an array');
    case 'set':
      return table !== undefined && isList(table) ? undefined : t('expected a set');
    case 'map':
      return table !== undefined ? undefined : t('expected a map');
    case 'record':
      return table !== undefined ? undefined : t('expected a record');
    default:
      return undefined;
  }
}

/** The values inside a value. */
function inner(spec: FieldSpec, data: Data, t: Translate): Failure | undefined {
  const table = tableOf(data);
  if (table === undefined) return undefined;
  if (spec.type === 'array' || spec.type === 'set') {
    const elements = spec.nested('elements');
    return elements && first(table.items, (item) => validateValue(elements, item.value, t));
  }
  if (spec.type === 'map') {
    const [keys, values] = [spec.nested('keys'), spec.nested('values')];
    const failure = first(table.named, (entry) => {
      const key: Datum = { data: { kind: 'constant', value: entry.key }, node: entry.node };
      const wrongKey = entry.isNil ? undefined : keys && validateValue(keys, key, t);
      return wrongKey ?? (values && validateValue(values, entry.value, t));
    });
    return failure ?? first(table.items, (item, at) => mapItem(keys, values, item, at, t));
  }
  return spec.type === 'record' ? record(spec, data, t) : undefined;
}

/** In a map, a value without a name has a number for a key. */
function mapItem(
  keys: FieldSpec | undefined,
  values: FieldSpec | undefined,
  item: Entry,
  at: number,
  t: Translate,
): Failure | undefined {
  const key: Datum = { data: { kind: 'constant', value: at + 1 }, node: item.node };
  return (keys && validateValue(keys, key, t)) ?? (values && validateValue(values, item.value, t));
}

function record(spec: FieldSpec, data: Data, t: Translate): Failure | undefined {
  const table = tableOf(data);
  const list = spec.fields;
  if (table === undefined || list === undefined) return undefined;
  const names = new Set(list.fields.map(({ name }) => name));
  // Shorthands stand for fields; their values are not looked at.
  const isKnown = (name: string) =>
    names.has(name) ||
    !list.isComplete ||
    spec.get('shorthand_fields') !== undefined ||
    spec.table.isOpen;
  for (const { key, node } of table.entries()) {
    if (!isKnown(key)) return { node, message: t('{0}: unknown field', key) };
  }
  for (const { name, spec: field } of list.fields) {
    if (field === undefined) continue;
    const entry = table.get(name);
    if (entry !== undefined) {
      const failure = validateValue(field, entry.value, t);
      if (failure === undefined) continue;
      return { node: failure.node, message: `${name}: ${failure.message}` };
    }
    if (table.isOpen || !isMissing(field)) continue;
    return { node: table.node, message: t('{0}: required field missing', name) };
  }
  return undefined;
}

/** Required, and nothing fills it in. */
export function isMissing(field: FieldSpec): boolean {
  if (!field.isTrue('required') || field.type === undefined || field.type === 'record')
    return false;
  return field.lacks('default') && field.lacks('auto') && field.lacks('abstract');
}

function first<T>(
  items: readonly T[],
  find: (item: T, at: number) => Failure | undefined,
): Failure | undefined {
  for (const [at, item] of items.entries()) {
    const failure = find(item, at);
    if (failure !== undefined) return failure;
  }
  return undefined;
}
