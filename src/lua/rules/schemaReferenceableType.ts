// Only texts are encrypted and taken from vaults.
import type { Rule } from '../rule';
import type { FieldSpec } from '../schema/fieldSpec';

export const schemaReferenceableType: Rule = {
  name: 'schema-referenceable-type',
  severity: 'warning',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const key of ['encrypted', 'referenceable']) {
      for (const { spec, entry } of pluginSchema.having(key)) {
        const at = entry.keyAt;
        if (at === undefined || entry.constant !== true || !isUnsuited(spec)) continue;
        yield {
          at,
          message: t('only strings and arrays, sets and maps of strings can be {0}', key),
        };
      }
    }
  },
};

/** The gateway's own plugins mark numbers too. */
function isUnsuited(spec: FieldSpec): boolean {
  const { type } = spec;
  if (type === 'record' || type === 'boolean') return true;
  const values = spec.nested('values')?.type;
  return type === 'map' && values !== undefined && values !== 'string';
}
