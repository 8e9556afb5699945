// Kong checks a default with the field's own validators when it loads the schema.
import type { Rule } from '../rule';
import { validateValue } from '../schema/validateValue';

export const schemaDefault: Rule = {
  name: 'schema-default',
  severity: 'error',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const { spec, entry } of pluginSchema.having('default')) {
      if (entry.at === undefined) continue;
      const failure = validateValue(spec, entry.value, t);
      if (failure === undefined) continue;
      yield { at: failure.node?.range ?? entry.at, message: t('default: {0}', failure.message) };
    }
  },
};
