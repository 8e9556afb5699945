// Some attributes go with some types only.
import { removeDefinition } from '../plugin/fixes';
import type { Rule } from '../rule';
import { isAllowedOn } from '../schema/language';

export const schemaAttributeType: Rule = {
  name: 'schema-attribute-type',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    for (const { spec } of source.pluginSchema.specs) {
      const { type } = spec;
      if (type === undefined) continue;
      for (const [key, { keyAt: at, extent }] of spec.table.entries()) {
        if (at === undefined || isAllowedOn(key, type)) continue;
        const edit = removeDefinition(source, { extent, form: 'field' });
        const fix = edit && { title: t('Remove {0}', key), edits: [edit] };
        const message = t('field of type {0} cannot have attribute {1}', type, key);
        yield { at, message, ...(fix && { fix }) };
      }
    }
  },
};
