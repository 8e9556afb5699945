// With a default, `required` only refuses an explicit null.
import type { Rule } from '../rule';

export const schemaRequiredDefault: Rule = {
  name: 'schema-required-default',
  severity: 'off',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const { spec, entry } of pluginSchema.having('required')) {
      const at = entry.keyAt;
      if (at === undefined || entry.constant !== true || spec.get('default') === undefined)
        continue;
      yield { at, message: t('the default makes `required` only matter for explicit nulls') };
    }
  },
};
