// At its top a schema may only redefine fields that every plugin has.
import { insertEntry, removeDefinition } from '../plugin/fixes';
import type { Fix, Rule, RuleContext } from '../rule';
import { entityFields } from '../schema/data/attributes';
import type { NamedField } from '../schema/fieldSpec';
import { isEntityField } from '../schema/language';
import type { LuaSource } from '../source';

const types: Readonly<Record<string, string>> = {
  id: 'string',
  name: 'string',
  instance_name: 'string',
  created_at: 'integer',
  updated_at: 'integer',
  route: 'foreign',
  service: 'foreign',
  consumer: 'foreign',
  consumer_group: 'foreign',
  protocols: 'set',
  enabled: 'boolean',
  tags: 'set',
};

export const schemaTopLevelField: Rule = {
  name: 'schema-top-level-field',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    for (const field of source.pluginSchema.fields?.fields ?? []) {
      const { name, at, spec } = field;
      if (at === undefined) continue;
      if (!isEntityField(name)) {
        const known = entityFields.join(', ');
        const message = t('only the fields of the plugin entity may be redefined ({0})', known);
        const fix = moveIntoConfig(source, field, t);
        yield { at, message, ...(fix && { fix }) };
      } else if (spec?.type !== undefined && !isType(name, spec.type)) {
        const message = t('the type of {0} cannot be changed', name);
        yield { at: spec.get('type')?.at ?? at, message };
      }
    }
  },
};

function isType(name: string, type: string): boolean {
  if (name === 'config') return type === 'record' || type === 'json';
  return (types[name] ?? type) === type;
}

function moveIntoConfig(
  source: LuaSource,
  { item }: NamedField,
  t: RuleContext['t'],
): Fix | undefined {
  const { pluginSchema } = source;
  const list = pluginSchema.field('config')?.spec?.fields;
  const { at } = item;
  if (list === undefined || at === undefined) return undefined;
  const removal = removeDefinition(source, { extent: at, form: 'field' });
  const edit = insertEntry(source, list.table, source.slice(at));
  if (removal === undefined || edit === undefined) return undefined;
  // `{ config = …, other = … }` in one table: schema-field-shape takes that apart.
  if (removal.at[0] <= edit.at[0] && edit.at[0] <= removal.at[1]) return undefined;
  return { title: t('Move into config'), edits: [removal, edit] };
}
