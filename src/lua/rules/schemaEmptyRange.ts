// Ranges and lists that no value fits.
import type { Problem, Rule, RuleContext } from '../rule';
import type { Entry } from '../schema/evaluation/datum';
import type { FieldSpec } from '../schema/fieldSpec';
import type { LuaSource } from '../source';

export const schemaEmptyRange: Rule = {
  name: 'schema-empty-range',
  severity: 'warning',
  file: 'schema',
  *check(source, { t }) {
    const { pluginSchema } = source;
    for (const { entry } of pluginSchema.having('between')) yield* between(source, entry, t);
    for (const { spec } of pluginSchema.having('len_min')) yield* lengths(spec, t);
    for (const { entry: allowed } of pluginSchema.having('one_of')) {
      const list = allowed.table;
      if (allowed.at === undefined || list === undefined || list.isOpen) continue;
      const isEmpty = list.items.length === 0 && list.named.length === 0;
      if (isEmpty) yield { at: allowed.at, message: t('an empty one_of accepts nothing') };
    }
  },
};

function* between(source: LuaSource, entry: Entry, t: RuleContext['t']): Iterable<Problem> {
  const [low, high] = entry.table?.items ?? [];
  const [from, to] = [low?.constant, high?.constant];
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return;
  if (low?.at === undefined || high?.at === undefined || entry.at === undefined) return;
  const message = t('between {0} and {1} accepts nothing', from, to);
  const edits = [
    { at: low.at, text: source.slice(high.at) },
    { at: high.at, text: source.slice(low.at) },
  ];
  yield { at: entry.at, message, fix: { title: t('Swap the numbers'), edits } };
}

function* lengths(spec: FieldSpec, t: RuleContext['t']): Iterable<Problem> {
  const [least, most] = [spec.get('len_min'), spec.get('len_max')];
  const [from, to] = [least?.constant, most?.constant];
  if (typeof from !== 'number' || typeof to !== 'number' || from <= to) return;
  const at = most?.at ?? least?.at;
  if (at !== undefined)
    yield { at, message: t('len_min {0} and len_max {1} accept nothing', from, to) };
}
