// Changes against the schema in use that make existing instances of the plugin fail.
import type { Rule } from '../rule';
import { breakingChanges } from '../schema/breakingChanges';

export const schemaBreakingChange: Rule = {
  name: 'schema-breaking-change',
  severity: 'warning',
  file: 'schema',
  *check({ pluginSchema }, { t, remoteSchema }) {
    if (remoteSchema === undefined) return;
    for (const { at, message } of breakingChanges(remoteSchema, pluginSchema, t)) {
      const place = at ?? pluginSchema.field('config')?.at;
      const text = t('{0}: existing instances fail; upload it under a new name', message);
      if (place !== undefined) yield { at: place, message: text };
    }
  },
};
