// Transit gateways of six kinds and private DNS of five, in the states that people wonder about.

import type { Living, StateMetadata } from '../world/entities';
import { hexOf, uuidOf } from '../world/ids';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { networkId } from './networks';

interface Row {
  readonly network: string;
  readonly name: string;
  readonly state: string;
  readonly metadata?: StateMetadata;
  readonly cidrs?: readonly string[];
  readonly config: JsonObject & { readonly kind: string };
}

const shareArn = (region: string, name: string) =>
  `arn:aws:ram:${region}:290417368855:resource-share/${uuidOf(`ram/${name}`)}`;

const azure = {
  tenant_id: uuidOf('azure/tenant'),
  subscription_id: uuidOf('azure/subscription'),
  resource_group_name: 'rg-payments',
};

const gateways: readonly Row[] = [
  {
    network: 'us-east-2-prod',
    name: 'core-transit',
    state: 'ready',
    cidrs: ['10.64.0.0/14', '172.20.0.0/16'],
    config: {
      kind: 'aws-transit-gateway-attachment',
      transit_gateway_id: `tgw-0${hexOf('tgw/core', 16)}`,
      ram_share_arn: shareArn('us-east-2', 'core'),
      attachment_id: `tgw-attach-0${hexOf('tgw/core/attachment', 16)}`,
    },
  },
  {
    network: 'us-east-2-prod',
    name: 'warehouse-vpc',
    state: 'pending-acceptance',
    cidrs: ['10.80.0.0/16'],
    config: {
      kind: 'aws-vpc-peering-attachment',
      peer_account_id: '003917740526',
      peer_vpc_id: `vpc-0${hexOf('vpc/warehouse', 16)}`,
      peer_vpc_region: 'us-east-2',
      peering_connection_id: `pcx-0${hexOf('pcx/warehouse', 16)}`,
    },
  },
  {
    network: 'dublin-private',
    name: 'operator-endpoints',
    state: 'ready',
    config: {
      kind: 'aws-resource-endpoint-attachment',
      ram_share_arn: shareArn('eu-west-1', 'operators'),
      resource_config: [
        {
          resource_config_id: `rcfg-0${hexOf('rcfg/inventory', 16)}`,
          domain_name: 'inventory.internal.tidewater.example',
          state: 'ready',
        },
        {
          resource_config_id: `rcfg-0${hexOf('rcfg/vouchers', 16)}`,
          domain_name: 'vouchers.internal.tidewater.example',
          state: 'missing',
        },
      ],
    },
  },
  {
    network: 'netherlands-payments',
    name: 'cards-vnet',
    state: 'ready',
    config: { kind: 'azure-vnet-peering-attachment', ...azure, vnet_name: 'vnet-cards' },
  },
  {
    network: 'netherlands-payments',
    name: 'branch-hub',
    state: 'pending-user-action',
    config: { kind: 'azure-vhub-peering-attachment', ...azure, vhub_name: 'vhub-branches' },
  },
  {
    network: 'sydney-sensors',
    name: 'gauges-vpc',
    state: 'error',
    metadata: {
      reported_status: 'ERROR',
      reason: "Peer network 'gauges' was not found in project 'tidewater-gauges'.",
    },
    config: {
      kind: 'gcp-vpc-peering-attachment',
      peer_project_id: 'tidewater-gauges',
      peer_vpc_name: 'gauges',
    },
  },
];

const names: readonly Row[] = [
  {
    network: 'us-east-2-prod',
    name: 'core-resolver',
    state: 'ready',
    config: {
      kind: 'aws-outbound-resolver',
      dns_config: {
        'internal.tidewater.example': {
          remote_dns_server_ip_addresses: ['10.64.0.10', '10.65.0.10'],
        },
      },
    },
  },
  {
    network: 'us-east-2-prod',
    name: 'warehouse-zone',
    state: 'pending-association',
    config: { kind: 'aws-private-hosted-zone-attachment', hosted_zone_id: 'Z07319582QK4V9XH1T2BD' },
  },
  {
    network: 'netherlands-payments',
    name: 'cards-zone',
    state: 'ready',
    config: {
      kind: 'azure-private-hosted-zone-attachment',
      domain_name: 'cards.tidewater.example',
      peer_tenant_id: azure.tenant_id,
      peer_subscription_id: azure.subscription_id,
      peer_resource_group_id: azure.resource_group_name,
      peer_vnet_link_name: 'kong-link',
    },
  },
  {
    network: 'netherlands-payments',
    name: 'branch-resolver',
    state: 'initializing',
    config: {
      kind: 'azure-outbound-resolver',
      dns_config: {
        'branches.tidewater.example': { remote_dns_server_ip_addresses: ['172.20.8.4'] },
      },
    },
  },
  {
    network: 'sydney-sensors',
    name: 'gauges-zone',
    state: 'error',
    metadata: {
      reported_status: 'ERROR',
      reason: 'Failed to create Private Dns due to invalid Cloud Provider configuration.',
    },
    config: {
      kind: 'gcp-private-hosted-zone-attachment',
      domain_name: 'gauges.tidewater.example',
      peer_project_id: 'tidewater-gauges',
      peer_vpc_name: 'gauges',
    },
  },
];

export function seedAttachments(world: World): void {
  for (const row of gateways) {
    world.transitGateways.put({
      ...living(row, 'transit-gateway'),
      network_id: networkId(row.network),
      name: row.name,
      ...(row.cidrs && { cidr_blocks: row.cidrs }),
      dns_config: [],
      transit_gateway_attachment_config: row.config,
    });
  }
  for (const row of names) {
    world.privateDns.put({
      ...living(row, 'private-dns'),
      network_id: networkId(row.network),
      name: row.name,
      private_dns_attachment_config: row.config,
    });
  }
}

function living({ network, name, state, metadata }: Row, kind: string): Living {
  return {
    id: uuidOf(`${kind}/${network}/${name}`),
    state,
    ...(metadata && { state_metadata: metadata }),
    entity_version: state === 'ready' ? 3 : 2,
    created_at: '2026-04-14T09:22:40.000Z',
    updated_at: '2026-04-14T10:05:18.000Z',
  };
}
