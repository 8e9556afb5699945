// Of two fields with the same name Kong takes the last one, without a word.
import type { Rule } from '../rule';
import type { NamedField } from '../schema/fieldSpec';

export const schemaDuplicateField: Rule = {
  name: 'schema-duplicate-field',
  severity: 'error',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const { fields } of pluginSchema.lists) {
      const seen = new Map<string, NamedField>();
      for (const field of fields) {
        const earlier = seen.get(field.name);
        seen.set(field.name, field);
        const [first, second] = [earlier && placeOf(earlier), placeOf(field)];
        if (first === undefined || second === undefined) continue;
        const message = t('"{0}" is declared twice; the last one wins', field.name);
        const related = [{ file: 'schema' as const, at: first, message: t('declared here first') }];
        yield { at: second, message, related };
      }
    }
  },
};

/** A table that is named in the list stands where the name is. */
function placeOf({ item, at }: NamedField): NamedField['at'] {
  return item.node?.type === 'TableConstructorExpression' ? at : item.at;
}
