// What a new configuration sets going: networks start, groups come, change and go, and nodes with them.

import type { Configuration, Group, GroupWish } from '../world/entities';
import { canonical, type Json } from '../world/json';
import type { World } from '../world/world';
import { durations } from './durations';
import { groupAddresses } from './groupAddresses';
import { startNetwork } from './networkLife';
import { fitNodes, removeNodes } from './nodeLife';

export type ConfigurationWish = Pick<
  Configuration,
  'control_plane_id' | 'control_plane_geo' | 'kind' | 'version' | 'api_access' | 'wishes'
>;

/** Makes `wish` the configuration of its control plane. */
export function applyConfiguration(
  world: World,
  current: Configuration | undefined,
  wish: ConfigurationWish,
): Configuration {
  const now = world.timestamp();
  const groups = (current?.groups ?? []).map((group) => staying(world, group, current, wish));
  const made = wish.wishes
    .filter((place) => !groups.some((group) => isSamePlace(group, place)))
    .map(
      (place): Group => ({
        ...place,
        id: world.ids.uuid(),
        state: 'created',
        created_at: now,
        updated_at: now,
      }),
    );
  const configuration = world.configurations.put({
    ...wish,
    id: current?.id ?? world.ids.uuid(),
    groups: [...groups, ...made],
    entity_version: (current?.entity_version ?? 0) + 1,
    created_at: current?.created_at ?? now,
    updated_at: now,
  });
  startOfflineNetworks(world, wish.wishes);
  for (const group of configuration.groups) follow(world, configuration.id, group);
  return configuration;
}

export function isSamePlace(one: GroupWish, other: GroupWish): boolean {
  return (
    one.provider === other.provider &&
    one.region === other.region &&
    one.cloud_gateway_network_id === other.cloud_gateway_network_id
  );
}

/** What becomes of a group that exists: it goes, it changes, or nothing happens to it. */
function staying(
  world: World,
  group: Group,
  current: Configuration | undefined,
  wish: ConfigurationWish,
): Group {
  const place = wish.wishes.find((one) => isSamePlace(one, group));
  const updated_at = world.timestamp();
  if (!place) {
    const { state_metadata: _old, ...rest } = group;
    return { ...rest, state: 'terminating', updated_at };
  }
  const changed =
    current?.version !== wish.version ||
    canonical(place as unknown as Json) !== canonical(wishOf(group) as unknown as Json);
  if (!changed) return group;
  const { autoscale: _scale, environment: _variables, ...rest } = group;
  return {
    ...rest,
    ...place,
    state: group.state === 'ready' ? 'initializing' : group.state,
    updated_at,
  };
}

function wishOf({
  provider,
  region,
  cloud_gateway_network_id,
  autoscale,
  environment,
}: Group): GroupWish {
  return {
    provider,
    region,
    ...(cloud_gateway_network_id !== undefined && { cloud_gateway_network_id }),
    ...(autoscale && { autoscale }),
    ...(environment && { environment }),
  };
}

function startOfflineNetworks(world: World, wishes: readonly GroupWish[]): void {
  const used = new Set(wishes.map(({ cloud_gateway_network_id }) => cloud_gateway_network_id));
  for (const { id } of world.networks.where(
    ({ id, state }) => used.has(id) && state === 'offline',
  )) {
    startNetwork(world, id);
  }
}

function follow(world: World, configurationId: string, { id, state, state_metadata }: Group): void {
  const later = (delayMs: number, run: () => void) => world.timeline.after(delayMs, run);
  if (state === 'terminating')
    later(durations.groupGone, () => dropGroup(world, configurationId, id));
  else if (state === 'created') {
    later(durations.groupStarts, () =>
      setGroup(world, configurationId, id, { state: 'initializing' }),
    );
    later(durations.groupReady, () => finish(world, configurationId, id));
  } else if (state === 'initializing' && state_metadata === undefined) {
    later(durations.groupChanged, () => finish(world, configurationId, id));
  }
}

/** A group is ready some time after its network is. */
function finish(world: World, configurationId: string, groupId: string): void {
  const configuration = world.configurations.get(configurationId);
  const group = configuration?.groups.find(({ id }) => id === groupId);
  if (!configuration || group?.state !== 'initializing') return;
  const network = world.networks.get(group.cloud_gateway_network_id ?? '');
  if (network && network.state !== 'ready') {
    world.timeline.after(durations.groupChanged, () => finish(world, configurationId, groupId));
    return;
  }
  setGroup(world, configurationId, groupId, { state: 'ready', ...groupAddresses(network, group) });
  const { version = '3.15', control_plane_id } = configuration;
  fitNodes(world, control_plane_id, group, version);
}

function setGroup(
  world: World,
  configurationId: string,
  groupId: string,
  changes: Partial<Group>,
): void {
  changeGroups(world, configurationId, (groups, updated_at) =>
    groups.map((group) => (group.id === groupId ? { ...group, ...changes, updated_at } : group)),
  );
}

function dropGroup(world: World, configurationId: string, groupId: string): void {
  changeGroups(world, configurationId, (groups) => groups.filter(({ id }) => id !== groupId));
  removeNodes(world, groupId);
}

function changeGroups(
  world: World,
  configurationId: string,
  change: (groups: readonly Group[], now: string) => readonly Group[],
): void {
  const configuration = world.configurations.get(configurationId);
  if (!configuration) return;
  const updated_at = world.timestamp();
  const groups = change(configuration.groups, updated_at);
  world.configurations.put({ ...configuration, groups, updated_at });
}
