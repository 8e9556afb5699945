// Every field needs a type that Kong knows.
import type { Problem, Rule, RuleContext } from '../rule';
import type { FieldSpec } from '../schema/fieldSpec';
import { insertMissing } from '../schema/insertMissing';
import { fieldTypes, meantType, shorthandTypes } from '../schema/language';
import type { SpecPlace } from '../schema/pluginSchema';
import type { LuaSource } from '../source';
import { encodeString } from '../syntax/literals';

export const schemaUnknownType: Rule = {
  name: 'schema-unknown-type',
  severity: 'error',
  file: 'schema',
  *check(source, { t }) {
    for (const place of source.pluginSchema.specs) {
      const { spec, role } = place;
      const allowed = role === 'shorthand' ? shorthandTypes : fieldTypes;
      const entry = spec.get('type');
      if (entry === undefined) yield* missing(source, place, t);
      else if (entry.data !== undefined && !allowed.includes(entry.text ?? '')) {
        yield* unknownType(spec, allowed, t);
      }
    }
  },
};

function* missing(
  source: LuaSource,
  { spec, at }: SpecPlace,
  t: RuleContext['t'],
): Iterable<Problem> {
  if (at === undefined || spec.table.isOpen) return;
  const type = likelyType(spec);
  const edit = type && insertMissing(source, spec.table, 'type', encodeString(type));
  const fix = edit && { title: t('Insert type = "{0}"', type), edits: [edit] };
  yield { at, message: t('missing type declaration'), ...(fix && { fix }) };
}

/** What the other attributes tell. */
function likelyType(spec: FieldSpec): string | undefined {
  if (spec.get('fields') !== undefined) return 'record';
  if (spec.get('elements') !== undefined) return 'array';
  if (spec.get('keys') !== undefined || spec.get('values') !== undefined) return 'map';
  if (spec.get('between') !== undefined || spec.get('gt') !== undefined) return 'number';
  const value = spec.get('default')?.constant;
  return value === undefined || value === null ? undefined : typeof value;
}

function* unknownType(
  spec: FieldSpec,
  allowed: readonly string[],
  t: RuleContext['t'],
): Iterable<Problem> {
  const node = spec.get('type')?.node;
  if (node === undefined) return;
  const meant = meantType(spec.type ?? '', allowed);
  const message = t('expected one of: {0}', allowed.join(' '));
  const at = node.range;
  const edits = meant ? [{ at, text: encodeString(meant) }] : [];
  const fix = { title: t('Change to {0}', encodeString(meant ?? '')), edits };
  const isFixed = edits.length > 0 && node.type === 'StringLiteral';
  yield { at, message, ...(isFixed && { fix }) };
}
