// Entity checks that look at one field when another one has a certain value.
import type { Translate } from '../../text';
import { type Entry, TableData } from './evaluation/datum';
import { FieldSpec, FieldSpecs } from './fieldSpec';
import type { CheckedRecord, Looked } from './lookUp';
import { matchesPattern } from './patterns/luaPattern';
import { validateValue } from './validateValue';

export interface Conditional {
  readonly entry: Entry;
  readonly record: CheckedRecord;
  /** Of the field that a part of the check names. */
  readonly value: (part: string) => Looked | undefined;
}

/** @returns the failure, at the second field */
export function conditionalFailure(
  check: Conditional,
  t: Translate,
): { readonly message: string; readonly field: string } | undefined {
  const parts = check.entry.table;
  const [field, first] = ['then_field', 'if_field'].map((part) => parts?.get(part)?.text);
  const match = parts?.get('then_match')?.table;
  const value = check.value('then_field');
  if (field === undefined || first === undefined || match === undefined || value === undefined)
    return undefined;
  if (check.value('if_field')?.isNil || isMatch(check, 'if_match') !== true) return undefined;
  const reason = reasonOf(value, match, t);
  if (reason === undefined) return undefined;
  const own = parts?.get('then_err')?.text?.replace('%s', first);
  return { field, message: own ?? t('{0}, given the value of {1}', reason, first) };
}

function reasonOf(value: Looked, match: TableData, t: Translate): string | undefined {
  const isEmpty = value.data === undefined;
  if (isEmpty && match.get('required')?.constant === true) return t('required field missing');
  if (value.data !== undefined)
    return validateValue(merged(value.spec, match), { data: value.data, node: undefined }, t)
      ?.message;
  const wanted = match.get('eq')?.constant;
  return wanted === undefined ? undefined : t('value must be {0}', String(wanted));
}

/** Undefined where it cannot be told. */
export function isMatch(check: Conditional, part: string): boolean | undefined {
  const match = check.entry.table?.get(part)?.table;
  const value = check.value('if_field');
  if (match === undefined || value === undefined || match.isOpen) return undefined;
  const { data, spec } = value;
  const text = data?.kind === 'constant' && typeof data.value === 'string' ? data.value : undefined;
  // What a reference leads to is known to the data plane alone.
  if (text?.startsWith('{vault://')) return undefined;
  if (!match.named.every((entry) => isDecidable(entry, text))) return undefined;
  if (data !== undefined) {
    const plain = { data, node: undefined };
    return validateValue(merged(spec, match), plain, (message) => message) === undefined;
  }
  // Nothing passes whatever else is asked of it, which hardly any author of a schema means.
  const isRefused = match.get('eq') !== undefined || match.get('required')?.constant === true;
  return isRefused ? false : undefined;
}

const ofConstants = new Set(['eq', 'ne', 'gt', 'len_eq', 'len_min', 'len_max', 'required', 'type']);
const ofLists = new Set(['one_of', 'not_one_of', 'between']);

/** Lua's `null` is not known as a constant, and JSON's is as good as not there. */
function isDecidable({ key = '', constant, isNil, table, text }: Entry, value?: string): boolean {
  if (isNil) return false;
  if (ofConstants.has(key)) return constant !== undefined;
  if (ofLists.has(key))
    return table?.isOpen === false && table.items.every((item) => item.constant !== undefined);
  if (key !== 'match' && key !== 'not_match') return false;
  return value === undefined || (text !== undefined && matchesPattern(value, text) !== undefined);
}

/** The definition of a field with some of its attributes replaced. */
function merged({ table }: FieldSpec, match: TableData): FieldSpec {
  const both = new TableData({ isUncertain: false });
  for (const entry of [...table.entries(), ...match.entries()]) both.define(entry.key, entry);
  if (table.isOpen) both.open();
  return new FieldSpec(both, new FieldSpecs());
}
