// What AWS refuses when a trust policy is saved: elements that are missing, unknown, twice there or of another form.
import { at, type LintContext, type TrustFinding } from './finding';
import type { JsonNode, JsonObject, JsonString, Range } from './json';
import { itemsOf, member } from './policy';

const policyElements = new Set(['Version', 'Id', 'Statement']);
const statementElements = new Set(
  'Sid Effect Principal NotPrincipal Action NotAction Condition'.split(' '),
);
const operator =
  /^(For(All|Any)Values:)?(String(Not)?(Equals(IgnoreCase)?|Like)|(Numeric|Date)(Not)?Equals|(Numeric|Date)(Less|Greater)Than(Equals)?|Bool|BinaryEquals|(Not)?IpAddress|Arn(Not)?(Equals|Like)|Null)(IfExists)?$/;

export function* shapeFindings(policy: JsonObject, context: LintContext): Generator<TrustFinding> {
  const { t } = context;
  yield* elements(policy, policyElements, context);
  const version = member(policy, 'Version');
  if (version === undefined || (version.kind === 'string' && version.value === '2008-10-17')) {
    const place = version ?? { start: policy.start, end: policy.start + 1 };
    yield { ...problem(place, t('The version should be "2012-10-17".')), severity: 'warning' };
  } else if (version.kind !== 'string' || version.value !== '2012-10-17') {
    yield problem(version, t('AWS knows the versions "2012-10-17" and "2008-10-17" only.'));
  }
  const statement = member(policy, 'Statement');
  const statements = itemsOf(statement);
  if (statement === undefined || statements.length === 0) {
    yield problem(statement ?? policy, t('A policy needs at least one statement.'));
  }
  for (const one of statements) {
    if (one.kind === 'object') yield* statementFindings(one, context);
    else yield problem(one, t('A statement is an object.'));
  }
}

function* statementFindings(node: JsonObject, context: LintContext): Generator<TrustFinding> {
  const { t } = context;
  yield* elements(node, statementElements, context);
  const effect = member(node, 'Effect');
  if (effect === undefined) yield problem(start(node), t('The statement has no Effect.'));
  else if (effect.kind !== 'string' || !['Allow', 'Deny'].includes(effect.value)) {
    yield problem(effect, t('Effect is "Allow" or "Deny".'));
  }
  const principal = member(node, 'Principal') ?? member(node, 'NotPrincipal');
  if (principal === undefined) {
    yield problem(start(node), t('A statement of a trust policy names a Principal.'));
  } else yield* principalFindings(principal, context);
  const action = member(node, 'Action') ?? member(node, 'NotAction');
  if (action === undefined) yield problem(start(node), t('The statement has no Action.'));
  else yield* strings(action, t('An action is a text, or a list of texts.'));
  yield* conditionFindings(member(node, 'Condition'), context);
}

function* principalFindings(principal: JsonNode, { t }: LintContext): Generator<TrustFinding> {
  if (principal.kind === 'string') {
    if (principal.value !== '*') {
      yield problem(principal, t('A principal is an object such as {"AWS": "arn:…"}.'));
    }
    return;
  }
  if (principal.kind !== 'object') {
    yield problem(principal, t('A principal is an object such as {"AWS": "arn:…"}.'));
    return;
  }
  for (const { key, value } of principal.members) {
    if (!['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(key.value)) {
      yield problem(key, t('AWS knows no principal of the type {0}.', shown(key.value)));
    }
    yield* strings(value, t('A principal is a text, or a list of texts.'));
  }
}

function* conditionFindings(
  node: JsonNode | undefined,
  { t }: LintContext,
): Generator<TrustFinding> {
  if (node === undefined) return;
  if (node.kind !== 'object') {
    yield problem(node, t('Condition is an object of operators.'));
    return;
  }
  for (const { key, value } of node.members) {
    if (!operator.test(key.value)) {
      yield problem(key, t('AWS knows no operator {0}.', shown(key.value)));
    } else if (value.kind !== 'object') {
      yield problem(value, t('An operator has an object of keys and values.'));
    }
  }
}

function* elements(
  node: JsonObject,
  known: ReadonlySet<string>,
  { t }: LintContext,
): Generator<TrustFinding> {
  const seen = new Set<string>();
  for (const { key } of node.members) {
    if (key.value === 'Resource' || key.value === 'NotResource') {
      yield problem(key, t('A trust policy has no {0}: it is the policy of a role.', key.value));
    } else if (!known.has(key.value)) yield problem(key, unknownElement(key, known, t));
    else if (seen.has(key.value)) yield problem(key, t('{0} is there twice.', key.value));
    seen.add(key.value);
  }
}

function unknownElement(
  { value }: JsonString,
  known: ReadonlySet<string>,
  t: LintContext['t'],
): string {
  const meant = [...known].find((name) => name.toLowerCase() === value.toLowerCase());
  return meant === undefined
    ? t('AWS knows no element {0} here.', shown(value))
    : t('AWS knows no element {0} here; {1} is meant.', shown(value), meant);
}

function* strings(node: JsonNode, message: string): Generator<TrustFinding> {
  const items = itemsOf(node);
  if (items.length === 0) yield problem(node, message);
  for (const item of items) if (item.kind !== 'string') yield problem(item, message);
}

function problem(place: Range, message: string): TrustFinding {
  return { rule: 'trust-shape', severity: 'error', message, ...at(place) };
}

/** The brace alone: a whole statement underlined says nothing. */
function start(node: Range): Range {
  return { start: node.start, end: node.start + 1 };
}

function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
