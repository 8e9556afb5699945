// The quick fix for an entry that a table of the schema lacks.
import { insertField } from '../plugin/fixes';
import type { Fix } from '../rule';
import type { LuaSource } from '../source';
import type { TableData } from './evaluation/datum';

/** Nothing where the entry is there and nil: that would win over what is inserted. */
export function insertMissing(
  source: LuaSource,
  table: TableData,
  key: string,
  value: string | undefined,
): Fix['edits'][number] | undefined {
  if (value === undefined || table.find(key) !== undefined) return undefined;
  return insertField(source, table, key, value);
}
