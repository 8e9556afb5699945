// Runs the entity checks of a schema on a configuration as a data plane does; what cannot be told does not fail.
import type { Translate } from '../../text';
import { type Conditional, conditionalFailure, isMatch } from './conditionalChecks';
import type { ConfigFailure } from './configFailure';
import { checksIn, type EntityCheck, namesIn } from './entityChecks';
import type { Entry } from './evaluation/datum';
import { type CheckedRecord, isFilled, type Looked, lookUp } from './lookUp';

type Values = ReadonlyMap<string, Looked>;

/** @param path where the record stands in the configuration */
export function* checkFailures(
  checks: Entry | undefined,
  record: CheckedRecord,
  path: string,
  t: Translate,
): Iterable<ConfigFailure> {
  if (checks === undefined) return;
  for (const check of checksIn({ entry: checks })) {
    const values = valuesOf(check, record);
    const failure = values && failureOf(check, values, record, t);
    if (failure === undefined) continue;
    const at = [path, failure.field ?? ''].filter((part) => part !== '').join('.');
    yield { path: at, message: failure.message };
  }
}

/** Nothing where one of the fields is not known. */
function valuesOf(check: EntityCheck, record: CheckedRecord): Values | undefined {
  const { table } = check.entry;
  if (!table || [table, ...table.entries().map((part) => part.table)].some((one) => one?.isOpen))
    return undefined;
  const values = new Map<string, Looked>();
  for (const { text } of namesIn(check)) {
    const value = text === undefined ? undefined : lookUp(record, text.split('.'));
    if (text === undefined || value === undefined) return undefined;
    values.set(text, value);
  }
  return values;
}

interface CheckFailure {
  readonly message: string;
  /** Where it is a matter of one of them. */
  readonly field?: string;
}

function failureOf(
  check: EntityCheck,
  values: Values,
  record: CheckedRecord,
  t: Translate,
): CheckFailure | undefined {
  const { kind, entry } = check;
  const all = [...values];
  const filled = all.filter(([, { data }]) => isFilled(data));
  const names = quoted([...values.keys()]);
  const isAbsent = all.every(([, { isNil }]) => isNil);
  switch (kind) {
    case 'at_least_one_of':
      return filled.length > 0 ? undefined : atLeastOne(names, t);
    case 'only_one_of':
      if (isAbsent || filled.length === 1) return undefined;
      return { message: t('exactly one of these fields must be non-empty: {0}', names) };
    case 'mutually_required':
      if (filled.length === 0 || filled.length === all.length) return undefined;
      return { message: t('all or none of these fields must be set: {0}', names) };
    case 'mutually_exclusive':
      if (filled.length <= 1) return undefined;
      return { message: t('only one or none of these fields must be set: {0}', names) };
    case 'distinct': {
      const constants = filled.flatMap(([, { data }]) =>
        data?.kind === 'constant' ? [data.value] : [],
      );
      if (new Set(constants).size === constants.length) return undefined;
      return { message: t('values of these fields must be distinct: {0}', names) };
    }
    case 'mutually_exclusive_sets': {
      const [one, other] = ['set1', 'set2'].map((part) =>
        partNames(entry, part).filter((name) => isFilled(values.get(name)?.data)),
      );
      if (!one?.length || !other?.length) return undefined;
      const sets = `(${quoted(one)}), (${quoted(other)})`;
      return { message: t('these sets are mutually exclusive: {0}', sets) };
    }
    case 'conditional':
      return conditionalFailure(conditional(entry, values, record), t);
    case 'conditional_at_least_one_of':
      return oneOfFailure(conditional(entry, values, record), values, t);
    default:
      return undefined;
  }
}

function conditional(entry: Entry, values: Values, record: CheckedRecord): Conditional {
  return { entry, record, value: (part) => values.get(entry.table?.get(part)?.text ?? '') };
}

function oneOfFailure(check: Conditional, values: Values, t: Translate): CheckFailure | undefined {
  const { entry } = check;
  const isThen = isMatch(check, 'if_match');
  if (isThen === undefined || check.value('if_field')?.isNil) return undefined;
  const isElse = !isThen && entry.table?.get('else_match') && isMatch(check, 'else_match');
  if (!isThen && isElse !== true) return undefined;
  const start = isThen ? 'then' : 'else_then';
  const names = partNames(entry, `${start}_at_least_one_of`);
  if (names.some((name) => isFilled(values.get(name)?.data))) return undefined;
  const own = entry.table?.get(`${start}_err`)?.text;
  return own === undefined
    ? atLeastOne(quoted(names), t)
    : { message: own.replace('%s', quoted(names)) };
}

function atLeastOne(names: string, t: Translate): CheckFailure {
  return { message: t('at least one of these fields must be non-empty: {0}', names) };
}

function partNames(entry: Entry, part: string): readonly string[] {
  return (entry.table?.get(part)?.table?.items ?? []).flatMap(({ text }) => text ?? []);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
