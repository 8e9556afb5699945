// A data plane group: autoscaled nodes in one region.
import { l10n } from 'vscode';
import { edgeNames } from '../../dns/edgeNames';
import { dnsPrefix } from '../../dns/prefix';
import type {
  Configuration,
  ControlPlane,
  DataPlaneGroup,
  KonnectClient,
} from '../../konnect/client';
import { globalGeo } from '../../konnect/geo';
import { oldDomainIn } from '../look/oldDomain';
import { provisioningMs, spokenWith, stateView } from '../look/state';
import { details, reasonNode } from '../nodes/detailNode';
import type { TreeNode } from '../nodes/node';
import { ResourceNode, type ResourceRow } from '../nodes/resourceNode';
import { networkRow } from './networkRow';

export function dataPlaneGroupRow(
  group: DataPlaneGroup,
  configuration: Configuration,
  controlPlane: ControlPlane,
  konnect: KonnectClient,
): ResourceRow {
  const { provider, region, state, autoscale } = group;
  const { reason, words, row } = stateView(group, provisioningMs);
  const old = oldDomainIn(reason, ...(group.hostnames ?? []));
  return {
    kind: 'dataPlaneGroup',
    resourceId: group.id,
    name: region,
    // Konnect has no address for one group: its configuration is what can be read.
    source: { geo: globalGeo, path: `/v2/cloud-gateways/configurations/${configuration.id}` },
    terraform: { kind: 'configuration', resource: configuration },
    description: [state, provider, scaling(autoscale), old.mark]
      .filter((part) => part !== undefined)
      .join(' · '),
    lines: [
      [l10n.t('State'), state],
      [l10n.t('Reason'), reason],
      old.line,
      [l10n.t('Gateway version'), configuration.version ?? undefined],
      [l10n.t('Scaling'), scaling(autoscale)],
      [l10n.t('ID'), group.id],
    ],
    spoken: l10n.t(
      'Data plane group {0} {1}, state {2}',
      provider,
      region,
      spokenWith(words, scaling(autoscale), old.mark),
    ),
    ...row,
    // What is known already shows also to those who may not read networks.
    async *children(parent, signal) {
      yield* reasonNode(parent, l10n.t('Problem'), reason);
      yield* old.nodes(parent);
      yield* details(parent, [
        ['version', l10n.t('Gateway version'), configuration.version ?? undefined],
        ['access', l10n.t('API access'), configuration.api_access ?? undefined],
        ['edge', l10n.t('Edge host'), edgeHosts(group, configuration, controlPlane)],
        ['egress', l10n.t('Egress addresses'), group.egress_ip_addresses?.join(', ')],
        ['private', l10n.t('Private addresses'), group.private_ip_addresses?.join(', ')],
        ['environment', l10n.t('Environment'), environmentNames(group, configuration)],
      ]);
      yield* await networkNodes(parent, group, konnect, signal);
    },
  };
}

/** Names only: a value may be a secret. */
function environmentNames(
  { provider, region }: DataPlaneGroup,
  configuration: Configuration,
): string | undefined {
  const asked = configuration.dataplane_group_config?.find(
    (one) => one.provider === provider && one.region === region,
  );
  return asked?.environment?.map(({ name }) => name).join(', ');
}

/** Returned names are authoritative, derived ones are marked. */
function edgeHosts(
  group: DataPlaneGroup,
  configuration: Configuration,
  controlPlane: ControlPlane,
): string | undefined {
  const prefix = dnsPrefix(controlPlane);
  const names = edgeNames({ prefix, apiAccess: configuration.api_access, groups: [group] }).filter(
    ({ place }) => place !== undefined,
  );
  return names
    .map(({ name, grade }) => (grade === 'derived' ? l10n.t('{0} (derived)', name) : name))
    .join(', ');
}

async function networkNodes(
  parent: ResourceNode,
  { cloud_gateway_network_id: id }: DataPlaneGroup,
  konnect: KonnectClient,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  if (id === undefined || id === null) return [];
  return [
    new ResourceNode(parent, networkRow(await konnect.networks.get(id, { signal }), konnect)),
  ];
}

function scaling(autoscale: DataPlaneGroup['autoscale']): string | undefined {
  if (autoscale === undefined || autoscale === null) return undefined;
  const { kind, base_rps, requested_instances, instance_type } = autoscale;
  if (kind === 'autopilot') return l10n.t('autopilot from {0} requests/s', base_rps ?? '?');
  if (kind === 'static') {
    return l10n.t(
      '{0} × {1} (static, deprecated)',
      requested_instances ?? '?',
      instance_type ?? '?',
    );
  }
  return kind;
}
