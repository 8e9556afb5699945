// The AWS role of each network that the gateway runs in, or why there is none.
import { roleOfNetwork } from '../../aws/roleArn';
import type { Network, ProviderAccount } from '../../konnect/client';
import type { Translate } from '../../text';
import { type GatewayParts, groupOfNetwork, loaded, type Part } from '../gatewayParts';
import type { Block, Card, Section } from '../protocol';
import { shownName, shownSentence } from '../shownName';
import { noRoleNotice } from './noRoleNotice';
import { ownRoleCard } from './ownRoleCard';
import { fact, failureNotice, notice } from './pieces';
import { roleBlocks } from './roleBlocks';
import { stateMark } from './states';

/** More policies than this are closed at first. */
const mostOpen = 2;

export function rolesSection(parts: GatewayParts, t: Translate): Section {
  const loading = parts.configuration.state === 'loading';
  return {
    id: 'roles',
    title: t('AWS Role'),
    intro: t(
      'Plugins on the data planes work under one role of Kong’s for each network. It has no permissions of its own: it may assume a role of yours that trusts it.',
    ),
    loading,
    blocks: loading ? [] : blocks(parts, t),
  };
}

function blocks(parts: GatewayParts, t: Translate): readonly Block[] {
  const { configuration, networks } = parts;
  if (configuration.state === 'failed') {
    const what = t('The data plane groups could not be read, so the networks are not known.');
    return [failureNotice(what, configuration.failure, t)];
  }
  if (networks.size === 0) {
    return [notice('empty', t('No networks yet. Each network of the gateway has a role.'))];
  }
  const cards = [...networks].map(([id, network]) => card(id, network, parts, t));
  return [...accountsFailure(parts, t), ...cards, ...(hasRole(cards) ? [ownRoleCard(t)] : [])];
}

/** Only then is there a use for a role of one's own. */
function hasRole(cards: readonly Card[]): boolean {
  return cards.some((one) => one.blocks.some(({ kind }) => kind === 'values'));
}

/** Said once, above all the networks that it concerns. */
function accountsFailure(
  { accounts, configuration }: GatewayParts,
  t: Translate,
): readonly Block[] {
  if (accounts.state !== 'failed') return [];
  const groups = loaded(configuration)?.dataplane_groups ?? [];
  if (groups.length > 0 && groups.every(({ provider }) => provider !== 'aws')) return [];
  const what = t('The provider accounts could not be read, so no ARN can be worked out.');
  return [failureNotice(what, accounts.failure, t)];
}

function card(id: string, network: Part<Network>, parts: GatewayParts, t: Translate): Card {
  const group = groupOfNetwork(loaded(parts.configuration), id);
  const found = loaded(network);
  const provider = providerOf(found, parts.accounts) ?? group?.provider;
  const region = found?.region ?? group?.region;
  return {
    kind: 'card',
    id,
    title: shownName(found?.name ?? id),
    marks: found === undefined ? [] : [stateMark(found.state, t)],
    facts: [
      ...(provider === undefined ? [] : [fact(t('Provider'), provider)]),
      ...(region === undefined ? [] : [fact(t('Region'), region)]),
    ],
    loading: isLoading(network, parts.accounts),
    blocks: [...reasonBlocks(found, t), ...networkBlocks(network, parts, group?.provider, t)],
  };
}

function isLoading(network: Part<Network>, accounts: Part<unknown>): boolean {
  if (network.state === 'failed' || accounts.state === 'failed') return false;
  return network.state === 'loading' || accounts.state === 'loading';
}

/** A network has no error state: what is wrong is said in `state_metadata` only (FACTS 5.3). */
function reasonBlocks(network: Network | undefined, t: Translate): readonly Block[] {
  const reason = network?.state_metadata?.reason ?? '';
  return reason === '' ? [] : [notice('warning', t('Konnect reports: {0}', shownSentence(reason)))];
}

function networkBlocks(
  network: Part<Network>,
  { accounts, networks }: GatewayParts,
  provider: string | undefined,
  t: Translate,
): readonly Block[] {
  // What the group says is enough to know that there is no role, whatever else cannot be read.
  if (provider !== undefined && provider !== 'aws') {
    return [noRoleNotice({ kind: 'none', reason: 'other-provider', provider }, t)];
  }
  if (network.state === 'failed') {
    return [failureNotice(t('This network could not be read.'), network.failure, t)];
  }
  if (network.state !== 'loaded' || accounts.state !== 'loaded') return [];
  const role = roleOfNetwork(network.value, accounts.value);
  if (role.kind === 'none') return [noRoleNotice(role, t)];
  const { state, cloud_gateway_provider_account_id: providerAccountId } = network.value;
  return roleBlocks(role, { state, providerAccountId, isRoomy: networks.size <= mostOpen }, t);
}

function providerOf(
  network: Network | undefined,
  accounts: Part<readonly ProviderAccount[]>,
): string | undefined {
  const id = network?.cloud_gateway_provider_account_id;
  return loaded(accounts)?.find((account) => account.id === id)?.provider;
}
