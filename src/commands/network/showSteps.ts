// Show again what is left to do in the user's own cloud for a transit gateway or a private DNS.
import { l10n } from 'vscode';
import { type AttachmentPlace, attachmentSteps } from '../../export/steps/attachmentSteps';
import { privateDnsSteps } from '../../export/steps/privateDnsSteps';
import type { KonnectClient, ProviderAccount } from '../../konnect/client';
import type { ResourceTarget } from '../../manifest';
import { collect } from '../../operations/collect';
import type { Services } from '../services';
import { showNextSteps } from './nextSteps';
import { privateDnsOf, transitGatewayOf } from './pickNetwork';

type Needs = Pick<Services, 'ask' | 'client' | 'tell' | 'reports'>;

export async function showTransitGatewaySteps(
  needs: Needs,
  target?: ResourceTarget,
): Promise<void> {
  const title = l10n.t('Next Steps of a Transit Gateway');
  const { networkId, resource } = await transitGatewayOf(needs, title, target);
  const place = await placeOf(await needs.client.get(), networkId);
  const { name, state } = resource;
  await showNextSteps(needs, { name, state, steps: attachmentSteps(resource, place, l10n.t) });
}

export async function showPrivateDnsSteps(needs: Needs, target?: ResourceTarget): Promise<void> {
  const title = l10n.t('Next Steps of a Private DNS');
  const { networkId, resource } = await privateDnsOf(needs, title, target);
  const place = await placeOf(await needs.client.get(), networkId);
  const { name, state } = resource;
  await showNextSteps(needs, { name, state, steps: privateDnsSteps(resource, place, l10n.t) });
}

/** Who may not read provider accounts still gets the steps, with a word to fill in. */
async function placeOf(
  { networks, providerAccounts }: KonnectClient,
  networkId: string,
): Promise<AttachmentPlace> {
  const [network, accounts] = await Promise.all([
    networks.get(networkId),
    collect(providerAccounts.list()).catch((): readonly ProviderAccount[] => []),
  ]);
  const id = network.cloud_gateway_provider_account_id;
  return { network, account: accounts.find((one) => one.id === id) };
}
