// The validators of a field definition, on values that are known, in the order in which Kong runs them.
import type { Translate } from '../../text';
import type { Constant } from '../values/constants';
import { type Data, type Entry, tableOf } from './evaluation/datum';
import type { FieldSpec } from './fieldSpec';
import { matchesPattern } from './patterns/luaPattern';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Nothing when the value passes, or when it cannot be told. */
export function validatorFailure(spec: FieldSpec, data: Data, t: Translate): string | undefined {
  const value = data.kind === 'constant' ? data.value : undefined;
  return (
    chosenFailure(spec, value, t) ??
    numberFailure(spec, value, t) ??
    lengthFailure(spec, data, t) ??
    (typeof value === 'string' ? textFailure(spec, value, t) : undefined) ??
    containsFailure(spec, data, t)
  );
}

function chosenFailure(
  spec: FieldSpec,
  value: Constant | undefined,
  t: Translate,
): string | undefined {
  if (value === undefined) return undefined;
  const [equal, other] = [spec.get('eq')?.constant, spec.get('ne')?.constant];
  if (equal !== undefined && equal !== value) return t('value must be {0}', String(equal));
  if (other !== undefined && other === value) return t('value must not be {0}', String(other));
  if (constantsOf(spec.get('not_one_of'))?.includes(value)) {
    return t('must not be one of: {0}', listed(spec.get('not_one_of')));
  }
  const allowed = constantsOf(spec.get('one_of'));
  if (allowed === undefined || allowed.includes(value) || allowed.includes(undefined)) {
    return undefined;
  }
  return t('expected one of: {0}', listed(spec.get('one_of')));
}

/** The values of a list, `undefined` for those that are not known; nothing when there may be others. */
function constantsOf(entry: Entry | undefined): (Constant | undefined)[] | undefined {
  const table = entry?.table;
  return table === undefined || table.isOpen
    ? undefined
    : table.items.map(({ constant }) => constant);
}

function listed(entry: Entry | undefined): string {
  return (constantsOf(entry) ?? []).map(String).join(', ');
}

function numberFailure(
  spec: FieldSpec,
  value: Constant | undefined,
  t: Translate,
): string | undefined {
  if (typeof value !== 'number') return undefined;
  const limit = spec.get('gt')?.constant;
  if (typeof limit === 'number' && value <= limit) {
    return t('value must be greater than {0}', limit);
  }
  if (spec.isTrue('timestamp') && value <= 0) return t('expected a valid timestamp');
  const [low, high] = constantsOf(spec.get('between')) ?? [];
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  return value < low || value > high
    ? t('value should be between {0} and {1}', low, high)
    : undefined;
}

function lengthFailure(spec: FieldSpec, data: Data, t: Translate): string | undefined {
  const length = lengthOf(data);
  if (length === undefined) return undefined;
  const [exact, least, most] = ['len_eq', 'len_min', 'len_max'].map((key) => {
    const limit = spec.get(key)?.constant;
    return typeof limit === 'number' ? limit : undefined;
  });
  if (exact !== undefined && length !== exact) return t('length must be {0}', exact);
  // Kong takes no empty text unless `len_min` allows it.
  const isText = data.kind === 'constant' && spec.type === 'string' && spec.lacks('len_min');
  const minimum = least ?? (isText ? 1 : undefined);
  if (minimum !== undefined && length < minimum) return t('length must be at least {0}', minimum);
  return most !== undefined && length > most ? t('length must be at most {0}', most) : undefined;
}

/** Bytes of a text, entries of a table. */
function lengthOf(data: Data): number | undefined {
  if (data.kind === 'constant') {
    return typeof data.value === 'string' ? new TextEncoder().encode(data.value).length : undefined;
  }
  const table = tableOf(data);
  return table === undefined || table.isOpen
    ? undefined
    : table.items.length + table.entries().length;
}

function textFailure(spec: FieldSpec, value: string, t: Translate): string | undefined {
  if (spec.isTrue('uuid') && !uuid.test(value)) return t('expected a valid UUID');
  const start = spec.get('starts_with')?.text;
  if (start !== undefined && !value.startsWith(start)) return t('should start with: {0}', start);
  const isMatch = (pattern: string | undefined) =>
    pattern === undefined ? undefined : matchesPattern(value, pattern);
  const wanted = [spec.get('match')?.text, ...patternsOf(spec.get('match_all'))];
  const refused = [spec.get('not_match')?.text, ...patternsOf(spec.get('match_none'))];
  const alternatives = spec.get('match_any')?.table?.get('patterns')?.table;
  const isAnyMissed =
    alternatives !== undefined &&
    !alternatives.isOpen &&
    alternatives.items.every(({ text }) => isMatch(text) === false);
  const fails =
    isAnyMissed ||
    wanted.some((pattern) => isMatch(pattern) === false) ||
    refused.some((pattern) => isMatch(pattern) === true);
  return fails ? t('invalid value: {0}', value) : undefined;
}

/** Patterns of a list of `{ pattern = …, err = … }`. */
function patternsOf(entry: Entry | undefined): (string | undefined)[] {
  return entry?.table?.items.map(({ table }) => table?.get('pattern')?.text) ?? [];
}

function containsFailure(spec: FieldSpec, data: Data, t: Translate): string | undefined {
  const [wanted, table] = [spec.get('contains')?.constant, tableOf(data)];
  if (wanted === undefined || table === undefined || table.isOpen) return undefined;
  const isThere = table.items.some(({ data: item, constant }) =>
    item === undefined ? true : constant === wanted,
  );
  return isThere ? undefined : t('expected to contain: {0}', String(wanted));
}
