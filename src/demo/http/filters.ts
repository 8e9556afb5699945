// `filter[field][operator]=value` and what may be asked of each field.

import type { InvalidParameter } from './refusal';
import { invalid } from './refusal';
import { isUuid } from './shape';

type Operator = 'eq' | 'neq' | 'oeq' | 'contains' | 'ocontains';

export interface FilterField<T> {
  readonly read: (item: T) => string | undefined;
  readonly operators: readonly Operator[];
  /** A value without an operator is an `eq`. */
  readonly bare?: boolean;
  readonly uuid?: boolean;
  readonly choices?: readonly string[];
}

export type Filters<T> = Readonly<Record<string, FilterField<T>>>;

export const stringOperators = ['eq', 'neq', 'oeq', 'contains', 'ocontains'] as const;
export const equalityOperators = ['eq', 'neq', 'oeq'] as const;
export const geos = ['us', 'eu', 'au', 'me', 'in', 'sg'] as const;

/** The items that pass every filter of the query; a filter that the list does not have is a 400. */
export function filtered<T>(
  items: readonly T[],
  query: URLSearchParams,
  filters: Filters<T>,
): readonly T[] {
  const tests: ((item: T) => boolean)[] = [];
  for (const [key, value] of query) {
    if (!/^filter\b/.test(key)) continue;
    tests.push(testOf(key, value, filters));
  }
  return tests.length === 0 ? items : items.filter((item) => tests.every((test) => test(item)));
}

function testOf<T>(key: string, value: string, filters: Filters<T>): (item: T) => boolean {
  const [, name = '', operator] = /^filter\[([^\]]+)\](?:\[([^\]]*)\])?$/.exec(key) ?? [];
  const field = Object.hasOwn(filters, name) ? filters[name] : undefined;
  if (!field)
    throw refuse({ field: key, rule: 'unknown_property', reason: `"${key}" is not allowed` });
  const chosen = operator === undefined && field.bare ? 'eq' : operator;
  const known = field.operators.find((one) => one === chosen);
  if (!known)
    throw refuse({ field: key, rule: 'unknown_property', reason: `"${key}" is not allowed` });
  const values = known.startsWith('o') ? value.split(',') : [value];
  for (const one of values) checkValue(key, one, field);
  return (item) => matches(known, field.read(item), values);
}

function checkValue<T>(key: string, value: string, { uuid, choices }: FilterField<T>): void {
  if (uuid && !isUuid(value)) {
    throw refuse({ field: key, rule: 'is_uuid', reason: `"${key}" must be a valid GUID` });
  }
  if (choices && !choices.includes(value)) {
    throw refuse({
      field: key,
      rule: 'enum',
      reason: `"${key}" must be one of [${choices.join(', ')}]`,
      choices,
    });
  }
}

function refuse(problem: InvalidParameter) {
  return invalid([{ ...problem, source: 'query' }]);
}

function matches(
  operator: Operator,
  actual: string | undefined,
  values: readonly string[],
): boolean {
  switch (operator) {
    case 'eq':
    case 'oeq':
      return values.some((value) => value === actual);
    case 'neq':
      return values.every((value) => value !== actual);
    case 'contains':
    case 'ocontains':
      return values.some((value) => actual?.includes(value) ?? false);
  }
}
