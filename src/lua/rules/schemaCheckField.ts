// Entity checks that name a field which does not exist refuse every configuration.
import { nearest } from '../gateway/nearest';
import type { Problem, Rule, RuleContext } from '../rule';
import { checksIn, missingField, namesIn } from '../schema/entityChecks';
import type { Entry } from '../schema/evaluation/datum';
import { isEntityField } from '../schema/language';
import type { CheckPlace } from '../schema/pluginSchema';
import { encodeString } from '../syntax/literals';

export const schemaCheckField: Rule = {
  name: 'schema-check-field',
  severity: 'warning',
  file: 'schema',
  *check({ pluginSchema }, { t }) {
    for (const place of pluginSchema.checks) {
      for (const check of checksIn(place)) {
        for (const name of namesIn(check)) yield* describe(name, place, t);
      }
    }
  },
};

function* describe(
  { text, node }: Entry,
  place: CheckPlace,
  t: RuleContext['t'],
): Iterable<Problem> {
  if (text === undefined || node === undefined) return;
  const path = text.split('.');
  const missing = missingField(place.fields, path);
  if (missing === undefined || mayStandForOthers(place, path, missing.depth)) return;
  const meant = meantName(place, path, missing);
  const message = meant
    ? t(
        '"{0}" is not a field here; did you mean "{1}"? Every configuration is refused',
        text,
        meant,
      )
    : t('"{0}" is not a field here; every configuration is refused', text);
  const edits = meant ? [{ at: node.range, text: encodeString(meant) }] : [];
  const fix = { title: t('Change to "{0}"', meant ?? ''), edits };
  const isFixed = edits.length > 0 && node.type === 'StringLiteral';
  yield { at: node.range, message, ...(isFixed && { fix }) };
}

function mayStandForOthers(
  { shorthands, isTop }: CheckPlace,
  path: readonly string[],
  depth: number,
): boolean {
  if (depth > 0) return false;
  const [first = ''] = path;
  return (
    (isTop && isEntityField(first)) ||
    (shorthands?.fields.some(({ name }) => name === first) ?? false)
  );
}

function meantName(
  { fields, isTop }: CheckPlace,
  path: readonly string[],
  { depth, known }: { depth: number; known: readonly string[] },
): string | undefined {
  // Checks of the whole plugin name fields from its top.
  const full = ['config', ...path];
  const isInConfig = isTop && known.includes('config') && missingField(fields, full) === undefined;
  if (isInConfig) return full.join('.');
  const rest = path.slice(1);
  if (!isTop && path[0] === 'config' && rest.length > 0) {
    if (missingField(fields, rest) === undefined) return rest.join('.');
  }
  const close = nearest(path[depth] ?? '', known);
  return close === undefined
    ? undefined
    : [...path.slice(0, depth), close, ...path.slice(depth + 1)].join('.');
}
