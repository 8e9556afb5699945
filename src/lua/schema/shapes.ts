// Whether the value of an attribute has the shape that Kong's metaschema asks for.
import type { Translate } from '../../text';
import type { Span } from '../syntax/tree';
import type { Data, Entry, TableData } from './evaluation/datum';

export type Shape =
  | 'any'
  | 'text'
  | 'boolean'
  | 'number'
  | 'integer'
  | 'function'
  | 'table'
  | 'list'
  | 'texts'
  | 'range'
  | 'patterns'
  | 'alternatives'
  | 'subsets'
  | 'deletion'
  | 'deprecation';

/** Where a value is not what it should be. */
export interface Misfit {
  readonly at: Span;
  /** What belongs there instead. */
  readonly expected: (t: Translate) => string;
}

export const expectations: Readonly<Record<Shape, (t: Translate) => string>> = {
  any: (t) => t('any value'),
  text: (t) => t('a text that is not empty'),
  boolean: (t) => t('true or false'),
  number: (t) => t('a number'),
  integer: (t) => t('a whole number'),
  function: (t) => t('a function'),
  table: (t) => t('a table'),
  list: (t) => t('a list'),
  texts: (t) => t('a list of texts'),
  range: (t) => t('a list of two numbers'),
  patterns: (t) => t('a list of tables {0}', '{ pattern = "…", err = "…" }'),
  alternatives: (t) => t('a table {0}', '{ patterns = { "…" }, err = "…" }'),
  subsets: (t) => t('a list of lists of texts'),
  deletion: (t) => t('"restrict", "cascade" or "null"'),
  deprecation: (t) => t('a table {0}', '{ message = "…", removal_in_version = "…" }'),
};

/** The first place, if any, where a value does not fit; what is not known fits. */
export function misfit(entry: Entry, shape: Shape): Misfit | undefined {
  const { data, at } = entry;
  if (data === undefined || at === undefined) return undefined;
  const inner = isFit(data, shape) ? parts(data, shape) : 'misfit';
  return inner === 'misfit' ? { at, expected: expectations[shape] } : inner;
}

function isFit(data: Data, shape: Shape): boolean {
  const value = data.kind === 'constant' ? data.value : undefined;
  switch (shape) {
    case 'any':
      return true;
    case 'text':
      return typeof value === 'string' && value !== '';
    case 'deletion':
      return value === 'restrict' || value === 'cascade' || value === 'null';
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value);
    case 'function':
      return data.kind === 'function';
    case 'table':
    case 'alternatives':
    case 'deprecation':
      return data.kind === 'table';
    default:
      return data.kind === 'table' && isList(data);
  }
}

/** Entries with names make it something else than a list. */
export function isList(table: TableData): boolean {
  return table.entries().length === 0;
}

/** Looks into a table that is one at least. */
function parts(data: Data, shape: Shape): Misfit | 'misfit' | undefined {
  if (data.kind !== 'table') return undefined;
  switch (shape) {
    case 'texts':
      return firstOf(data.items, 'text');
    case 'subsets':
      return firstOf(data.items, 'texts');
    case 'range':
      if (data.items.length !== 2 && !data.isOpen) return 'misfit';
      return firstOf(data.items, 'number');
    case 'patterns':
      for (const item of data.items) {
        const wrong = record(item, { pattern: 'text', err: 'text' }, ['pattern']);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    case 'alternatives':
      return members(data, { patterns: 'texts', err: 'text' }, ['patterns']);
    case 'deprecation': {
      const known = { message: 'text', removal_in_version: 'text' } as const;
      const all = { ...known, old_default: 'any', replaced_with: 'list' } as const;
      return members(data, all, Object.keys(known));
    }
    default:
      return undefined;
  }
}

function firstOf(items: readonly Entry[], shape: Shape): Misfit | undefined {
  for (const item of items) {
    const wrong = misfit(item, shape);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function record(
  entry: Entry,
  known: Readonly<Record<string, Shape>>,
  needed: readonly string[],
): Misfit | undefined {
  const { data, at } = entry;
  if (data === undefined || at === undefined) return undefined;
  const wrong = data.kind === 'table' ? members(data, known, needed) : 'misfit';
  return wrong === 'misfit' ? { at, expected: expectations.patterns } : wrong;
}

function members(
  table: TableData,
  known: Readonly<Record<string, Shape>>,
  needed: readonly string[],
): Misfit | 'misfit' | undefined {
  for (const entry of table.entries()) {
    const shape = known[entry.key];
    const wrong = shape === undefined ? 'misfit' : misfit(entry, shape);
    if (wrong !== undefined) return wrong;
  }
  const isMissing = needed.some((key) => table.get(key) === undefined) && !table.isOpen;
  return isMissing || table.items.length > 0 ? 'misfit' : undefined;
}
