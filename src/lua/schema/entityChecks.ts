// Reads entity checks: their kinds, their parts, and the fields that they name.
import { entityChecks } from './data/attributes';
import type { Entry } from './evaluation/datum';
import type { FieldList } from './fieldSpec';
import type { CheckPlace } from './pluginSchema';

export interface EntityCheck {
  readonly kind: string;
  readonly entry: Entry;
}

/** Every check that has the right outer shape. */
export function* checksIn({ entry }: Pick<CheckPlace, 'entry'>): Iterable<EntityCheck> {
  for (const item of entry.table?.items ?? []) {
    for (const check of item.table?.entries() ?? []) yield { kind: check.key, entry: check };
  }
}

/** Shapes of the parts of a kind of check; no parts for those that take a list of names. */
export function partsOf(kind: string): Readonly<Record<string, string>> | undefined {
  return Object.hasOwn(entityChecks, kind) ? entityChecks[kind] : undefined;
}

export const checkKinds: readonly string[] = Object.keys(entityChecks);

/** Where a check names fields. */
export function* namesIn({ kind, entry }: EntityCheck): Iterable<Entry> {
  const parts = partsOf(kind);
  if (parts === undefined) return;
  const all = Object.keys(parts);
  if (all.length === 0) yield* entry.table?.items ?? [];
  for (const part of all) {
    const value = entry.table?.get(part);
    if (parts[part] === 'texts') yield* value?.table?.items ?? [];
    else if (part.endsWith('_field') && value !== undefined) yield value;
  }
}

/** Names that stand where the name of a field does not; nothing when it is there, or cannot be told. */
export function missingField(
  list: FieldList | undefined,
  path: readonly string[],
): { readonly depth: number; readonly known: readonly string[] } | undefined {
  let at = list;
  for (const [depth, name] of path.entries()) {
    if (at === undefined) return undefined;
    const field = at.fields.findLast((one) => one.name === name);
    if (field === undefined) {
      return at.isComplete ? { depth, known: at.fields.map((one) => one.name) } : undefined;
    }
    at = field.spec?.type === 'record' ? field.spec.fields : undefined;
  }
  return undefined;
}
