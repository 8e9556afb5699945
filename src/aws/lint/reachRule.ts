// Statements that can never let anybody in: their conditions never hold, a denial covers them, or they repeat another.
import { comparisonOf, matches, principalArnKey } from './conditions';
import { at, type LintContext, type TrustFinding } from './finding';
import type { Range } from './json';
import { type Condition, member, type Policy, type Statement } from './policy';
import { principalName } from './principal';

export function* reachFindings(policy: Policy, context: LintContext): Generator<TrustFinding> {
  const { statements } = policy;
  for (const [index, statement] of statements.entries()) {
    if (statement.effect !== 'Allow' || awsPrincipals(statement).length === 0) continue;
    for (const condition of statement.conditions) yield* neverHolds(condition, statement, context);
    if (statements.some((other) => denies(other, statement))) {
      const message = context.t('A statement that denies the same covers this one.');
      yield unreachable(opening(statement), 'warning', message);
    }
    if (statements.slice(0, index).some((earlier) => isSame(earlier, statement))) {
      const message = context.t('This statement repeats an earlier one.');
      yield unreachable(opening(statement), 'hint', message);
    }
  }
}

/** Keys that AWS sets only when one of its services calls on behalf of a resource. */
const serviceKeys = new Set(['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid']);

function* neverHolds(
  condition: Condition,
  statement: Statement,
  { t }: LintContext,
): Generator<TrustFinding> {
  const { key, operator, values } = condition;
  const name = key.value.toLowerCase();
  const isOptional = /IfExists$|^Null$|Not/.test(operator.value);
  if (serviceKeys.has(name) && !isOptional) {
    const message = t('{0} is set for AWS services only, so this never holds.', key.value);
    yield unreachable(key, 'error', message);
  }
  if (name === 'aws:multifactorauthpresent' && operator.value === 'Bool' && isTrue(values)) {
    const message = t('A gateway has no second factor, so this never holds.');
    yield unreachable(key, 'error', message);
  }
  if (name !== principalArnKey) return;
  const comparison = comparisonOf(condition);
  if (comparison === undefined || values.length === 0) return;
  for (const value of values) {
    if (comparison === 'exact' && /[*?]/.test(value.value)) {
      const message = t('{0} takes * and ? literally; use ArnLike.', operator.value);
      yield unreachable(value, 'error', message);
    } else if (!awsPrincipals(statement).some((principal) => canBe(principal, value.value))) {
      const message = t('None of the principals can have this ARN, so this never holds.');
      yield unreachable(value, 'error', message);
    }
  }
}

function isTrue(values: readonly { readonly value: string }[]): boolean {
  return values.length > 0 && values.every(({ value }) => value.toLowerCase() === 'true');
}

/** Whether a caller whom this principal lets in can have an ARN of this pattern; true when in doubt. */
function canBe(principal: string, pattern: string): boolean {
  const name = principalName(principal);
  switch (name.kind) {
    case 'role':
      return matches(pattern, principal);
    case 'account': {
      const account = pattern.split(':')[4] ?? '';
      return account === '' || /[*?]/.test(account) || account === name.accountId;
    }
    default:
      return true;
  }
}

/** Without conditions, so that it always holds. */
function denies(other: Statement, statement: Statement): boolean {
  if (other.effect !== 'Deny' || member(other.node, 'Condition') !== undefined) return false;
  const actions = other.actions.map(({ value }) => value.toLowerCase());
  const deniesAction = actions.some((pattern) => matches(pattern, 'sts:assumerole'));
  const denied = awsPrincipals(other);
  const covers = (principal: string) =>
    denied.includes('*') || denied.includes(principal) || denied.includes(accountOf(principal));
  return deniesAction && awsPrincipals(statement).every(covers);
}

function accountOf(principal: string): string {
  return principal.replace(/^(arn:aws[a-z-]*:iam::\d{12}):.*$/, '$1:root');
}

function isSame(one: Statement, other: Statement): boolean {
  return contentOf(one) === contentOf(other);
}

/** Everything but the name of the statement. */
function contentOf({ effect, principals, actions, conditions }: Statement): string {
  return JSON.stringify([
    effect,
    principals.map(({ type, text }) => `${type} ${text.value}`).sort(),
    actions.map(({ value }) => value.toLowerCase()).sort(),
    conditions.map(({ operator, key, values }) => [
      operator.value,
      key.value.toLowerCase(),
      values.map(({ value }) => value).sort(),
    ]),
  ]);
}

function awsPrincipals({ principals }: Statement): readonly string[] {
  return principals.filter(({ type }) => type === 'AWS').map(({ text }) => text.value);
}

function opening({ node }: Statement): Range {
  return { start: node.start, end: node.start + 1 };
}

function unreachable(
  place: Range,
  severity: TrustFinding['severity'],
  message: string,
): TrustFinding {
  return { ...at(place), rule: 'trust-unreachable', severity, message };
}
