// What a schema refuses in a configuration: every failure with its place.
import type { Translate } from '../../text';
import type { FieldSpec } from './fieldSpec';
import { jsonDatum } from './jsonData';
import { isMissing, validateValue } from './validateValue';

export interface ConfigFailure {
  /** `redis.host`, without `config`; empty for the configuration as a whole. */
  readonly path: string;
  readonly message: string;
}

/** Every failure of a record, where `validateValue` stops at the first; what is not known does not fail. */
export function* recordFailures(
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
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
