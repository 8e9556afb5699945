// How a network comes into being and goes.

import type { Network } from '../world/entities';
import { hexOf } from '../world/ids';
import type { World } from '../world/world';
import { durations } from './durations';

function change(world: World, id: string, changes: Partial<Network>): Network | undefined {
  const network = world.networks.get(id);
  return (
    network &&
    world.networks.put({
      ...network,
      ...changes,
      entity_version: network.entity_version + 1,
      updated_at: world.timestamp(),
    })
  );
}

/** From `created` or `offline` through `initializing` to `ready`. */
export function startNetwork(world: World, id: string): void {
  const network = world.networks.get(id);
  if (network?.state === 'offline') change(world, id, { state: 'initializing' });
  else
    world.timeline.after(durations.networkStarts, () =>
      change(world, id, { state: 'initializing' }),
    );
  world.timeline.after(durations.networkReady, () => finish(world, id));
}

function finish(world: World, id: string): void {
  const network = world.networks.get(id);
  if (network?.state !== 'initializing') return;
  change(world, id, { state: 'ready', provider_metadata: providerMetadata(world, network) });
}

/** What the cloud reports of a network that exists there. */
export function providerMetadata(world: World, network: Network): Network['provider_metadata'] {
  const { id, availability_zones } = network;
  const provider = world.providerAccounts.get(network.cloud_gateway_provider_account_id)?.provider;
  if (provider === 'azure')
    return { vpc_id: `vnet-${hexOf(id, 8)}`, subnet_ids: [`snet-${hexOf(id, 8)}`] };
  if (provider === 'gcp') return { vpc_id: `kong-cgw-${hexOf(id, 8)}` };
  return {
    vpc_id: `vpc-0${hexOf(id, 16)}`,
    subnet_ids: availability_zones.map((zone) => `subnet-0${hexOf(`${id}/${zone}`, 16)}`),
  };
}

export function terminateNetwork(world: World, id: string): void {
  change(world, id, { state: 'terminating' });
  world.timeline.after(durations.networkGone, () => world.networks.remove(id));
}
