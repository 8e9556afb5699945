// What can be had where: gateway versions, instance types, and the regions of each cloud with their zones.
// Regions and zone ids are those of Kong's list of Dedicated Cloud Gateway regions; prices are the demo's.

import type { Provider } from './entities';

export interface Region {
  readonly region: string;
  readonly name: string;
  readonly availability_zones: readonly string[];
}

export const versions = ['3.15', '3.14', '3.13', '3.12', '3.11', '3.10', '3.4'] as const;

export const instanceTypes = [
  { name: 'small', hourly_cost: '0.72', v_cpu: '2', gb_memory: '4' },
  { name: 'medium', hourly_cost: '1.44', v_cpu: '4', gb_memory: '8' },
  { name: 'large', hourly_cost: '2.88', v_cpu: '8', gb_memory: '16' },
] as const;

export const cidrBlocks = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
] as const;
export const reservedCidrBlocks = ['10.100.0.0/16', '172.17.0.0/16'] as const;

function zones(
  region: string,
  name: string,
  prefix: string,
  ...numbers: readonly number[]
): Region {
  return { region, name, availability_zones: numbers.map((number) => `${prefix}-az${number}`) };
}

function gcpZones(region: string, name: string, ...letters: readonly string[]): Region {
  return { region, name, availability_zones: letters.map((letter) => `${region}-${letter}`) };
}

export const regions: Readonly<Record<Provider, readonly Region[]>> = {
  aws: [
    zones('us-east-1', 'N. Virginia', 'use1', 1, 2, 4, 5, 6),
    zones('us-east-2', 'Ohio', 'use2', 1, 2, 3),
    zones('us-west-2', 'Oregon', 'usw2', 1, 2, 3),
    zones('ca-central-1', 'Canada', 'cac1', 1, 2, 4),
    zones('eu-west-1', 'Ireland', 'euw1', 1, 2, 3),
    zones('eu-west-2', 'London', 'euw2', 1, 2, 3),
    zones('eu-central-1', 'Frankfurt', 'euc1', 1, 2, 3),
    zones('ap-northeast-1', 'Tokyo', 'apne1', 1, 2, 4),
    zones('ap-southeast-1', 'Singapore', 'apse1', 1, 2, 3),
    zones('ap-southeast-2', 'Sydney', 'apse2', 1, 2, 3),
    zones('ap-south-1', 'Mumbai', 'aps1', 1, 2, 3),
    zones('me-central-1', 'UAE', 'mec1', 1, 2, 3),
  ],
  azure: [
    zones('eastus2', 'Virginia', 'eastus2', 1, 2, 3),
    zones('westeurope', 'Netherlands', 'westeurope', 1, 2, 3),
    zones('northeurope', 'Ireland', 'northeurope', 1, 2, 3),
    zones('uksouth', 'London', 'uksouth', 1, 2, 3),
    zones('australiaeast', 'New South Wales', 'australiaeast', 1, 2, 3),
    zones('uaenorth', 'Dubai', 'uaenorth', 1, 2, 3),
  ],
  gcp: [
    gcpZones('us-east4', 'N. Virginia', 'a', 'b', 'c'),
    gcpZones('us-west1', 'Oregon', 'a', 'b', 'c'),
    gcpZones('europe-west3', 'Frankfurt', 'a', 'b', 'c'),
    gcpZones('asia-northeast1', 'Tokyo', 'a', 'b', 'c'),
    gcpZones('australia-southeast1', 'Sydney', 'a', 'b', 'c'),
  ],
};

export function regionOf(provider: Provider, region: string): Region | undefined {
  return regions[provider].find((known) => known.region === region);
}
