// The public document from which every choice of version, region and zone is filled.

import { type Operation, ok } from '../http/operation';
import {
  cidrBlocks,
  instanceTypes,
  type Region,
  regions,
  reservedCidrBlocks,
  versions,
} from '../world/availability';
import type { JsonObject } from '../world/json';

function regionAnswer({ region, name, availability_zones }: Region): JsonObject {
  return {
    region,
    name,
    availability_zones: [...availability_zones],
    cidr_blocks: [...cidrBlocks],
    reserved_cidr_blocks: [...reservedCidrBlocks],
  };
}

export function availabilityOperations(): readonly Operation[] {
  const document: JsonObject = {
    versions: [...versions],
    instance_types: instanceTypes.map((type) => ({ ...type })),
    providers: Object.entries(regions).map(([provider, known]) => ({
      provider,
      regions: known.map(regionAnswer),
    })),
    serverless_v1_providers: [
      { provider: 'aws', regions: ['us', 'eu', 'au'].map((region) => ({ region })) },
    ],
  };
  return [
    {
      id: 'get-availability-json',
      method: 'GET',
      path: '/v2/cloud-gateways/availability.json',
      home: 'global',
      open: true,
      handle: () => ok(document),
    },
  ];
}
