// Health probes of a data plane group's public names, asked when the user wants to know.
import { type EdgeName, edgeNames, healthAddress } from '../dns/edgeNames';
import { type Health, type ProbeTools, probeHealth } from '../dns/healthProbe';
import { dnsPrefix } from '../dns/prefix';
import type { DataPlaneGroup } from '../konnect/client';
import { type GatewayParts, loaded } from './gatewayParts';

export interface ProbedEdge {
  readonly name: string;
  readonly health: Health;
}

/** Names of this group alone; none for a private gateway, which nobody outside can ask. */
export function edgesOfGroup(parts: GatewayParts, group: DataPlaneGroup): readonly EdgeName[] {
  const controlPlane = loaded(parts.controlPlane);
  const edges = edgeNames({
    prefix: controlPlane && dnsPrefix(controlPlane),
    apiAccess: loaded(parts.configuration)?.api_access,
    groups: [group],
  });
  return edges.filter(({ place }) => place !== undefined);
}

/** Never rejects. */
export function probeEdges(
  edges: readonly EdgeName[],
  tools: ProbeTools,
): Promise<readonly ProbedEdge[]> {
  return Promise.all(
    edges.map(async (edge) => ({
      name: edge.name,
      health: await probeHealth(healthAddress(edge), tools),
    })),
  );
}
