// Read-modify-write: the body for a PUT that changes nothing, made from what is there (FACTS 5.4).
import type { AutoscaleWrite, ConfigurationWrite, DataPlaneGroupWrite } from './configurationBody';
import type { Autoscale, Configuration, DataPlaneGroupConfig } from './configurations';

/**
 * What to send so that nothing changes; change the result and PUT it. It carries whatever Konnect would otherwise
 * reset or drop: kind, version, API access and each group's environment. Read only and derived properties are not in it.
 */
export function configurationWrite(current: Configuration): ConfigurationWrite {
  const { version, kind, api_access } = current;
  const isDedicated = (kind ?? 'dedicated.v0').startsWith('dedicated');
  return {
    control_plane_id: current.control_plane_id,
    control_plane_geo: current.control_plane_geo,
    kind: kind ?? 'dedicated.v0',
    ...(version ? { version } : {}),
    // An omitted value would be reset to the default, which is open to the internet.
    ...(api_access || isDedicated ? { api_access: api_access || 'private+public' } : {}),
    dataplane_groups: current.dataplane_group_config.map((wish) => groupWrite(wish, isDedicated)),
  };
}

function groupWrite(wish: DataPlaneGroupConfig, isDedicated: boolean): DataPlaneGroupWrite {
  const { provider, region, cloud_gateway_network_id, autoscale, environment } = wish;
  const scaling = autoscale ? autoscaleWrite(autoscale) : undefined;
  return {
    provider,
    region,
    ...(cloud_gateway_network_id ? { cloud_gateway_network_id } : {}),
    ...(scaling ? { autoscale: scaling } : {}),
    ...(environment || isDedicated
      ? { environment: (environment ?? []).map(({ name, value }) => ({ name, value })) }
      : {}),
  };
}

/**
 * `max_rps` is derived by Konnect and never sent. A kind that is not known here cannot be sent either: without it
 * Konnect refuses the body, which is better than scaling by a guess.
 */
function autoscaleWrite(autoscale: Autoscale): AutoscaleWrite | undefined {
  const { kind, base_rps, instance_type, requested_instances } = autoscale;
  if (kind === 'autopilot') return base_rps ? { kind: 'autopilot', base_rps } : undefined;
  if (kind !== 'static' || !instance_type || typeof requested_instances !== 'number')
    return undefined;
  return { kind: 'static', instance_type, requested_instances };
}
