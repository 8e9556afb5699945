// `match` and its relatives take Lua patterns, not regular expressions.
import type { Problem, Rule, RuleContext } from '../rule';
import type { Entry } from '../schema/evaluation/datum';
import type { FieldSpec } from '../schema/fieldSpec';
import { parsePattern } from '../schema/patterns/patternItems';
import { asLuaPattern, regexSyntax } from '../schema/patterns/regexSyntax';
import { encodeString } from '../syntax/literals';

export const schemaPattern: Rule = {
  name: 'schema-pattern',
  severity: 'warning',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const { spec } of pluginSchema.specs) {
      for (const entry of patternsOf(spec)) {
        if (entry?.text !== undefined) yield* describe(entry, entry.text, t);
      }
    }
  },
};

function* patternsOf(spec: FieldSpec): Iterable<Entry | undefined> {
  yield spec.get('match');
  yield spec.get('not_match');
  for (const key of ['match_all', 'match_none']) {
    for (const { table } of spec.get(key)?.table?.items ?? []) yield table?.get('pattern');
  }
  yield* spec.get('match_any')?.table?.get('patterns')?.table?.items ?? [];
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
