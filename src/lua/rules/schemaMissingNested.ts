// Lists, maps, records, JSON fields and references must say what is in them.
import type { Rule } from '../rule';
import { insertMissing } from '../schema/insertMissing';
import { requiredAttributes } from '../schema/language';

const templates: Readonly<Record<string, string>> = {
  elements: '{ type = "string" }',
  keys: '{ type = "string" }',
  values: '{ type = "string" }',
  fields: '{}',
};

export const schemaMissingNested: Rule = {
  name: 'schema-missing-nested',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    for (const { spec, at: place, isInConfig } of source.pluginSchema.specs) {
      const { type } = spec;
      const at = spec.get('type')?.at ?? place;
      if (type === undefined || at === undefined) continue;
      if (type === 'record' && spec.get('abstract') !== undefined) continue;
      // Kong looks the entity up when it loads the schema, at the top only.
      const needed = type === 'foreign' && !isInConfig ? ['reference'] : requiredAttributes(type);
      for (const attribute of needed) {
        if (!spec.lacks(attribute)) continue;
        const edit = insertMissing(source, spec.table, attribute, templates[attribute]);
        const fix = edit && { title: t('Insert {0}', attribute), edits: [edit] };
        const message = t('field of type {0} must declare {1}', type, attribute);
        yield { at, message, ...(fix && { fix }) };
      }
    }
  },
};
