// Functions and references to other entities cannot come in a configuration.
import type { Rule } from '../rule';

export const schemaUnusableField: Rule = {
  name: 'schema-unusable-field',
  severity: 'warning',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const { isInConfig, entry } of pluginSchema.having('type')) {
      const { text: type, at } = entry;
      if (!isInConfig || at === undefined || (type !== 'function' && type !== 'foreign')) continue;
      const reason =
        type === 'function'
          ? t('JSON has no functions')
          : t('plugins refer to other entities only through route, service and consumer');
      yield { at, message: t('cannot be configured ({0})', reason) };
    }
  },
};
