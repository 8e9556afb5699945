// What a statement lets the gateway do: assume the role, by that action and no other.
import { at, type LintContext, replaceText, type TrustFinding } from './finding';
import type { JsonString } from './json';
import { member, type Statement } from './policy';

const wanted = 'sts:assumerole';
const companions = new Set(['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext']);

export function* actionFindings(
  statement: Statement,
  context: LintContext,
): Generator<TrustFinding> {
  const { t } = context;
  const isForAws = statement.principals.some(({ type }) => type === 'AWS');
  if (statement.effect !== 'Allow' || !isForAws) return;
  const excluded = member(statement.node, 'NotAction');
  if (excluded !== undefined) {
    const message = t('Name the action that is allowed, "sts:AssumeRole".');
    yield { ...at(excluded), rule: 'trust-action', severity: 'error', message };
  }
  for (const action of statement.actions) yield* ofAction(action, context);
  const names = statement.actions.map(({ value }) => value.toLowerCase());
  if (names.length > 0 && names.every((name) => companions.has(name))) {
    const message = t('"sts:AssumeRole" is missing: without it nobody gets in.');
    yield { ...at(firstOf(statement)), rule: 'trust-action', severity: 'error', message };
  }
}

function* ofAction(action: JsonString, { t }: LintContext): Generator<TrustFinding> {
  const name = action.value.toLowerCase();
  if (name === wanted || companions.has(name)) return;
  const fix = replaceText(t('Use sts:AssumeRole'), action, 'sts:AssumeRole');
  const fixed = { ...at(action), rule: 'trust-action', fix } as const;
  if (name === 'sts:assumerolewithwebidentity' || name === 'sts:assumerolewithsaml') {
    const message = t(
      'The gateway comes with a role that it already has, so the action is "sts:AssumeRole".',
    );
    yield { ...fixed, severity: 'error', message };
  } else if (/[*?]/.test(name)) {
    const message = t('"sts:AssumeRole" is all that is needed; AWS refuses "*" here.');
    yield { ...fixed, severity: name === '*' ? 'error' : 'warning', message };
  } else {
    const message = t(
      'A trust policy allows assuming the role and nothing else. What the role may do belongs into its permissions policy.',
    );
    yield { ...at(action), rule: 'trust-action', severity: 'error', message };
  }
}

function firstOf({ actions, node }: Statement): { readonly start: number; readonly end: number } {
  return actions[0] ?? node;
}
