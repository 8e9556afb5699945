// Attributes take values of a certain shape.
import type { Rule } from '../rule';
import { shapeOf } from '../schema/language';
import { misfit } from '../schema/shapes';

/** Other rules say more about these. */
const elsewhere = new Set(['type', 'entity_checks']);

export const schemaValidatorArgument: Rule = {
  name: 'schema-validator-argument',
  severity: 'error',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const [key, places] of pluginSchema.attributes) {
      if (elsewhere.has(key)) continue;
      for (const { role, entry } of places) {
        const shape = shapeOf(key, role === 'shorthand');
        const wrong = shape && misfit(entry, shape);
        if (wrong === undefined) continue;
        yield { at: wrong.at, message: t('{0} expects {1}', key, wrong.expected(t)) };
      }
    }
    for (const { spec, entry: across } of pluginSchema.having('unique_across_ws')) {
      if (across.keyAt === undefined || across.constant !== true) continue;
      if (!spec.lacks('unique') && spec.get('unique')?.constant !== false) continue;
      yield { at: across.keyAt, message: t('unique_across_ws needs unique = true') };
    }
  },
};
