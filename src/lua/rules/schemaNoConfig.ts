// Without a config record nobody can configure the plugin.
import { insertEntry } from '../plugin/fixes';
import type { Rule } from '../rule';

export const schemaNoConfig: Rule = {
  name: 'schema-no-config',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    const { fields } = source.pluginSchema;
    const at = fields?.entry.keyAt;
    if (fields === undefined || at === undefined || !fields.isComplete) return;
    if (fields.fields.some(({ name }) => name === 'config')) return;
    const edit = insertEntry(source, fields.table, '{ config = { type = "record", fields = {} } }');
    const fix = edit && { title: t('Insert config'), edits: [edit] };
    const message = t('without config Kong loads the schema, but no instance can be configured');
    yield { at, message, ...(fix && { fix }) };
  },
};
