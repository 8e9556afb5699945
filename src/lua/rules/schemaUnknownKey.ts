// The table that schema.lua returns has few keys; those of older versions are refused.
import { nearest } from '../gateway/nearest';
import { insertEntry, removeDefinition } from '../plugin/fixes';
import type { Fix, Rule, RuleContext } from '../rule';
import { topLevelKeys } from '../schema/data/attributes';
import type { Entry } from '../schema/evaluation/datum';
import { typedefsModule } from '../schema/evaluation/library';
import type { LuaSource } from '../source';

/** Gone with Kong 3.0 at the latest. */
const removed = new Set([
  'no_consumer',
  'self_check',
  'shorthands',
  'flexible',
  'legacy',
  'run_on',
]);

export const schemaUnknownKey: Rule = {
  name: 'schema-unknown-key',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    const { root } = source.pluginSchema;
    for (const entry of root?.entries() ?? []) {
      const { key, keyAt: at } = entry;
      if (at === undefined || topLevelKeys.includes(key)) continue;
      const message = t('"{0}" is not part of a 3.x schema', key);
      const fix = key === 'no_consumer' ? asField(source, entry, t) : rename(key, at, t);
      const tags = removed.has(key) ? (['deprecated'] as const) : undefined;
      yield { at, message, ...(fix && { fix }), ...(tags && { tags }) };
    }
    for (const { at } of root?.items ?? []) {
      if (at === undefined) continue;
      yield { at, message: t('a schema has no values without a name') };
    }
  },
};

function rename(key: string, at: Entry['keyAt'], t: RuleContext['t']): Fix | undefined {
  const meant = key === 'shorthands' ? 'shorthand_fields' : nearest(key, topLevelKeys);
  if (meant === undefined || at === undefined) return undefined;
  return { title: t('Change to {0}', meant), edits: [{ at, text: meant }] };
}

/** `no_consumer = true` is a field now. */
function asField(source: LuaSource, entry: Entry, t: RuleContext['t']): Fix | undefined {
  const { fields } = source.pluginSchema;
  const removal = removeDefinition(source, { extent: entry.extent, form: 'field' });
  if (removal === undefined || entry.constant !== true || fields === undefined) return undefined;
  const { variables, values } = source;
  const holder = variables.find(({ init }) => {
    const value = init && values.valueOf(init);
    return value?.kind === 'path' && value.module === typedefsModule;
  });
  const typedefs = holder?.name ?? `require("${typedefsModule}")`;
  const text = `{ consumer = ${typedefs}.no_consumer }`;
  const edit = insertEntry(source, fields.table, text);
  return edit && { title: t('Insert {0}', text), edits: [removal, edit] };
}
