// Validators that Kong accepts on any type but that raise an error on values of this one.
import type { Rule } from '../rule';
import { crashesOn, crashingAttributes } from '../schema/language';

export const schemaCrashingValidator: Rule = {
  name: 'schema-crashing-validator',
  severity: 'warning',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const key of crashingAttributes) {
      for (const { spec, entry } of pluginSchema.having(key)) {
        const { type } = spec;
        const at = entry.keyAt;
        if (at === undefined || type === undefined || !crashesOn(key, type)) continue;
        const message = t(
          '{0} on type {1} passes the schema check but raises an error when a value is validated',
          key,
          type,
        );
        yield { at, message };
      }
    }
  },
};
