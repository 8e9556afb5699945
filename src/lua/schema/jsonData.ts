// JSON, such as the configuration of a plugin instance, as the data that field definitions are checked against.
import { type Datum, Entry, TableData } from './evaluation/datum';

const certain = { isUncertain: false };

/** `null` is Lua's nil: nothing is there. */
export function jsonDatum(value: unknown): Datum {
  if (value === null || value === undefined)
    return { data: { kind: 'constant', value: null }, node: undefined };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { data: { kind: 'constant', value }, node: undefined };
  if (typeof value !== 'object') return { data: undefined, node: undefined };
  const table = new TableData(certain);
  const entry = (key: string | undefined, inner: unknown) =>
    new Entry(key, undefined, undefined, () => jsonDatum(inner));
  if (Array.isArray(value)) table.items.push(...value.map((item) => entry(undefined, item)));
  else for (const [key, inner] of Object.entries(value)) table.define(key, entry(key, inner));
  return { data: table, node: undefined };
}
