// Asking which network, or which attachment of one, for a command that was started without.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import { UserError } from '../../host/userError';
import type { KonnectClient, Network } from '../../konnect/client';
import type { PrivateDns } from '../../konnect/resources/privateDns';
import type { TransitGateway } from '../../konnect/resources/transitGateways';
import type { ResourceTarget } from '../../manifest';
import { collect } from '../../operations/collect';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client'>;

/** A thing that hangs on a network, which is needed to find it. */
export interface Attached<T> {
  readonly networkId: string;
  readonly resource: T;
}

/** As it is now: a row may be older. */
export async function networkOf(
  needs: Needs,
  title: string,
  target?: ResourceTarget,
): Promise<Network> {
  const konnect = await needs.client.get();
  if (target?.terraform?.kind === 'network') return konnect.networks.get(target.resourceId);
  return needs.ask.pick(title, l10n.t('Network'), networkChoices(konnect));
}

export async function transitGatewayOf(
  needs: Needs,
  title: string,
  target?: ResourceTarget,
): Promise<Attached<TransitGateway>> {
  const { transitGateways, networks } = await needs.client.get();
  if (target?.terraform?.kind === 'transitGateway') {
    const { networkId } = target.terraform;
    return { networkId, resource: await transitGateways.get(networkId, target.resourceId) };
  }
  const choices = attachedChoices(
    networks.list(),
    (id) => transitGateways.list(id),
    (one) => one.transit_gateway_attachment_config.kind,
  );
  return needs.ask.pick(title, l10n.t('Transit gateway'), choices);
}

export async function privateDnsOf(
  needs: Needs,
  title: string,
  target?: ResourceTarget,
): Promise<Attached<PrivateDns>> {
  const { privateDns, networks } = await needs.client.get();
  if (target?.terraform?.kind === 'privateDns') {
    const { networkId } = target.terraform;
    return { networkId, resource: await privateDns.get(networkId, target.resourceId) };
  }
  const choices = attachedChoices(
    networks.list(),
    (id) => privateDns.list(id),
    (one) => one.private_dns_attachment_config.kind,
  );
  return needs.ask.pick(title, l10n.t('Private DNS'), choices);
}

async function networkChoices({ networks }: KonnectClient): Promise<readonly Choice<Network>[]> {
  const found = await collect(networks.list());
  if (found.length === 0) throw new UserError(l10n.t('There is no network yet. Create one first.'));
  return found.map((value) => ({
    label: value.name,
    description: `${value.state} · ${value.region} · ${value.cidr_block}`,
    value,
  }));
}

async function attachedChoices<T extends { readonly name: string; readonly state: string }>(
  networks: AsyncIterable<Network>,
  list: (networkId: string) => AsyncIterable<T>,
  kindOf: (one: T) => string,
): Promise<readonly Choice<Attached<T>>[]> {
  const perNetwork = (await collect(networks)).map(async (network) =>
    (await collect(list(network.id))).map((resource) => ({
      label: resource.name,
      description: `${resource.state} · ${network.name}`,
      detail: kindOf(resource),
      value: { networkId: network.id, resource },
    })),
  );
  const choices = (await Promise.all(perNetwork)).flat();
  if (choices.length > 0) return choices;
  throw new UserError(l10n.t('No network has one yet. Create one first.'));
}
