// Streamed plugins should validate in the handler: schema.lua runs in Konnect's sandbox.
import type { Problem, Rule, RuleContext } from '../rule';
import { checksIn } from '../schema/entityChecks';
import type { Entry } from '../schema/evaluation/datum';

export const schemaCustomValidator: Rule = {
  name: 'schema-custom-validator',
  severity: 'warning',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    yield* describe(pluginSchema.root?.get('check'), t);
    for (const { entry } of pluginSchema.having('custom_validator')) yield* describe(entry, t);
    for (const place of pluginSchema.checks) {
      for (const { kind, entry } of checksIn(place)) {
        if (kind === 'custom_entity_check') yield* describe(entry, t);
      }
    }
  },
};

function* describe(entry: Entry | undefined, t: RuleContext['t']): Iterable<Problem> {
  if (entry?.keyAt === undefined) return;
  const message = t('custom validation belongs in handler.lua for streamed plugins');
  yield { at: entry.keyAt, message };
}
