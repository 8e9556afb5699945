// Bodies are checked before they are sent: nothing but what Konnect documents for the request goes out.
import * as z from 'zod/mini';
import type { Translate } from '../../text';
import { InvalidRequestError } from '../errors';
import type { ProblemField } from '../problem';

/** A list in a body; the caller's may be read only. */
export function arrayOf<T>(item: z.ZodMiniType<T>): z.ZodMiniType<readonly T[]> {
  return z.readonly(z.array(item));
}

/** Throws InvalidRequestError, naming the fields, for a body with unknown, missing or mistyped properties. */
export function checkedBody<T>(t: Translate, schema: z.ZodMiniType<T>, body: T): T {
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  const fields = result.error.issues.flatMap((issue) => [...defects(t, issue, [])]);
  const said = fields
    .map(({ field, reason }) => (field ? `${field}: ${reason}` : reason))
    .join('; ');
  throw new InvalidRequestError(t, { said, fields });
}

function* defects(
  t: Translate,
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[],
): Generator<ProblemField> {
  const path = [...above, ...issue.path];
  const field = path.map(String).join('.');
  const inner = issue.code === 'invalid_union' ? nearest(issue.errors) : [];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const name = [...path, key].map(String).join('.');
      yield { field: name, rule: 'unknown_property', reason: t('cannot be sent') };
    }
  } else if (issue.code === 'invalid_type') {
    yield { field, rule: 'type', reason: t('must be of type {0}', issue.expected) };
  } else if (inner.length > 0) {
    for (const one of inner) yield* defects(t, one, path);
  } else {
    yield { field, rule: 'invalid', reason: t('has a value that cannot be sent') };
  }
}

/** Of several forms that a body may have, the one that was probably meant: fewest defects, and not a wrong kind. */
function nearest(forms: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const weight = (form: readonly z.core.$ZodIssue[]): number =>
    form.length + form.filter(({ code }) => code === 'invalid_union').length;
  return [...forms].sort((one, other) => weight(one) - weight(other))[0] ?? [];
}
