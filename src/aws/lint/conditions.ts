// How a condition on the caller's ARN compares: which ARNs it can hold for.
import type { Condition, Statement } from './policy';

export const principalArnKey = 'aws:principalarn';

/** Comparisons that let in what is named; their negations let in what is not. */
export type Comparison = 'exact' | 'pattern';

export function comparisonOf({ operator }: Condition): Comparison | undefined {
  const name = operator.value.replace(/^For(All|Any)Values:/, '').replace(/IfExists$/, '');
  switch (name) {
    case 'StringEquals':
    case 'StringEqualsIgnoreCase':
      return 'exact';
    // For AWS these three are the same.
    case 'StringLike':
    case 'ArnEquals':
    case 'ArnLike':
      return 'pattern';
    default:
      return undefined;
  }
}

export function conditionsOn({ conditions }: Statement, key: string): readonly Condition[] {
  return conditions.filter((one) => one.key.value.toLowerCase() === key);
}

/** Conditions that let in callers by ARN, and nobody else. */
export function callerConditions(statement: Statement): readonly Condition[] {
  return conditionsOn(statement, principalArnKey).filter(
    (condition) => comparisonOf(condition) !== undefined,
  );
}

/** Everybody of an account, or nearly: no role is named. */
export function isTooWide(pattern: string): boolean {
  const role = /^arn:aws[a-z-]*:iam::\d{12}:role\/(.*)$/.exec(pattern)?.[1];
  return role === undefined ? /[*?]/.test(pattern) : /^[*?/]*$/.test(role);
}

/** `*` and `?` as in IAM; in time that grows with the lengths alone, whatever the pattern is. */
export function matches(pattern: string, text: string): boolean {
  let [p, i, star, retry] = [0, 0, -1, 0];
  while (i < text.length) {
    if (pattern[p] === '*') {
      star = p;
      retry = i;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[i])) {
      p += 1;
      i += 1;
    } else if (star >= 0) {
      // Let the last star take one sign more.
      retry += 1;
      p = star + 1;
      i = retry;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(p));
}
