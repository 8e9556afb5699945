// What a schema refuses in a configuration: every failure with its place.
import type { Translate } from '../../text';
import { checkFailures } from './checkFailures';
import type { ConfigFailure } from './configFailure';
import { type TableData, tableOf } from './evaluation/datum';
import type { FieldList, FieldSpec } from './fieldSpec';
import { jsonDatum } from './jsonData';
import { recordOf } from './lookUp';
import { isMissing, validateValue } from './validateValue';

/** What a schema is made of, as far as it matters for a configuration. */
export interface SchemaParts {
  readonly fields: FieldList | undefined;
  readonly root: TableData | undefined;
}

/** Every failure of a configuration; nothing where its definition is not known. */
export function* configFailuresOf(
  { fields, root }: SchemaParts,
  config: unknown,
  t: Translate,
): Iterable<ConfigFailure> {
  const spec = fields?.fields.findLast(({ name }) => name === 'config')?.spec;
  if (spec === undefined) return;
  yield* recordFailures(spec, config ?? {}, '', t);
  const table = tableOf(jsonDatum({ config: config ?? {} }).data);
  if (table === undefined) return;
  // Checks of the whole plugin name the fields of its configuration as `config.x`; of the rest nothing is known here.
  const only = fields && {
    ...fields,
    fields: fields.fields.filter(({ name }) => name === 'config'),
  };
  const hasShorthands = root?.isOpen === true || root?.get('shorthand_fields') !== undefined;
  const record = { fields: only, hasShorthands, table };
  for (const { path, message } of checkFailures(root?.get('entity_checks'), record, '', t))
    yield { path: path.replace(/^config\.?/, ''), message };
}

/** Every failure of a record, where `validateValue` stops at the first; what is not known does not fail. */
function* recordFailures(
  spec: FieldSpec,
  value: unknown,
  path: string,
  t: Translate,
): Iterable<ConfigFailure> {
  const list = spec.fields;
  if (list === undefined) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield { path, message: t('expected a record') };
    return;
  }
  const names = new Set(list.fields.map(({ name }) => name));
  const hasOthers =
    !list.isComplete || spec.table.isOpen || spec.get('shorthand_fields') !== undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (names.has(key) || hasOthers || inner === null) continue;
    yield { path: join(path, key), message: t('unknown field') };
  }
  for (const name of names) {
    const field = list.fields.findLast((one) => one.name === name)?.spec;
    if (field === undefined) continue;
    yield* fieldFailures(field, Reflect.get(value, name) ?? undefined, join(path, name), t);
  }
  const record = recordOf(spec, jsonDatum(value).data);
  if (record !== undefined) yield* checkFailures(spec.get('entity_checks'), record, path, t);
}

function* fieldFailures(
  field: FieldSpec,
  value: unknown,
  path: string,
  t: Translate,
): Iterable<ConfigFailure> {
  if (field.type === 'record' && (value !== undefined || field.isTrue('required'))) {
    // A required record that is not given is made of the defaults of its fields.
    yield* recordFailures(field, value ?? {}, path, t);
    return;
  }
  if (value === undefined) {
    if (isMissing(field)) yield { path, message: t('required field missing') };
    return;
  }
  const failure = validateValue(field, jsonDatum(value), t);
  if (failure !== undefined) yield { path, message: failure.message };
  else yield* innerFailures(field, value, path, t);
}

/** Of a list or a map whose values fit one by one: the checks of the records in it. */
function* innerFailures(
  field: FieldSpec,
  value: unknown,
  path: string,
  t: Translate,
): Iterable<ConfigFailure> {
  const inner = field.nested('elements') ?? field.nested('values');
  if (inner?.fields === undefined || typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value))
    yield* fieldFailures(inner, one, Array.isArray(value) ? `${path}[${key}]` : join(path, key), t);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
