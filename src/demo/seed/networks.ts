// Provider accounts of three clouds, two of them AWS, and a network in every state.

import { providerMetadata } from '../life/networkLife';
import type { Network, Provider, StateMetadata } from '../world/entities';
import { uuidOf } from '../world/ids';
import type { World } from '../world/world';
import type { Seed } from './seedOptions';

const accounts: readonly {
  readonly name: string;
  readonly provider: Provider;
  readonly account: string;
}[] = [
  { name: 'aws-main', provider: 'aws', account: '418820993155' },
  // Leading zeros belong to it.
  { name: 'aws-second', provider: 'aws', account: '007314650218' },
  { name: 'azure', provider: 'azure', account: '6f2d5b1e-93c4-4c1b-8f0a-2d7be1a4c960' },
  { name: 'gcp', provider: 'gcp', account: 'kong-cgw-prod-tidewater' },
];

interface Row {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly zones: readonly string[];
  readonly cidr: string;
  readonly state: string;
  readonly metadata?: StateMetadata;
  readonly default?: boolean;
}

const rows: readonly Row[] = [
  {
    name: 'us-east-2-prod',
    account: 'aws-main',
    region: 'us-east-2',
    zones: ['use2-az1', 'use2-az2', 'use2-az3'],
    cidr: '10.4.0.0/16',
    state: 'ready',
    default: true,
  },
  {
    name: 'tokyo-prod',
    account: 'aws-second',
    region: 'ap-northeast-1',
    zones: ['apne1-az1', 'apne1-az2', 'apne1-az4'],
    cidr: '10.8.0.0/16',
    state: 'ready',
  },
  {
    name: 'dublin-private',
    account: 'aws-main',
    region: 'eu-west-1',
    zones: ['euw1-az1', 'euw1-az2'],
    cidr: '10.12.0.0/20',
    state: 'ready',
  },
  {
    name: 'netherlands-payments',
    account: 'azure',
    region: 'westeurope',
    zones: ['westeurope-az1', 'westeurope-az2'],
    cidr: '10.16.0.0/20',
    state: 'ready',
  },
  {
    name: 'sydney-sensors',
    account: 'gcp',
    region: 'australia-southeast1',
    zones: ['australia-southeast1-a', 'australia-southeast1-b'],
    cidr: '10.20.0.0/20',
    state: 'ready',
  },
  {
    name: 'oregon-telemetry',
    account: 'aws-main',
    region: 'us-west-2',
    zones: ['usw2-az1', 'usw2-az2', 'usw2-az3'],
    cidr: '10.24.0.0/16',
    state: 'initializing',
  },
  {
    name: 'frankfurt-reserve',
    account: 'aws-main',
    region: 'eu-central-1',
    zones: ['euc1-az1', 'euc1-az2'],
    cidr: '10.28.0.0/22',
    state: 'offline',
  },
  {
    name: 'mumbai-lab',
    account: 'aws-second',
    region: 'ap-south-1',
    zones: ['aps1-az1', 'aps1-az2'],
    cidr: '10.32.0.0/22',
    state: 'initializing',
    metadata: {
      reported_status: 'ERROR',
      reason: 'Network could not be deployed due to insufficient cloud provider compute instances.',
    },
  },
  {
    name: 'london-drill',
    account: 'azure',
    region: 'uksouth',
    zones: ['uksouth-az1', 'uksouth-az2'],
    cidr: '10.36.0.0/20',
    state: 'created',
  },
  {
    name: 'ohio-2024',
    account: 'aws-main',
    region: 'us-east-2',
    zones: ['use2-az1', 'use2-az2'],
    cidr: '10.40.0.0/20',
    state: 'terminating',
  },
  {
    name: 'virginia-trial',
    account: 'gcp',
    region: 'us-east4',
    zones: ['us-east4-a', 'us-east4-b'],
    cidr: '10.44.0.0/20',
    state: 'terminated',
  },
];

const odd: Row = {
  name: 'dubai-harbour',
  account: 'aws-second',
  region: 'me-central-1',
  zones: ['mec1-az1', 'mec1-az2'],
  cidr: '10.48.0.0/20',
  state: 'relocating',
};

export function networkId(name: string): string {
  return uuidOf(`network/${name}`);
}

export function seedNetworks(world: World, { empty = false, oddities = true }: Seed): void {
  for (const { name, provider, account } of accounts) {
    world.providerAccounts.put({
      id: uuidOf(`provider-account/${name}`),
      provider,
      provider_account_id: account,
      created_at: '2024-02-20T11:00:00.000Z',
      updated_at: '2024-02-20T11:00:00.000Z',
    });
  }
  if (empty) return;
  for (const [index, row] of [...rows, ...(oddities ? [odd] : [])].entries()) {
    const network = networkOf(row, index);
    const exists = !['created', 'offline', 'initializing'].includes(row.state);
    world.networks.put(
      exists ? { ...network, provider_metadata: providerMetadata(world, network) } : network,
    );
  }
}

function networkOf(row: Row, index: number): Network {
  const created = new Date(Date.UTC(2024, 2 + 2 * index, 3 + index, 8, 20 + index)).toISOString();
  return {
    id: networkId(row.name),
    name: row.name,
    default: row.default ?? false,
    cloud_gateway_provider_account_id: uuidOf(`provider-account/${row.account}`),
    region: row.region,
    availability_zones: row.zones,
    cidr_block: row.cidr,
    state: row.state,
    ...(row.metadata && { state_metadata: row.metadata }),
    provider_metadata: {},
    entity_version: row.state === 'ready' ? 4 : 2,
    created_at: created,
    updated_at: created,
  };
}
