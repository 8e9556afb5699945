// The JSON schema of a text: its constraints, besides which a mark for a stored secret or a vault reference may stand.
import type { Translate } from '../../../text';
import type { FieldSpec } from '../fieldSpec';
import type { JsonSchema } from './configForm';
import { numberIn, valuesIn } from './plainValue';
import { regexOfPattern } from './regexOfPattern';

/** As `instances/masks.ts` writes it. */
const stored = '^\u2022{8} \\d{1,4}$';
const reference = '^\\{vault:\\/\\/[^{}]*\\}$';

export function textSchema(spec: FieldSpec, t: Translate): JsonSchema {
  const values = valuesIn(spec.get('one_of'));
  const limits = lengthsAndForm(spec);
  const pattern = patternOf(spec);
  const isReferenceable = spec.isTrue('referenceable');
  const others = isReferenceable ? `${stored}|${reference}` : stored;
  if (values !== undefined && !isReferenceable && !spec.isTrue('encrypted')) {
    return { type: 'string', enum: values };
  }
  if (values !== undefined || limits !== undefined) {
    const own = { ...(values && { enum: values }), ...limits, ...(pattern && { pattern }) };
    return { type: 'string', anyOf: [own, { pattern: others }] };
  }
  const message = spec.get('err')?.text ?? t('This is not in the form that the schema asks for.');
  return {
    type: 'string',
    // Kong takes no empty text unless `len_min` allows it.
    minLength: numberIn(spec.get('len_min')) ?? 1,
    ...(pattern && { pattern: `${others}|(?:${pattern})`, patternErrorMessage: message }),
  };
}

function lengthsAndForm(spec: FieldSpec): JsonSchema | undefined {
  const exact = numberIn(spec.get('len_eq'));
  const most = exact ?? numberIn(spec.get('len_max'));
  const least = exact ?? numberIn(spec.get('len_min'));
  if (spec.isTrue('uuid')) return { pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' };
  if (most === undefined && (least ?? 0) <= 1) return undefined;
  return {
    ...(least !== undefined && { minLength: least }),
    ...(most !== undefined && { maxLength: most }),
  };
}

function patternOf(spec: FieldSpec): string | undefined {
  const start = spec.get('starts_with')?.text;
  if (start !== undefined) return `^${start.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}`;
  const match = spec.get('match')?.text;
  if (match !== undefined) return regexOfPattern(match);
  const any = valuesIn(spec.get('match_any')?.table?.get('patterns'));
  const regexes = any?.map((one) => (typeof one === 'string' ? regexOfPattern(one) : undefined));
  return regexes === undefined || regexes.includes(undefined)
    ? undefined
    : regexes.map((regex) => `(?:${regex})`).join('|');
}
