// Entity checks are a list of tables with exactly one kind of check each.
import type { Translate } from '../../text';
import { nearest } from '../gateway/nearest';
import type { Problem, Rule } from '../rule';
import { matchAttributes } from '../schema/data/attributes';
import { checkKinds, checksIn, type EntityCheck, partsOf } from '../schema/entityChecks';
import type { Entry } from '../schema/evaluation/datum';
import { shapeOf } from '../schema/language';
import { misfit, type Shape } from '../schema/shapes';
import type { LuaSource } from '../source';

export const schemaCheckShape: Rule = {
  name: 'schema-check-shape',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    for (const place of source.pluginSchema.checks) {
      const { entry } = place;
      if (entry.data !== undefined && entry.table === undefined && entry.at !== undefined) {
        yield { at: entry.at, message: t('entity_checks expects {0}', t('a list')) };
      }
      yield* named(source, entry, t);
      for (const item of entry.table?.items ?? []) yield* outerShape(item, t);
      for (const check of checksIn(place)) yield* innerShape(check, t);
    }
  },
};

/** `entity_checks = { at_least_one_of = { … } }` */
function* named(source: LuaSource, { table }: Entry, t: Translate): Iterable<Problem> {
  const all = table?.entries() ?? [];
  const edits = all.flatMap(({ extent }) =>
    extent === undefined ? [] : [{ at: extent, text: `{ ${source.slice(extent)} }` }],
  );
  const fix = { title: t('Put each check in braces'), edits, isCertain: true };
  for (const { key, keyAt } of all) {
    if (keyAt === undefined) continue;
    const message = t('checks are a list: write {0}', `{ ${key} = { … } }`);
    yield { at: keyAt, message, ...(edits.length === all.length && { fix }) };
  }
}

function* outerShape({ data, table, at }: Entry, t: Translate): Iterable<Problem> {
  if (data === undefined || at === undefined) return;
  const message = t('each check is a table with exactly one kind');
  const [first, ...others] = table?.entries() ?? [];
  if (table === undefined || table.items.length > 0) yield { at, message };
  else if (first === undefined && !table.isOpen) yield { at, message };
  for (const { keyAt } of others) yield { at: keyAt ?? at, message };
}

function* innerShape({ kind, entry }: EntityCheck, t: Translate): Iterable<Problem> {
  const { keyAt, at } = entry;
  const parts = partsOf(kind);
  if (keyAt === undefined) return;
  if (parts === undefined) {
    const meant = nearest(kind, checkKinds, 3);
    const message = meant
      ? t('"{0}" is not a kind of check; did you mean "{1}"?', kind, meant)
      : t('"{0}" is not a kind of check', kind);
    const fix = {
      title: t('Change to {0}', meant ?? ''),
      edits: [{ at: keyAt, text: meant ?? '' }],
    };
    yield { at: keyAt, message, ...(meant !== undefined && { fix }) };
    return;
  }
  const hasParts = Object.keys(parts).length > 0;
  const wrong = misfit(entry, hasParts ? 'table' : 'texts');
  if (wrong !== undefined)
    yield { at: wrong.at, message: t('{0} expects {1}', kind, wrong.expected(t)) };
  if (hasParts && at !== undefined) yield* checkParts({ kind, entry }, parts, t);
}

function* checkParts(
  { kind, entry }: EntityCheck,
  parts: Readonly<Record<string, string>>,
  t: Translate,
): Iterable<Problem> {
  for (const part of entry.table?.entries() ?? []) {
    const { key } = part;
    const shape = Object.hasOwn(parts, key) ? parts[key] : undefined;
    if (shape === undefined) {
      if (part.keyAt === undefined) continue;
      const known = Object.keys(parts).join(' ');
      yield { at: part.keyAt, message: t('{0} has no "{1}"; it takes: {2}', kind, key, known) };
      continue;
    }
    const wrong = misfit(part, shape === 'match' ? 'table' : (shape as Shape));
    if (wrong !== undefined)
      yield { at: wrong.at, message: t('{0} expects {1}', key, wrong.expected(t)) };
    if (shape === 'match') yield* checkMatch(part, t);
  }
}

/** `if_match = { eq = … }` */
function* checkMatch({ table }: Entry, t: Translate): Iterable<Problem> {
  for (const entry of table?.entries() ?? []) {
    const { key } = entry;
    const isKnown = matchAttributes.includes(key);
    const shape = isKnown ? shapeOf(key, false) : undefined;
    const wrong = shape && misfit(entry, shape);
    if (wrong) yield { at: wrong.at, message: t('{0} expects {1}', key, wrong.expected(t)) };
    if (isKnown || entry.keyAt === undefined) continue;
    yield { at: entry.keyAt, message: t('"{0}" is not a validator', key) };
  }
}
