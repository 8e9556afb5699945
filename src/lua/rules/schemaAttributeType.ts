// Some attributes go with some types only.
import { removeDefinition } from '../plugin/fixes';
import type { Rule } from '../rule';
import { isAllowedOn, isRestricted } from '../schema/language';

export const schemaAttributeType: Rule = {
  name: 'schema-attribute-type',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    for (const [key, places] of source.pluginSchema.attributes) {
      if (!isRestricted(key)) continue;
      for (const { spec, entry } of places) {
        const { type } = spec;
        const { keyAt: at, extent } = entry;
        if (at === undefined || type === undefined || isAllowedOn(key, type)) continue;
        const edit = removeDefinition(source, { extent, form: 'field' });
        const fix = edit && { title: t('Remove {0}', key), edits: [edit] };
        const message = t('field of type {0} cannot have attribute {1}', type, key);
        yield { at, message, ...(fix && { fix }) };
      }
    }
  },
};
