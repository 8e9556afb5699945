// Every verb of the client for cloud gateways, called at least once, by the operation that it is.
import type { KonnectClient } from '../../../src/konnect/client';

const id = '7f9fd312-a987-4628-b4c5-bb4f4fddd5f7';
const other = '36ae63d3-efd1-4bec-b246-62aa5d3f5695';
const controlPlane = { id, geo: 'eu' };
const cache = {
  kind: 'managed-cache.v0',
  capacity_config: { kind: 'tiered', tier: 'small' },
} as const;
const group = {
  provider: 'aws',
  region: 'ap-northeast-1',
  cloud_gateway_network_id: other,
  autoscale: { kind: 'autopilot', base_rps: 100 },
  environment: [{ name: 'KONG_LOG_LEVEL', value: 'info' }],
} as const;
const fixed = { kind: 'static', instance_type: 'small', requested_instances: 2 } as const;
const resources = [{ resource_config_id: 'rc-1', domain_name: 'a.example' }];
const dns_config = { 'a.example': { remote_dns_server_ip_addresses: ['10.0.0.10'] } };

export type Call = (client: KonnectClient) => Promise<unknown> | AsyncGenerator<unknown>;

/** By operationId; several calls where one verb has several forms. */
export const cloudGatewayCalls: Readonly<Record<string, readonly Call[]>> = {
  'get-availability-json': [(client) => client.availability.get()],
  'list-provider-accounts': [
    (client) => client.providerAccounts.list(),
    (client) => client.providerAccounts.list({ provider: 'aws' }),
  ],
  'get-provider-account': [(client) => client.providerAccounts.get(id)],
  'list-networks': [(client) => client.networks.list({ name: 'a', state: 'ready' })],
  'get-network': [(client) => client.networks.get(id)],
  'create-network': [
    (client) =>
      client.networks.create({
        name: 'tokyo',
        cloud_gateway_provider_account_id: id,
        region: 'ap-northeast-1',
        availability_zones: ['apne1-az1', 'apne1-az2'],
        cidr_block: '10.4.0.0/16',
        state: 'offline',
      }),
  ],
  'update-network': [(client) => client.networks.rename(id, 'osaka')],
  'delete-network': [(client) => client.networks.delete(id)],
  'list-network-configurations': [(client) => client.networks.configurationReferences(id)],
  'list-configurations': [
    (client) => client.configurations.list(),
    (client) => client.configurations.list({ controlPlane }),
  ],
  'get-configuration': [(client) => client.configurations.get(id)],
  'create-configuration': [
    (client) =>
      client.configurations.put({
        control_plane_id: id,
        control_plane_geo: 'us',
        kind: 'dedicated.v0',
        version: '3.14',
        api_access: 'private',
        dataplane_groups: [group, { ...group, region: 'us-east-2', autoscale: fixed }],
      }),
    (client) =>
      client.configurations.put({
        control_plane_id: id,
        control_plane_geo: 'us',
        dataplane_groups: [],
      }),
  ],
  'list-custom-domains': [
    (client) => client.customDomains.list(),
    (client) => client.customDomains.list({ controlPlane, domain: 'a.example' }),
  ],
  'get-custom-domain': [(client) => client.customDomains.get(id)],
  'create-custom-domains': [
    (client) => client.customDomains.create({ controlPlane, domain: 'a.example' }),
  ],
  'delete-custom-domain': [(client) => client.customDomains.delete(id)],
  'get-custom-domain-online-status': [(client) => client.customDomains.onlineStatus(id)],
  'list-transit-gateways': [
    (client) => client.transitGateways.list(id, { name: 'a', state: 'pending-acceptance' }),
  ],
  'get-transit-gateway': [(client) => client.transitGateways.get(id, other)],
  'create-transit-gateway': [
    (client) =>
      client.transitGateways.create(id, {
        name: 'a',
        cidr_blocks: ['10.20.0.0/16'],
        dns_config: [
          { remote_dns_server_ip_addresses: ['10.0.0.1'], domain_proxy_list: ['a.example'] },
        ],
        transit_gateway_attachment_config: {
          kind: 'aws-transit-gateway-attachment',
          transit_gateway_id: 'tgw-1',
          ram_share_arn: 'arn:aws:ram:us-east-2:123456789012:resource-share/1',
        },
      }),
  ],
  'update-transit-gateway': [
    (client) => client.transitGateways.update(id, other, { cidr_blocks: ['10.0.0.0/8'] }),
    (client) =>
      client.transitGateways.update(id, other, {
        transit_gateway_attachment_config: {
          kind: 'aws-resource-endpoint-attachment',
          resource_config: resources,
        },
      }),
  ],
  'delete-transit-gateway': [(client) => client.transitGateways.delete(id, other)],
  'list-private-dns': [(client) => client.privateDns.list(id, { name: 'a', state: 'ready' })],
  'get-private-dns': [(client) => client.privateDns.get(id, other)],
  'create-private-dns': [
    (client) =>
      client.privateDns.create(id, {
        name: 'a',
        private_dns_attachment_config: { kind: 'aws-outbound-resolver', dns_config },
      }),
  ],
  'update-private-dns': [
    (client) =>
      client.privateDns.update(id, other, {
        name: 'b',
        private_dns_attachment_config: { kind: 'azure-outbound-resolver', dns_config },
      }),
  ],
  'delete-private-dns': [(client) => client.privateDns.delete(id, other)],
  'list-default-resource-quotas': [(client) => client.quotas.defaults()],
  'list-resource-quotas': [(client) => client.quotas.list()],
  'get-resource-quota': [(client) => client.quotas.get(id)],
  'list-default-resource-configurations': [(client) => client.resourceConfigurations.defaults()],
  'list-resource-configurations': [(client) => client.resourceConfigurations.list()],
  'get-resource-configuration': [(client) => client.resourceConfigurations.get(id)],
  'list-add-ons': [
    (client) => client.addOns.list({ name: 'a', state: 'ready', controlPlaneId: id }),
    (client) => client.addOns.list({ controlPlaneGroupId: id }),
  ],
  'get-add-on': [(client) => client.addOns.get(id)],
  'create-add-on': [
    (client) =>
      client.addOns.create({
        name: 'a',
        owner: { kind: 'control-plane', control_plane_id: id, control_plane_geo: 'us' },
        config: cache,
      }),
  ],
  'update-add-on': [(client) => client.addOns.update(id, { config: cache })],
  'delete-add-on': [(client) => client.addOns.delete(id)],
};
