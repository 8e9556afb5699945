// A schema without a name or without fields is refused.
import { nameOfModule } from '../plugin/module';
import type { Rule } from '../rule';
import type { TableData } from '../schema/evaluation/datum';
import { insertMissing } from '../schema/insertMissing';
import type { LuaSource } from '../source';
import { encodeString } from '../syntax/literals';
import type { Span } from '../syntax/tree';

const configuration = '{\n    { config = { type = "record", fields = {} } },\n  }';

export const schemaRequiredKey: Rule = {
  name: 'schema-required-key',
  severity: 'error',
  file: 'schema',
  *check(source, { t, expectedName }) {
    const { root } = source.pluginSchema;
    if (root === undefined) return;
    const [name, fields] = [root.get('name'), root.get('fields')];
    const values = { name: encodeString(expectedName ?? 'my-plugin'), fields: configuration };
    for (const key of ['name', 'fields'] as const) {
      if (root.get(key) !== undefined || root.isOpen) continue;
      const edit = insertMissing(source, root, key, values[key]);
      const fix = edit && { title: t('Insert {0}', key), edits: [edit] };
      const message = t('required: {0}', key);
      yield { at: placeOf(source, root), message, ...(fix && { fix }) };
    }
    const isName = name?.data === undefined || (name.text !== undefined && name.text !== '');
    if (name?.at !== undefined && !isName) {
      yield { at: name.at, message: t('name must be a text that is not empty') };
    }
    const isList = fields?.data === undefined || fields.table !== undefined;
    if (fields?.at !== undefined && !isList) {
      yield { at: fields.at, message: t('fields must be a list of tables') };
    }
  },
};

function placeOf(source: LuaSource, { node }: TableData): Span {
  return source.module === undefined
    ? (node?.range ?? [0, 0])
    : nameOfModule(source, source.module);
}
