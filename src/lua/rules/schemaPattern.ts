// `match` and its relatives take Lua patterns, not regular expressions.
import type { Problem, Rule, RuleContext } from '../rule';
import type { Entry } from '../schema/evaluation/datum';
import { parsePattern } from '../schema/patterns/patternItems';
import { asLuaPattern, regexSyntax } from '../schema/patterns/regexSyntax';
import type { PluginSchema } from '../schema/pluginSchema';
import { encodeString } from '../syntax/literals';

export const schemaPattern: Rule = {
  name: 'schema-pattern',
  severity: 'warning',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const entry of patternsOf(pluginSchema)) {
      if (entry?.text !== undefined) yield* describe(entry, entry.text, t);
    }
  },
};

function* patternsOf(schema: PluginSchema): Iterable<Entry | undefined> {
  for (const key of ['match', 'not_match']) {
    for (const { entry } of schema.having(key)) yield entry;
  }
  for (const key of ['match_all', 'match_none']) {
    for (const { entry } of schema.having(key)) {
      for (const { table } of entry.table?.items ?? []) yield table?.get('pattern');
    }
  }
  for (const { entry } of schema.having('match_any')) {
    yield* entry.table?.get('patterns')?.table?.items ?? [];
  }
}

function* describe({ node }: Entry, text: string, t: RuleContext['t']): Iterable<Problem> {
  if (node === undefined) return;
  const at = node.range;
  const parsed = parsePattern(text);
  const regex = regexSyntax(text);
  if ('problem' in parsed) {
    const message = t('not a Lua pattern: {0}; every check of a value fails', parsed.problem);
    yield { at, message, severity: 'error' };
  } else if (regex !== undefined) {
    const meant = node.type === 'StringLiteral' ? asLuaPattern(text) : undefined;
    const message = t('{0} is regular-expression syntax; this takes Lua patterns', regex);
    const edits = [{ at, text: encodeString(meant ?? '') }];
    const title = t('Change to {0}', encodeString(meant ?? ''));
    const fix = { title, edits, isCertain: true };
    yield { at, message, ...(meant !== undefined && { fix }) };
  }
}
