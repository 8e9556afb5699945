// Konnect takes letters, digits and dashes in a plugin's name.
import { pluginName } from '../plugin/pluginName';
import type { Rule } from '../rule';

export const invalidName: Rule = {
  name: 'invalid-name',
  severity: 'error',
  file: 'schema',
  *check(schema, { t }) {
    const name = pluginName(schema);
    if (name?.text === undefined || /^[0-9a-zA-Z-]{1,128}$/.test(name.text)) return;
    const message = t(
      'use letters, digits and dashes, at most 128; best small letters with a letter first: my-plugin',
    );
    yield { at: name.node.range, message };
  },
};
