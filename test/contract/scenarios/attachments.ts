// Transit gateways of six kinds, private DNS of five, and add-ons.

import assert from 'node:assert/strict';
import { type DemoCaller, pick } from '../support/demoCaller';

const base = '/global/v2/cloud-gateways';
const minute = 60_000;

interface Sample {
  readonly network: string;
  readonly body: { readonly name: string; readonly [key: string]: unknown };
  readonly change?: unknown;
}

const ram_share_arn =
  'arn:aws:ram:us-east-2:123456789012:resource-share/4b7e2c8a-1234-5678-abcd-ef1234567890';
const azure = {
  tenant_id: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  subscription_id: 'b2c3d4e5-f6a7-8901-bcde-f12345678901',
  resource_group_name: 'rg',
};

function gateway(network: string, config: { readonly kind: string }, more: object = {}): Sample {
  return {
    network,
    body: { name: config.kind, transit_gateway_attachment_config: config, ...more },
  };
}

const gateways: readonly Sample[] = [
  {
    ...gateway(
      'us-east-2-prod',
      {
        kind: 'aws-transit-gateway-attachment',
        transit_gateway_id: 'tgw-0123456789abcdef0',
        ram_share_arn,
      } as {
        readonly kind: string;
      },
      { cidr_blocks: ['172.24.0.0/16'] },
    ),
    change: { cidr_blocks: ['172.25.0.0/16'] },
  },
  gateway(
    'us-east-2-prod',
    {
      kind: 'aws-vpc-peering-attachment',
      peer_account_id: '123456789012',
      peer_vpc_id: 'vpc-0f1e2d3c4b5a67890',
      peer_vpc_region: 'us-east-2',
    } as { readonly kind: string },
    {
      cidr_blocks: ['172.26.0.0/16'],
      dns_config: [
        { remote_dns_server_ip_addresses: ['172.26.0.2'], domain_proxy_list: ['a.example'] },
      ],
    },
  ),
  {
    ...gateway('us-east-2-prod', { kind: 'aws-resource-endpoint-attachment', ram_share_arn } as {
      readonly kind: string;
    }),
    change: {
      transit_gateway_attachment_config: {
        kind: 'aws-resource-endpoint-attachment',
        resource_config: [{ resource_config_id: 'rcfg-1', domain_name: 'a.example' }],
      },
    },
  },
  gateway('netherlands-payments', {
    kind: 'azure-vnet-peering-attachment',
    ...azure,
    vnet_name: 'v',
  } as { readonly kind: string }),
  gateway('netherlands-payments', {
    kind: 'azure-vhub-peering-attachment',
    ...azure,
    vhub_name: 'h',
  } as { readonly kind: string }),
  gateway('sydney-sensors', {
    kind: 'gcp-vpc-peering-attachment',
    peer_project_id: 'p',
    peer_vpc_name: 'v',
  } as { readonly kind: string }),
];

const dns_config = { 'internal.example.com': { remote_dns_server_ip_addresses: ['10.0.0.10'] } };

function dns(
  network: string,
  config: { readonly kind: string; readonly [key: string]: unknown },
): Sample {
  const body = { name: config.kind, private_dns_attachment_config: config };
  const isResolver = config.kind.endsWith('outbound-resolver');
  return isResolver
    ? { network, body, change: { ...body, name: `${config.kind}-2` } }
    : { network, body };
}

const names: readonly Sample[] = [
  dns('us-east-2-prod', {
    kind: 'aws-private-hosted-zone-attachment',
    hosted_zone_id: 'Z1D633PJN98FT9',
  }),
  dns('us-east-2-prod', { kind: 'aws-outbound-resolver', dns_config }),
  dns('netherlands-payments', { kind: 'azure-outbound-resolver', dns_config }),
  dns('netherlands-payments', {
    kind: 'azure-private-hosted-zone-attachment',
    domain_name: 'internal.example.com',
    peer_tenant_id: 't',
    peer_subscription_id: 's',
    peer_resource_group_id: 'r',
    peer_vnet_link_name: 'l',
  }),
  dns('sydney-sensors', {
    kind: 'gcp-private-hosted-zone-attachment',
    domain_name: 'internal.example.com',
    peer_project_id: 'p',
    peer_vpc_name: 'v',
  }),
];

export async function callTransitGateways(caller: DemoCaller): Promise<void> {
  for (const sample of gateways) await callAttachment(caller, 'transit-gateways', sample);
  const network = await networkId(caller, 'us-east-2-prod');
  const [first] = gateways;
  const clash = { ...first?.body, cidr_blocks: ['10.4.0.0/20'] };
  const refused = await caller.expect(
    400,
    'POST',
    `${base}/networks/${network}/transit-gateways`,
    clash,
  );
  assert.match(
    pick(refused, 'invalid_parameters.0.reason'),
    /unable to create transit gateway with cidr block .* overlaps/,
  );
}

export async function callPrivateDns(caller: DemoCaller): Promise<void> {
  for (const sample of names) await callAttachment(caller, 'private-dns', sample);
}

async function networkId(caller: DemoCaller, name: string): Promise<string> {
  return pick(
    await caller.expect(200, 'GET', `${base}/networks?filter[name][eq]=${name}`),
    'data.0.id',
  );
}

async function callAttachment(
  caller: DemoCaller,
  kind: string,
  { network, body, change }: Sample,
): Promise<void> {
  const list = `${base}/networks/${await networkId(caller, network)}/${kind}`;
  const made = await caller.expect(201, 'POST', list, body);
  const one = `${list}/${pick(made, 'id')}`;
  const twin = kind === 'private-dns' ? body : { ...body, cidr_blocks: ['192.168.0.0/24'] };
  await caller.expect(409, 'POST', list, twin);
  await caller.expect(400, 'POST', list, { ...body, name: 'n'.repeat(121) });
  await caller.expect(
    400,
    'POST',
    `${base}/networks/${await networkId(caller, 'frankfurt-reserve')}/${kind}`,
    body,
  );
  await caller.expect(404, 'POST', `${base}/networks/none/${kind}`, body);
  await caller.expect(400, 'DELETE', one);
  caller.demo.clock.advance(10_000);
  await caller.expect(200, 'GET', one);
  caller.demo.clock.advance(minute);
  assert.equal(pick(await caller.expect(200, 'GET', one), 'state'), 'ready');
  await caller.expect(200, 'GET', `${list}?filter[state]=ready&filter[name][contains]=a`);
  await caller.expect(400, 'GET', `${list}?filter[state]=happy`);
  await caller.expect(change ? 200 : 400, 'PATCH', one, change ?? { name: 'other' });
  caller.demo.clock.advance(minute);
  await caller.expect(204, 'DELETE', one);
  assert.equal(pick(await caller.expect(200, 'GET', one), 'state'), 'terminating');
  caller.demo.clock.advance(minute);
  for (const method of ['GET', 'PATCH', 'DELETE'])
    await caller.expect(404, method, one, method === 'PATCH' ? {} : undefined);
}

export async function callAddOns(caller: DemoCaller): Promise<void> {
  const addOns = `${base}/add-ons`;
  const plane = async (name: string, geo: string) =>
    pick(
      await caller.expect(200, 'GET', `/${geo}/v2/control-planes?filter[name][eq]=${name}`),
      'data.0.id',
    );
  const owner = {
    kind: 'control-plane',
    control_plane_id: await plane('payments', 'eu'),
    control_plane_geo: 'eu',
  };
  const config = (tier: string) => ({
    kind: 'managed-cache.v0',
    capacity_config: { kind: 'tiered', tier },
  });
  const made = await caller.expect(201, 'POST', addOns, {
    name: 'pay-cache',
    owner,
    config: config('micro'),
  });
  const one = `${addOns}/${pick(made, 'id')}`;
  await caller.expect(400, 'POST', addOns, { name: 'pay-cache-2', owner, config: config('micro') });
  await caller.expect(400, 'POST', addOns, {
    name: 'x',
    owner: { ...owner, control_plane_id: 'x' },
    config: config('micro'),
  });
  await caller.expect(404, 'POST', addOns, {
    name: 'x',
    owner: { ...owner, control_plane_geo: 'au' },
    config: config('micro'),
  });
  const staging = {
    ...owner,
    control_plane_id: await plane('booking-staging', 'us'),
    control_plane_geo: 'us',
  };
  await caller.expect(409, 'POST', addOns, {
    name: 'pay-cache',
    owner: staging,
    config: config('micro'),
  });
  await caller.expect(400, 'POST', addOns, {
    name: 'x',
    owner: staging,
    config: config('24xlarge'),
  });
  const sensors = {
    ...owner,
    control_plane_id: await plane('harbour-sensors', 'au'),
    control_plane_geo: 'au',
  };
  await caller.expect(400, 'POST', addOns, { name: 'x', owner: sensors, config: config('micro') });
  caller.demo.clock.advance(minute);
  await caller.expect(200, 'GET', one);
  await caller.expect(200, 'PATCH', one, { config: config('large') });
  caller.demo.clock.advance(minute);
  for (const tier of ['large', 'micro', '16xlarge'])
    await caller.expect(400, 'PATCH', one, { config: config(tier) });
  await caller.expect(
    200,
    'GET',
    `${addOns}?filter[owner.control_plane_id][eq]=${owner.control_plane_id}`,
  );
  await caller.expect(400, 'GET', `${addOns}?filter[owner.control_plane_id][oeq]=a,b`);
  await caller.expect(400, 'GET', `${addOns}?filter[owner.control_plane_geo][neq]=mars`);
  await caller.expect(204, 'DELETE', one);
  caller.demo.clock.advance(minute);
  for (const method of ['GET', 'DELETE']) await caller.expect(404, method, one);
  await caller.expect(404, 'PATCH', one, { config: config('large') });
}
