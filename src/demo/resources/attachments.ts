// What transit gateways and private DNS have in common: they hang on a network that is ready, in its own cloud.

import { impossible, notNow } from '../http/refusal';
import type { Network } from '../world/entities';
import type { World } from '../world/world';

/** Refuses an attachment of `kind` while the network is not ready, or in another cloud. */
export function checkReady(world: World, network: Network, kind: string, field: string): void {
  const provider =
    world.providerAccounts.get(network.cloud_gateway_provider_account_id)?.provider ?? 'aws';
  if (!kind.startsWith(`${provider}-`)) {
    throw impossible(
      field,
      `${field} '${kind}' is not supported for a network of provider '${provider}'`,
    );
  }
  if (network.state !== 'ready') {
    throw notNow(`Network must be in state 'ready', but is in state '${network.state}'.`);
  }
}

export function isStable(state: string): boolean {
  return !['created', 'initializing', 'terminating', 'terminated'].includes(state);
}
