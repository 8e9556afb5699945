// Kong takes descriptions of 10 to 500 bytes.
import type { Rule } from '../rule';

export const schemaDescription: Rule = {
  name: 'schema-description',
  severity: 'error',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const { entry } of pluginSchema.having('description')) {
      if (entry.at === undefined || entry.text === undefined || entry.text === '') continue;
      const bytes = new TextEncoder().encode(entry.text).length;
      if (bytes >= 10 && bytes <= 500) continue;
      const message = t('description must have 10 to 500 bytes, this has {0}', bytes);
      yield { at: entry.at, message };
    }
  },
};
