// Checks the trust policy of a customer's role: does it let in Kong's role, and nobody else?
import type { Translate } from '../../text';
import { actionFindings } from './actionRule';
import { callerConditions, matches } from './conditions';
import type { KnownRoles, LintContext, TrustFinding } from './finding';
import { type JsonObject, parseJson } from './json';
import { type Policy, policiesIn, readPolicy, type Statement } from './policy';
import { roleArnText } from './principal';
import { principalFindings } from './principalRule';
import { reachFindings } from './reachRule';
import { shapeFindings } from './shapeRule';

/** In the order of the text. */
export function checkTrustPolicy(
  text: string,
  known: KnownRoles | undefined,
  t: Translate,
): readonly TrustFinding[] {
  const context: LintContext = { text, known, t };
  const parsed = parseJson(text);
  if (parsed.kind === 'invalid') return [invalid(parsed.at, context)];
  const policies = policiesIn(parsed.root);
  if (policies.length === 0) return [noPolicy(context)];
  const findings = policies.flatMap((policy) => policyFindings(policy, context));
  return findings.sort((one, other) => one.start - other.start);
}

function policyFindings(node: JsonObject, context: LintContext): readonly TrustFinding[] {
  const policy = readPolicy(node);
  const findings = [
    ...shapeFindings(node, context),
    ...policy.statements.flatMap((statement) => [
      ...principalFindings(statement, context),
      ...actionFindings(statement, context),
    ]),
    ...reachFindings(policy, context),
  ];
  const isSound = findings.every(({ severity }) => severity !== 'error' && severity !== 'warning');
  return isSound ? [...findings, ...nobody(policy, context)] : findings;
}

/** Everything may be in order and yet no gateway gets in. */
function* nobody(policy: Policy, { known, t }: LintContext): Generator<TrustFinding> {
  const arns = (known?.networks ?? []).flatMap(({ id, accountId }) =>
    accountId === undefined ? [] : [roleArnText(accountId, `${id}-dataplane`)],
  );
  if (arns.length === 0 || arns.some((arn) => policy.statements.some((one) => admits(one, arn)))) {
    return;
  }
  yield {
    rule: 'trust-nobody',
    severity: 'information',
    start: policy.node.start,
    end: policy.node.start + 1,
    message: t('No statement lets in the role of any of your networks.'),
  };
}

function admits(statement: Statement, arn: string): boolean {
  if (statement.effect !== 'Allow') return false;
  const account = arn.split(':')[4] ?? '';
  const principals = ['*', account, `arn:aws:iam::${account}:root`, arn];
  const isPrincipal = statement.principals.some(
    ({ type, text }) => type === 'AWS' && principals.includes(text.value),
  );
  const allConditions = callerConditions(statement).every(({ values }) =>
    values.some(({ value }) => matches(value, arn)),
  );
  return isPrincipal && allConditions;
}

function invalid(offset: number, { text, t }: LintContext): TrustFinding {
  const start = Math.min(offset, Math.max(0, text.length - 1));
  const message = t('This is no valid JSON from here on, so AWS cannot read it.');
  return { rule: 'trust-json', severity: 'error', message, start, end: start + 1 };
}

function noPolicy({ t }: LintContext): TrustFinding {
  const message = t('This is no policy: there is no Statement.');
  return { rule: 'trust-shape', severity: 'error', message, start: 0, end: 1 };
}
