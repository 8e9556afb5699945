// Kong refuses a field definition with an attribute that it does not know.
import type { Problem, Rule, RuleContext } from '../rule';
import type { Entry } from '../schema/evaluation/datum';
import { meantAttribute, shapeOf } from '../schema/language';

export const schemaUnknownAttribute: Rule = {
  name: 'schema-unknown-attribute',
  severity: 'error',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const [key, places] of pluginSchema.attributes) {
      if (shapeOf(key, false) !== undefined) continue;
      for (const { role, entry } of places) {
        if (shapeOf(key, role === 'shorthand') === undefined) yield* describe(entry, key, t);
      }
    }
    for (const { spec } of pluginSchema.specs) {
      for (const { at } of spec.table.items) {
        if (at === undefined) continue;
        yield { at, message: t('a field definition has no values without a name') };
      }
    }
  },
};

function* describe({ keyAt: at }: Entry, key: string, t: RuleContext['t']): Iterable<Problem> {
  if (at === undefined) return;
  const meant = meantAttribute(key);
  if (meant === undefined) {
    yield { at, message: t('"{0}" is not a field attribute', key) };
    return;
  }
  const { name, isSameValue, isKnown } = meant;
  const message = t('"{0}" is not a field attribute; did you mean "{1}"?', key, name);
  const fix = { title: t('Change to {0}', name), edits: [{ at, text: name }], isCertain: isKnown };
  yield { at, message, ...(isSameValue && { fix }) };
}
