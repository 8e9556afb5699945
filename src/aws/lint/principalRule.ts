// Whom a statement lets in: everybody, an account as a whole, or the roles that it means.
import { callerConditions, isTooWide } from './conditions';
import { at, type LintContext, replaceText, type TrustFinding, type TrustRule } from './finding';
import type { JsonString, Range } from './json';
import { missingCondition } from './missingCondition';
import type { Statement } from './policy';
import { member } from './policy';
import { kongRole, principalName, roleArnText } from './principal';
import { roleFindings } from './roleFindings';

export function* principalFindings(
  statement: Statement,
  context: LintContext,
): Generator<TrustFinding> {
  const { t } = context;
  const excluded = member(statement.node, 'NotPrincipal');
  if (excluded !== undefined && statement.effect === 'Allow') {
    const message = t('This lets in everybody except those who are named. Name who may come.');
    yield finding('trust-wildcard', 'error', excluded, message);
  }
  for (const { type, text } of statement.principals) {
    if (type === 'AWS') yield* ofPrincipal(text, statement, context);
  }
  for (const condition of callerConditions(statement)) {
    for (const value of condition.values) yield* ofCondition(value, context);
  }
}

function* ofPrincipal(
  text: JsonString,
  statement: Statement,
  context: LintContext,
): Generator<TrustFinding> {
  const { t } = context;
  const name = principalName(text.value);
  switch (name.kind) {
    case 'anyone':
      if (statement.effect === 'Allow') yield anyone(text, statement, context);
      return;
    case 'account':
      yield* missingCondition(text, name.accountId, statement, context);
      return;
    case 'role':
      yield* roleFindings(text, name, context);
      return;
    case 'session':
      yield* ofSession(text, name, context);
      return;
    case 'unique-id':
      yield finding('trust-principal', 'warning', text, uniqueId(t));
      return;
    case 'wildcard':
      yield finding(
        'trust-wildcard',
        'error',
        text,
        t('AWS refuses a wildcard inside a principal.'),
      );
      return;
    case 'malformed':
      yield finding('trust-principal', 'error', text, t('This is not an ARN that AWS takes here.'));
  }
}

function anyone(text: JsonString, statement: Statement, { t }: LintContext): TrustFinding {
  const values = callerConditions(statement).flatMap((condition) => condition.values);
  const isNarrow = values.length > 0 && values.every(({ value }) => !isTooWide(value));
  return isNarrow
    ? finding(
        'trust-wildcard',
        'warning',
        text,
        t(
          'Everybody is let in as far as the condition goes. Name the account or the role instead.',
        ),
      )
    : finding('trust-wildcard', 'error', text, t('This lets in everybody at AWS.'));
}

/** Sessions have names that nobody knows beforehand. */
function* ofSession(
  text: JsonString,
  name: { readonly accountId: string; readonly role: string },
  context: LintContext,
): Generator<TrustFinding> {
  const { t } = context;
  if (kongRole(name.role) === undefined) return;
  const title = t('Name the role instead of its session');
  const fix = replaceText(title, text, roleArnText(name.accountId, name.role));
  const message = t('This is one session of the gateway’s role. Name the role itself.');
  yield { ...finding('trust-principal', 'error', text, message), fix };
  yield* roleFindings(text, name, context);
}

/** A condition on the caller names roles too. */
function* ofCondition(value: JsonString, context: LintContext): Generator<TrustFinding> {
  const { t } = context;
  if (isTooWide(value.value)) {
    const message = t('This names no role, so it lets in more than the gateway.');
    yield finding('trust-wildcard', 'warning', value, message);
    return;
  }
  const name = principalName(value.value);
  if (name.kind === 'role') yield* roleFindings(value, name, context);
  if (name.kind === 'session' && kongRole(name.role) !== undefined) {
    const title = t('Name the role instead of its session');
    const fix = replaceText(title, value, roleArnText(name.accountId, name.role));
    const message = t(
      'aws:PrincipalArn holds the ARN of the role, never that of a session: this condition never holds.',
    );
    yield { ...finding('trust-unreachable', 'error', value, message), fix };
  }
}

function uniqueId(t: LintContext['t']): string {
  return t(
    'AWS puts such an id in place of a role that was deleted. If Kong has made the role anew, write its ARN again and save.',
  );
}

function finding(
  rule: TrustRule,
  severity: TrustFinding['severity'],
  place: Range,
  message: string,
): TrustFinding {
  return { ...at(place), rule, severity, message };
}
