// A configuration as Konnect shows it: what was asked for beside what exists.

import type { Configuration, Group, GroupWish } from '../world/entities';
import type { JsonObject } from '../world/json';

function autoscaleAnswer(autoscale: NonNullable<GroupWish['autoscale']>): JsonObject {
  // The deprecated `max_rps` cannot be chosen any more and is still reported.
  return autoscale.kind === 'autopilot'
    ? { ...autoscale, max_rps: autoscale.base_rps * 10 }
    : { ...autoscale };
}

function wishAnswer({
  provider,
  region,
  cloud_gateway_network_id,
  autoscale,
  environment,
}: GroupWish): JsonObject {
  return {
    provider,
    region,
    ...(cloud_gateway_network_id !== undefined && { cloud_gateway_network_id }),
    ...(autoscale && { autoscale: autoscaleAnswer(autoscale) }),
    ...(environment && { environment: environment.map((variable) => ({ ...variable })) }),
  };
}

function groupAnswer(group: Group): JsonObject {
  const { id, state, state_metadata, private_ip_addresses, egress_ip_addresses, hostnames } = group;
  return {
    id,
    ...wishAnswer(group),
    state,
    ...(state_metadata && { state_metadata: { ...state_metadata } }),
    ...(private_ip_addresses && { private_ip_addresses: [...private_ip_addresses] }),
    ...(egress_ip_addresses && { egress_ip_addresses: [...egress_ip_addresses] }),
    ...(hostnames && { hostnames: [...hostnames] }),
    created_at: group.created_at,
    updated_at: group.updated_at,
  };
}

export function configurationAnswer(configuration: Configuration): JsonObject {
  const { wishes, groups, ...rest } = configuration;
  return {
    ...rest,
    dataplane_group_config: wishes.map(wishAnswer),
    dataplane_groups: groups.map(groupAnswer),
  };
}
