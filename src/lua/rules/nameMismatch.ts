// The plugin is uploaded under the name in schema.lua; the folder or the target says which name is meant.
import { pluginName } from '../plugin/pluginName';
import type { Rule } from '../rule';
import { encodeString } from '../syntax/literals';

export const nameMismatch: Rule = {
  name: 'name-mismatch',
  severity: 'error',
  file: 'schema',
  *check(schema, { t, expectedName }) {
    const name = pluginName(schema);
    if (expectedName === undefined || name?.text === undefined || name.text === expectedName)
      return;
    const message = t(
      'schema name "{0}" must equal the plugin name "{1}"',
      name.text,
      expectedName,
    );
    const at = name.node.range;
    if (name.node.type !== 'StringLiteral') yield { at, message };
    else {
      const edits = [{ at, text: encodeString(expectedName) }];
      yield { at, message, fix: { title: t('Rename to "{0}"', expectedName), edits } };
    }
  },
};
