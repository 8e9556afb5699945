// The organisation's limits, as they bind what is asked for.

import { quotaExceeded } from '../http/refusal';
import type { Configuration, GroupWish } from '../world/entities';
import type { World } from '../world/world';

function refuseBeyond(world: World, resource: string, wanted: number): void {
  const quota = world.quotas.find((item) => item.resource === resource);
  if (quota && wanted > quota.value) throw quotaExceeded(quota.name, quota.value);
}

/** One more network that runs, or is being made. */
export function spendNetwork(world: World): void {
  const running = world.networks.where(
    ({ state }) => !['offline', 'terminating', 'terminated'].includes(state),
  );
  refuseBeyond(world, 'count/networks.not-offline', running.length + 1);
}

/** The groups of `configuration` become `wishes`. */
export function spendGroups(
  world: World,
  configuration: Configuration | undefined,
  wishes: readonly GroupWish[],
): void {
  const others = world.configurations.where(({ id }) => id !== configuration?.id);
  const count = others.reduce((sum, { wishes: theirs }) => sum + theirs.length, 0);
  refuseBeyond(world, 'count/data-plane-groups-estimate', count + wishes.length);
}

/** One more managed cache. */
export function spendCache(world: World): void {
  refuseBeyond(world, 'count/managed-cache-instances', world.addOns.all().length + 1);
}
