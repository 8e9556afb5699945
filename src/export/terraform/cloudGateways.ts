// Control planes, configurations, networks, custom domains and add-ons as resources of the provider.
import type { AddOn } from '../../konnect/resources/addOns';
import type {
  Autoscale,
  Configuration,
  DataPlaneGroupConfig,
} from '../../konnect/resources/configurations';
import type { ControlPlane } from '../../konnect/resources/controlPlanes';
import type { CustomDomain } from '../../konnect/resources/customDomains';
import type { Network } from '../../konnect/resources/networks';
import { hclName } from '../hclName';
import { documentText, Findings, geoNote } from './document';
import type { HclValue } from './hcl';

export function controlPlaneText(controlPlane: ControlPlane): string {
  const { id, name, description, labels, config } = controlPlane;
  const label = hclName(name);
  const attributes = {
    name,
    description,
    cluster_type: config.cluster_type,
    auth_type: config.auth_type,
    cloud_gateway: config.cloud_gateway,
    labels: Object.keys(labels ?? {}).length === 0 ? undefined : labels,
    proxy_urls: filled(
      config.proxy_urls.map(({ host, port, protocol }) => ({ host, port, protocol })),
    ),
  };
  const type = 'konnect_gateway_control_plane';
  const unread = ['cloud_gateway', 'cluster_type'];
  return documentText({ type, label, attributes, importId: id, unread }, new Findings(label), [
    geoNote(controlPlane),
  ]);
}

/** The wish, not what exists: that is what a configuration is written with. */
export function configurationText(configuration: Configuration): string {
  const { control_plane_id, control_plane_geo, kind, version, api_access } = configuration;
  const label = hclName(`gateway_${control_plane_id.slice(0, 8)}`);
  const findings = new Findings(label);
  const attributes = {
    control_plane_id,
    control_plane_geo,
    kind,
    version,
    api_access,
    dataplane_groups: configuration.dataplane_group_config.map((group, index) =>
      groupValue(group, index, findings),
    ),
  };
  const type = 'konnect_cloud_gateway_configuration';
  return documentText({ type, label, attributes, importId: configuration.id }, findings, [
    'Destroying this resource sends nothing to Konnect: the data planes keep running, and costing.',
  ]);
}

function groupValue(
  { provider, region, cloud_gateway_network_id, autoscale, environment }: DataPlaneGroupConfig,
  index: number,
  findings: Findings,
): HclValue {
  const path = ['dataplane_groups', String(index)];
  return {
    provider,
    region,
    cloud_gateway_network_id,
    autoscale: autoscaleValue(autoscale, path, findings),
    environment: filled(
      (environment ?? []).map(({ name, value }) => ({
        name,
        value: findings.text([...path, 'environment', name], value),
      })),
    ),
  };
}

/** The provider has one attribute for each kind of scaling. */
function autoscaleValue(
  autoscale: Autoscale | null | undefined,
  path: readonly string[],
  findings: Findings,
): HclValue {
  if (autoscale === null || autoscale === undefined) return undefined;
  const { kind, base_rps, instance_type, requested_instances } = autoscale;
  if (kind === 'autopilot')
    return { configuration_data_plane_group_autoscale_autopilot: { kind, base_rps } };
  if (kind === 'static') {
    const fixed = { kind, instance_type, requested_instances };
    return { configuration_data_plane_group_autoscale_static: fixed };
  }
  findings.leaveOut([...path, `autoscale (${kind})`]);
  return undefined;
}

export function networkText(network: Network): string {
  const { id, name, cloud_gateway_provider_account_id, region, cidr_block } = network;
  const { availability_zones } = network;
  const label = hclName(name);
  const account = { cloud_gateway_provider_account_id };
  const attributes = { name, ...account, region, availability_zones, cidr_block };
  const type = 'konnect_cloud_gateway_network';
  return documentText({ type, label, attributes, importId: id }, new Findings(label));
}

export function customDomainText(customDomain: CustomDomain): string {
  const { id, control_plane_id, control_plane_geo, domain, kind } = customDomain;
  const label = hclName(domain);
  const attributes = { control_plane_id, control_plane_geo, domain, kind };
  const type = 'konnect_cloud_gateway_custom_domain';
  return documentText({ type, label, attributes, importId: id }, new Findings(label));
}

/** Undefined for kinds of add-ons and owners that the provider does not have. */
export function addOnText({ id, name, owner, config }: AddOn): string | undefined {
  const tier = config.capacity_config?.tier;
  const ownerValue = addOnOwner(owner);
  if (config.kind !== 'managed-cache.v0' || !tier || ownerValue === undefined) return undefined;
  const label = hclName(name);
  const attributes = {
    name,
    owner: ownerValue,
    config: { managed_cache: { capacity_config: { tiered: { tier } } } },
  };
  const type = 'konnect_cloud_gateway_addon';
  return documentText({ type, label, attributes, importId: id }, new Findings(label));
}

function addOnOwner(owner: AddOn['owner']): HclValue {
  const { control_plane_id, control_plane_geo } = owner;
  const { control_plane_group_id, control_plane_group_geo } = owner;
  if (owner.kind === 'control-plane')
    return { control_plane: { control_plane_id, control_plane_geo } };
  if (owner.kind === 'control-plane-group')
    return { control_plane_group: { control_plane_group_id, control_plane_group_geo } };
  return undefined;
}

function filled<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
