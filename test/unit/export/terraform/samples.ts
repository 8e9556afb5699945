// Resources as the client returns them, in every kind that can be exported; `text` fills them where any text may stand.
import type { TerraformSource } from '../../../../src/export/terraform';
import type { PrivateDns } from '../../../../src/konnect/resources/privateDns';
import type { TransitGateway } from '../../../../src/konnect/resources/transitGateways';

export const controlPlaneId = '0949471e-b759-45ba-87ab-ee63fb781388';
const ref = { id: controlPlaneId, geo: 'us' };
export const networkId = '36ae63d3-efd1-4bec-b246-62aa5d3f5695';
export const id = '39ed3790-085d-4605-9627-f96d86aaf425';

const changed = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-02T00:00:00Z' };
const times = { created_at: 1_700_000_000, updated_at: 1_700_000_001 };
const state = { state: 'ready', state_metadata: null, entity_version: 3 };
const ofControlPlane = { control_plane_id: controlPlaneId, control_plane_geo: 'us' };

export function controlPlane(text: string): TerraformSource {
  return {
    kind: 'controlPlane',
    resource: {
      id,
      geo: 'us',
      name: text,
      description: text,
      labels: { env: 'test', for: text, [text || 'x']: 'any' },
      config: {
        control_plane_endpoint: 'https://a.us.cp0.konghq.com',
        telemetry_endpoint: 'https://a.us.tp0.konghq.com',
        cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
        auth_type: 'pinned_client_certs',
        cloud_gateway: true,
        proxy_urls: [{ host: text, port: 443, protocol: 'https' }],
      },
      ...changed,
    },
  };
}

export function configuration(
  environment: readonly { name: string; value: string }[],
): TerraformSource {
  const place = { provider: 'aws', region: 'us-east-2', cloud_gateway_network_id: networkId };
  const groups = [
    {
      ...place,
      autoscale: { kind: 'autopilot', base_rps: 100, max_rps: 1000 },
      environment: [...environment],
    },
    {
      ...place,
      region: 'eu-west-1',
      autoscale: { kind: 'static', instance_type: 'small', requested_instances: 2 },
      environment: null,
    },
  ];
  return {
    kind: 'configuration',
    resource: {
      id,
      ...ofControlPlane,
      version: '3.14',
      kind: 'dedicated.v0',
      api_access: 'private+public',
      dataplane_group_config: groups,
      dataplane_groups: groups.map((group) => ({
        id: networkId,
        ...group,
        state: 'ready',
        private_ip_addresses: ['10.0.0.1'],
        egress_ip_addresses: ['192.0.2.1'],
        hostnames: [],
      })),
      entity_version: 1,
      ...changed,
    },
  };
}

export function network(text: string): TerraformSource {
  return {
    kind: 'network',
    resource: {
      id: networkId,
      name: text,
      default: false,
      cloud_gateway_provider_account_id: id,
      region: 'us-east-2',
      availability_zones: ['use2-az1', 'use2-az2', 'use2-az3'],
      cidr_block: '10.0.0.0/16',
      provider_metadata: { vpc_id: 'vpc-1', subnet_ids: ['subnet-1'] },
      transit_gateway_count: 1,
      configuration_reference_count: 1,
      ...state,
      ...changed,
    },
  };
}

export function customDomain(domain: string): TerraformSource {
  const certificate = { certificate_id: id, sni_id: null };
  const resource = { id, ...ofControlPlane, domain, kind: 'dedicated.v0', ...certificate };
  return { kind: 'customDomain', resource: { ...resource, ...state, ...changed } };
}

export function transitGateways(text: string): readonly TerraformSource[] {
  const azure = { tenant_id: text, subscription_id: text, resource_group_name: text };
  const endpoint = { resource_config_id: text, domain_name: text, state: 'ready' };
  const configs: readonly TransitGateway['transit_gateway_attachment_config'][] = [
    {
      kind: 'aws-transit-gateway-attachment',
      transit_gateway_id: text,
      ram_share_arn: text,
      attachment_id: text,
    },
    {
      kind: 'aws-vpc-peering-attachment',
      peer_account_id: text,
      peer_vpc_id: text,
      peer_vpc_region: text,
      peering_connection_id: text,
    },
    { kind: 'aws-resource-endpoint-attachment', ram_share_arn: text, resource_config: [endpoint] },
    { kind: 'azure-vnet-peering-attachment', ...azure, vnet_name: text },
    { kind: 'azure-vhub-peering-attachment', ...azure, vhub_name: text },
    { kind: 'gcp-vpc-peering-attachment', peer_project_id: text, peer_vpc_name: text },
  ];
  return configs.map((transit_gateway_attachment_config) =>
    transitGateway(text, transit_gateway_attachment_config),
  );
}

export function transitGateway(
  name: string,
  transit_gateway_attachment_config: TransitGateway['transit_gateway_attachment_config'],
): TerraformSource {
  const dns = { remote_dns_server_ip_addresses: ['10.0.0.2'], domain_proxy_list: [name] };
  const resource = { id, name, cidr_blocks: ['10.1.0.0/16'], dns_config: [dns] };
  return {
    kind: 'transitGateway',
    networkId,
    resource: { ...resource, transit_gateway_attachment_config, ...state, ...changed },
  };
}

export function privateDnsOfAllKinds(text: string): readonly TerraformSource[] {
  const dns_config = { [text || 'x']: { remote_dns_server_ip_addresses: ['10.0.0.2'] } };
  const configs: readonly PrivateDns['private_dns_attachment_config'][] = [
    { kind: 'aws-private-hosted-zone-attachment', hosted_zone_id: text },
    { kind: 'aws-outbound-resolver', dns_config },
    { kind: 'azure-outbound-resolver', dns_config },
    {
      kind: 'gcp-private-hosted-zone-attachment',
      domain_name: text,
      peer_project_id: text,
      peer_vpc_name: text,
    },
    {
      kind: 'azure-private-hosted-zone-attachment',
      domain_name: text,
      peer_tenant_id: text,
      peer_subscription_id: text,
      peer_resource_group_id: text,
      peer_vnet_link_name: text,
    },
  ];
  return configs.map((private_dns_attachment_config) =>
    privateDns(text, private_dns_attachment_config),
  );
}

export function privateDns(
  name: string,
  private_dns_attachment_config: PrivateDns['private_dns_attachment_config'],
): TerraformSource {
  const resource = { id, name, private_dns_attachment_config, ...state, ...changed };
  return { kind: 'privateDns', networkId, resource };
}

export function addOn(name: string, ownerKind: string, kind = 'managed-cache.v0'): TerraformSource {
  const owners = {
    'control-plane': ofControlPlane,
    'control-plane-group': {
      control_plane_group_id: controlPlaneId,
      control_plane_group_geo: 'us',
    },
  };
  const owner = { kind: ownerKind, ...owners[ownerKind as keyof typeof owners] };
  const capacity_config = { kind: 'tiered', tier: 'small' };
  const config = { kind, capacity_config, data_plane_groups: [], state_metadata: null };
  const resource = { id, name, owner, config, state: 'ready', entity_version: 1, ...changed };
  return { kind: 'addOn', resource };
}

export function service(text: string, more: object = {}): TerraformSource {
  const timeouts = { connect_timeout: 60000, read_timeout: 60000, write_timeout: 60000 };
  const address = { host: text, protocol: 'https', port: 443, path: text };
  const resource = {
    id,
    name: text,
    ...address,
    ...timeouts,
    enabled: true,
    retries: 5,
    tags: [text],
  };
  return { kind: 'service', controlPlane: ref, resource: { ...resource, ...times, ...more } };
}

export function route(text: string, more: object = {}): TerraformSource {
  const match = { methods: ['GET'], hosts: [text], paths: [text], snis: [], protocols: ['https'] };
  const resource = { id, name: text, service: { id: networkId }, ...match, tags: [] };
  return { kind: 'route', controlPlane: ref, resource: { ...resource, ...times, ...more } };
}

export function customPlugin(handler: string, schema: string): TerraformSource {
  const resource = { id, name: 'tide-headers', handler, schema, tags: null, ...times };
  return { kind: 'customPlugin', controlPlane: ref, resource };
}

export function plugin(
  name: string,
  config: Record<string, unknown>,
  more: object = {},
): TerraformSource {
  const absent = { service: null, route: null, consumer: null, consumer_group: null };
  const resource = { id, name, enabled: true, config, ...absent, protocols: ['https'], tags: null };
  return { kind: 'plugin', controlPlane: ref, resource: { ...resource, ...times, ...more } };
}

/** With each property that the API description has. */
export function fullEntities(): readonly TerraformSource[] {
  const end = { ip: '10.0.0.1', port: 80 };
  const ofBothRoutes = {
    https_redirect_status_code: 426,
    path_handling: 'v0',
    preserve_host: false,
    request_buffering: true,
    response_buffering: true,
    strip_path: true,
    tags: ['a'],
  };
  const none = { methods: [], hosts: [], paths: [], snis: [] };
  return [
    service('a', {
      ca_certificates: [id],
      client_certificate: { id },
      tls_verify: true,
      tls_verify_depth: 1,
      tls_sans: { dnsnames: ['a'], uris: ['b'] },
    }),
    route('a', {
      ...ofBothRoutes,
      headers: { 'X-A': ['b'] },
      snis: ['a.example.com'],
      regex_priority: 1,
      sources: [end],
      destinations: [end],
    }),
    route('a', { ...ofBothRoutes, ...none, expression: 'http.path == "/"', priority: 1 }),
  ];
}

export function everyKind(text: string): readonly TerraformSource[] {
  return [
    controlPlane(text),
    configuration([{ name: 'KONG_HEADERS', value: text }]),
    network(text),
    customDomain(text),
    ...transitGateways(text),
    ...privateDnsOfAllKinds(text),
    addOn(text, 'control-plane'),
    addOn(text, 'control-plane-group'),
    service(text),
    route(text),
    route(text, { expression: text, priority: 1, methods: [], hosts: [], paths: [] }),
    customPlugin(text, text),
    plugin('tide-headers', { header: text, nested: { [text || 'x']: [text, 1, true, {}] } }),
  ];
}
