// Lua data as JSON, where all of it is known.
import type { Data, Entry } from '../evaluation/datum';

/** Undefined for what is not known, in any part. */
export function plainValue(data: Data | undefined): unknown {
  if (data?.kind === 'constant') return data.value;
  if (data?.kind !== 'table' || data.isOpen) return undefined;
  const entries = data.entries();
  if (entries.length === 0) return whole(data.items.map(({ data: item }) => plainValue(item)));
  if (data.items.length > 0) return undefined;
  const named = entries.map(({ key, data: value }) => [key, plainValue(value)] as const);
  const values = whole(named.map(([, value]) => value));
  return values && Object.fromEntries(named);
}

function whole(values: readonly unknown[]): readonly unknown[] | undefined {
  return values.includes(undefined) ? undefined : values;
}

export function valuesIn(entry: Entry | undefined): readonly unknown[] | undefined {
  const value = plainValue(entry?.data);
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}

export function numberIn(entry: Entry | undefined): number | undefined {
  return typeof entry?.constant === 'number' ? entry.constant : undefined;
}
