// Kong takes the value that schema.lua returns as the plugin's schema.
import type { Rule } from '../rule';

export const schemaReturn: Rule = {
  name: 'schema-return',
  severity: 'error',
  file: 'schema',
  *check({ returned, isDamaged, pluginSchema, chunk, lines }, { t }) {
    const message = t('schema.lua must return a table');
    if (returned === undefined) {
      if (isDamaged) return;
      const [start, end] = chunk.body.at(-1)?.range ?? [0, 0];
      yield { at: [start, Math.min(end, lines.startOf(lines.lineAt(start) + 1))], message };
    } else if (returned.arguments.length === 0) {
      yield { at: returned.range, message };
    } else {
      const data = pluginSchema.returned?.data;
      if (data !== undefined && data.kind !== 'table') yield { at: returned.range, message };
    }
  },
};
