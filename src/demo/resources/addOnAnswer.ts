// A managed cache as Konnect shows it: its size, where it runs, and the variables that lead to it.

import type { AddOn, AddOnOwner, Group } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';

const variable = (name: string) => `{vault://env/ADDON_MANAGED_CACHE_${name}}`;

export function addOnAnswer(world: World, addOn: AddOn): JsonObject {
  const { id, name, owner, tier, entity_version, state, created_at, updated_at } = addOn;
  const groups =
    world.configurations.find((item) => item.control_plane_id === owner.id)?.groups ?? [];
  return {
    id,
    name,
    owner: ownerAnswer(owner),
    config: {
      kind: 'managed-cache.v0',
      capacity_config: { kind: 'tiered', tier },
      data_plane_groups: groups
        .filter((group) => group.state !== 'terminating')
        .map((group) => groupAnswer(group, state)),
      state_metadata: stateMetadata(addOn),
    },
    entity_version,
    state,
    created_at,
    updated_at,
  };
}

function ownerAnswer({ kind, id, geo }: AddOnOwner): JsonObject {
  return kind === 'control-plane'
    ? { kind, control_plane_id: id, control_plane_geo: geo }
    : { kind, control_plane_group_id: id, control_plane_group_geo: geo };
}

function groupAnswer(
  { id, cloud_gateway_network_id, provider, region, state }: Group,
  cacheState: string,
): JsonObject {
  const settled = state === 'ready' && cacheState === 'ready';
  return {
    id,
    cloud_gateway_network_id,
    provider,
    region,
    state: cacheState === 'terminating' ? cacheState : settled ? 'ready' : 'initializing',
    state_metadata: {},
  };
}

function stateMetadata({ state, cache_config_id }: AddOn): JsonObject {
  if (state !== 'ready') return {};
  return {
    cache_config_id,
    cache_server_name: variable('SERVER_NAME'),
    cache_host: variable('HOST'),
    cache_port: variable('PORT'),
    cache_username: variable('USERNAME'),
    cloud_authentication: {
      auth_provider: variable('AUTH_PROVIDER'),
      aws_cache_name: variable('AWS_CACHE_NAME'),
      aws_region: variable('AWS_REGION'),
      aws_assume_role_arn: variable('AWS_ASSUME_ROLE_ARN'),
    },
  };
}
