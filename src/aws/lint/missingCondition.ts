// A whole account of Kong's as principal must be narrowed to one role by a condition (FACTS 7.3).
import { callerConditions } from './conditions';
import { at, type LintContext, type TrustFinding, type TrustFix } from './finding';
import type { JsonObject, JsonString } from './json';
import type { Statement } from './policy';
import { member } from './policy';
import { roleArnText } from './principal';

export function* missingCondition(
  place: JsonString,
  accountId: string,
  statement: Statement,
  context: LintContext,
): Generator<TrustFinding> {
  if (statement.effect !== 'Allow' || callerConditions(statement).length > 0) return;
  const { known, t } = context;
  const isKongs = known?.accounts.includes(accountId);
  // With a list of Kong's accounts at hand, another one is the user's own.
  if (isKongs === false && (known?.accounts.length ?? 0) > 0) return;
  const fix = isKongs ? fixFor(accountId, statement.node, context) : undefined;
  yield {
    ...at(place),
    rule: 'trust-condition',
    severity: isKongs ? 'error' : 'warning',
    message: isKongs
      ? t('This lets in everybody in Kong’s account. Add a condition on aws:PrincipalArn.')
      : t(
          'If this is Kong’s account, everybody in it is let in. Add a condition on aws:PrincipalArn.',
        ),
    ...(fix && { fix }),
  };
}

/** Only where it is clear which role is meant, and there is no condition to be merged with. */
function fixFor(
  accountId: string,
  node: JsonObject,
  { text, known, t }: LintContext,
): TrustFix | undefined {
  const networks = known?.networks.filter((network) => network.accountId === accountId) ?? [];
  const [only] = networks;
  const last = node.members.at(-1);
  if (only === undefined || networks.length > 1 || last === undefined) return undefined;
  if (member(node, 'Condition') !== undefined) return undefined;
  const condition = {
    ArnEquals: { 'aws:PrincipalArn': roleArnText(accountId, `${only.id}-dataplane`) },
  };
  const edit = { start: last.value.end, end: last.value.end };
  const inserted = `,${separator(text, last.key.start)}"Condition": ${JSON.stringify(condition)}`;
  return {
    title: t('Let in the role of the network {0} alone', only.name),
    edits: [{ ...edit, text: inserted }],
  };
}

/** As the members before it are separated: by a line of the same indentation, or a space. */
function separator(text: string, memberStart: number): string {
  const before = text.slice(0, memberStart);
  return /\n[ \t]*$/.exec(before)?.[0] ?? ' ';
}
