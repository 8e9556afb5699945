// Fields are a list of tables with one key each: { name = { … } }.
import type { Problem, Rule, RuleContext } from '../rule';
import type { Entry } from '../schema/evaluation/datum';
import type { FieldList } from '../schema/fieldSpec';
import type { LuaSource } from '../source';

export const schemaFieldShape: Rule = {
  name: 'schema-field-shape',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    for (const list of source.pluginSchema.lists) {
      yield* named(source, list, t);
      for (const item of list.table.items) yield* checkItem(item, t);
    }
  },
};

/** `fields = { config = { … } }` */
function* named(source: LuaSource, { table }: FieldList, t: RuleContext['t']): Iterable<Problem> {
  const all = table.entries();
  const edits = all.flatMap(({ extent }) =>
    extent === undefined ? [] : [{ at: extent, text: `{ ${source.slice(extent)} }` }],
  );
  const fix = { title: t('Put each field in braces'), edits, isCertain: true };
  for (const { key, keyAt } of all) {
    if (keyAt === undefined) continue;
    const message = t('fields are a list: write {0}, one table per field', `{ ${key} = { … } }`);
    yield { at: keyAt, message, ...(edits.length === all.length && { fix }) };
  }
}

function* checkItem({ data, at, table }: Entry, t: RuleContext['t']): Iterable<Problem> {
  if (at === undefined || data === undefined) return;
  const wanted = () => t('write {0}, one table per field', '{ name = { … } }');
  if (table === undefined || table.items.length > 0) {
    yield { at, message: wanted() };
    return;
  }
  const [field, ...others] = table.entries();
  if (field === undefined) {
    if (!table.isOpen) yield { at, message: wanted() };
    return;
  }
  for (const { keyAt } of others) yield { at: keyAt ?? at, message: wanted() };
  if (field.data !== undefined && field.table === undefined) {
    yield { at: field.at ?? at, message: t("'{0}' must be a table", field.key ?? '') };
  }
}
