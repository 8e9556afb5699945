// With a default, `required` only refuses an explicit null.
import type { Rule } from '../rule';

export const schemaRequiredDefault: Rule = {
  name: 'schema-required-default',
  severity: 'off',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const { spec } of pluginSchema.specs) {
      const at = spec.get('required')?.keyAt;
      if (at === undefined || !spec.isTrue('required') || spec.get('default') === undefined)
        continue;
      yield { at, message: t('the default makes `required` only matter for explicit nulls') };
    }
  },
};
