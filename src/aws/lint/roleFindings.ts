// Whether a role that a policy names is one that Kong has made: its network, its account, its whole name.
import { at, type KnownNetwork, type LintContext, replaceText, type TrustFinding } from './finding';
import type { JsonString } from './json';
import { type KongRole, kongRole, type RoleName, roleArnText } from './principal';

/** `place` is the text that names the role; a role of another kind is the user's own business. */
export function* roleFindings(
  place: JsonString,
  { accountId, role }: RoleName,
  context: LintContext,
): Generator<TrustFinding> {
  const kong = kongRole(role);
  if (kong === undefined) return;
  const network = context.known?.networks.find(({ id }) => id === kong.networkId);
  if (!kong.isComplete) yield withoutSuffix(place, accountId, kong, context);
  if (network === undefined) yield* unknownNetwork(place, accountId, context);
  else yield* ofNetwork(place, accountId, kong, network, context);
}

function withoutSuffix(
  place: JsonString,
  accountId: string,
  { networkId }: KongRole,
  { t }: LintContext,
): TrustFinding {
  return {
    ...at(place),
    rule: 'trust-dataplane',
    severity: 'warning',
    message: t(
      'The name of the role lacks "-dataplane". Kong documented this form before April 2026; whether any network has such a role is not known.',
    ),
    fix: replaceText(
      t('Add -dataplane'),
      place,
      place.value.replace(
        `${accountId}:role/${networkId}`,
        `${accountId}:role/${networkId}-dataplane`,
      ),
    ),
  };
}

/** The token may not see every network, so this is no error. */
function* unknownNetwork(
  place: JsonString,
  accountId: string,
  { known, t }: LintContext,
): Generator<TrustFinding> {
  if (known === undefined || known.networks.length === 0) return;
  yield {
    ...at(place),
    rule: 'trust-network',
    severity: 'warning',
    message: t('None of the networks that Konnect lists has this id.'),
  };
  if (known.accounts.length === 0 || known.accounts.includes(accountId)) return;
  yield {
    ...at(place),
    rule: 'trust-account',
    severity: 'warning',
    message: t(
      'Account {0} is none of the provider accounts that Konnect lists ({1}).',
      accountId,
      known.accounts.join(', '),
    ),
  };
}

function* ofNetwork(
  place: JsonString,
  accountId: string,
  { networkId }: KongRole,
  network: KnownNetwork,
  { t }: LintContext,
): Generator<TrustFinding> {
  const { name, provider } = network;
  if (provider !== undefined && provider !== 'aws') {
    yield {
      ...at(place),
      rule: 'trust-network',
      severity: 'error',
      message: t('The network {0} runs on {1}, where Kong makes no role.', name, provider),
    };
    return;
  }
  if (network.accountId === undefined || network.accountId === accountId) return;
  yield {
    ...at(place),
    rule: 'trust-account',
    severity: 'error',
    message: t(
      'The network {0} belongs to account {1}, not {2}.',
      name,
      network.accountId,
      accountId,
    ),
    fix: replaceText(
      t('Use account {0}', network.accountId),
      place,
      roleArnText(network.accountId, `${networkId}-dataplane`),
    ),
  };
}
