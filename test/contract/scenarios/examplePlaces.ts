// Where the request examples go, and what must be there first: the ids in them are those of somebody else.

import { type DemoCaller, pick } from '../support/demoCaller';

type Ids = Map<string, string>;

interface ExamplePlace {
  readonly name: string;
  readonly method: string;
  readonly path: (ids: Ids) => string;
  /** The example with ids that exist here. */
  readonly exchange: (value: unknown, ids: Ids) => unknown;
}

const base = '/global/v2/cloud-gateways';

/** Networks of each cloud, control planes, a control plane group. */
export async function prepareExamples(caller: DemoCaller): Promise<Ids> {
  const ids: Ids = new Map();
  const accounts = await caller.expect(200, 'GET', `${base}/provider-accounts`);
  for (const { id, provider } of pick<{ id: string; provider: string }[]>(
    accounts,
    'data',
  ).reverse())
    ids.set(provider, id);
  const networks = [
    ['first', 'aws', 'us-east-2', ['use2-az1', 'use2-az2'], '198.18.0.0/16'],
    ['second', 'aws', 'eu-west-1', ['euw1-az1', 'euw1-az2'], '198.19.0.0/16'],
    ['azure-network', 'azure', 'eastus2', ['eastus2-az1', 'eastus2-az2'], '100.64.0.0/16'],
    ['gcp-network', 'gcp', 'us-east4', ['us-east4-a', 'us-east4-b'], '100.65.0.0/16'],
  ] as const;
  for (const [name, provider, region, availability_zones, cidr_block] of networks) {
    const cloud_gateway_provider_account_id = ids.get(provider);
    const wish = {
      name,
      cloud_gateway_provider_account_id,
      region,
      availability_zones,
      cidr_block,
    };
    ids.set(name, pick(await caller.expect(201, 'POST', `${base}/networks`, wish), 'id'));
  }
  for (const [name, more] of [
    ['plane', { cloud_gateway: true }],
    ['serverless', { cluster_type: 'CLUSTER_TYPE_SERVERLESS_V1' }],
    ['group', { cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE_GROUP', cloud_gateway: true }],
  ] as const) {
    ids.set(
      name,
      pick(await caller.expect(201, 'POST', '/us/v2/control-planes', { name, ...more }), 'id'),
    );
  }
  caller.demo.clock.advance(60_000);
  return ids;
}

const unchanged: ExamplePlace['exchange'] = (value) => value;

/** Other values for some top-level properties. */
function withOwn(fields: Readonly<Record<string, string>>): ExamplePlace['exchange'] {
  return (value, ids) => {
    const entries = Object.entries(fields).map(([field, name]) => [field, ids.get(name)]);
    return { ...(value as object), ...Object.fromEntries(entries) };
  };
}

/** Groups on networks that exist, in the order of the example. */
const onOwnNetworks: ExamplePlace['exchange'] = (value, ids) => {
  const groups = pick<object[]>(value, 'dataplane_groups').map((group, index) => ({
    ...group,
    cloud_gateway_network_id: ids.get(index === 0 ? 'first' : 'second'),
  }));
  return { ...(value as object), control_plane_id: ids.get('plane'), dataplane_groups: groups };
};

const ownedBy =
  (field: string, name: string): ExamplePlace['exchange'] =>
  (value, ids) => ({
    ...(value as object),
    owner: { ...pick<object>(value, 'owner'), [field]: ids.get(name) },
  });

const put = { method: 'PUT', path: () => `${base}/configurations` };
const post = (path: string) => ({
  method: 'POST',
  path: () => `${base}/${path}`,
  exchange: unchanged,
});
const under = (network: string, kind: string) => ({
  method: 'POST',
  path: (ids: Ids) => `${base}/networks/${ids.get(network)}/${kind}`,
  exchange: unchanged,
});
const patch = (network: string, kind: string, made: string) => ({
  method: 'PATCH',
  path: (ids: Ids) => `${base}/networks/${ids.get(network)}/${kind}/${ids.get(made)}`,
  exchange: unchanged,
});
const ownAccount = (provider: string) => withOwn({ cloud_gateway_provider_account_id: provider });
const gateways = 'transit-gateways';
const names = 'private-dns';

export const examplePlaces: readonly ExamplePlace[] = [
  { name: 'DedicatedSingleRegionConfigurationExample', ...put, exchange: onOwnNetworks },
  { name: 'DedicatedMultiRegionConfigurationExample', ...put, exchange: onOwnNetworks },
  {
    name: 'ServerlessConfigurationExample',
    ...put,
    exchange: withOwn({ control_plane_id: 'serverless' }),
  },
  { name: 'CreateAwsNetworkExample', ...post('networks'), exchange: ownAccount('aws') },
  { name: 'CreateAzureNetworkExample', ...post('networks'), exchange: ownAccount('azure') },
  {
    name: 'RenameNetworkExample',
    method: 'PATCH',
    path: (ids) => `${base}/networks/${ids.get('CreateAwsNetworkExample')}`,
    exchange: unchanged,
  },
  { name: 'CreateAwsTransitGatewayExample', ...under('first', gateways) },
  { name: 'CreateAwsVpcPeeringGatewayExample', ...under('second', gateways) },
  { name: 'CreateAwsResourceEndpointGatewayExample', ...under('first', gateways) },
  { name: 'CreateAzureVNetPeeringGatewayExample', ...under('azure-network', gateways) },
  { name: 'CreateAzureVHubPeeringGatewayExample', ...under('azure-network', gateways) },
  { name: 'CreateGCPVPCPeeringGatewayExample', ...under('gcp-network', gateways) },
  {
    name: 'PatchAwsTransitGatewayExample',
    ...patch('first', gateways, 'CreateAwsTransitGatewayExample'),
  },
  {
    name: 'PatchAwsResourceEndpointGatewayExample',
    ...patch('first', gateways, 'CreateAwsResourceEndpointGatewayExample'),
  },
  { name: 'CreateAwsPrivateHostedZoneExample', ...under('first', names) },
  { name: 'CreateAwsPrivateDnsResolverExample', ...under('first', names) },
  { name: 'CreateGcpPrivateHostedZoneExample', ...under('gcp-network', names) },
  { name: 'CreateAzurePrivateHostedZoneExample', ...under('azure-network', names) },
  { name: 'CreateAzurePrivateDnsResolverExample', ...under('azure-network', names) },
  {
    name: 'PatchAwsPrivateDnsResolverExample',
    ...patch('first', names, 'CreateAwsPrivateDnsResolverExample'),
  },
  {
    name: 'PatchAzurePrivateDnsResolverExample',
    ...patch('azure-network', names, 'CreateAzurePrivateDnsResolverExample'),
  },
  {
    name: 'control-plane-owner',
    ...post('add-ons'),
    exchange: ownedBy('control_plane_id', 'plane'),
  },
  {
    name: 'control-plane-group-owner',
    ...post('add-ons'),
    exchange: ownedBy('control_plane_group_id', 'group'),
  },
  {
    name: 'update-managed-cache-tier',
    method: 'PATCH',
    path: (ids) => `${base}/add-ons/${ids.get('control-plane-owner')}`,
    exchange: unchanged,
  },
  {
    name: 'CreateCustomDomainExample',
    ...post('custom-domains'),
    exchange: withOwn({ control_plane_id: 'plane' }),
  },
];
