// What the organisation may have: room for a few more of everything, so that limits can be met by trying.

import { uuidOf } from '../world/ids';
import type { World } from '../world/world';

const rows: readonly (readonly [
  resource: string,
  name: string,
  value: number,
  byDefault: number,
  what: string,
])[] = [
  [
    'count/provider-accounts.per-provider',
    'Provider Accounts',
    2,
    1,
    'provider accounts of one cloud provider',
  ],
  ['count/networks.not-offline', 'Active Networks', 14, 3, 'active networks'],
  ['count/data-planes-estimate', 'Data Planes', 300, 100, 'data planes'],
  [
    'count/serverless-data-planes-estimate',
    'Serverless Data Planes',
    10,
    10,
    'serverless data planes',
  ],
  ['count/data-plane-groups-estimate', 'Data Plane Groups', 12, 6, 'data plane groups'],
  ['count/managed-cache-instances', 'Managed Caches', 3, 1, 'managed caches'],
  [
    'max/managed-cache-size',
    'Managed Cache Size',
    4,
    2,
    'size of a managed cache, as the number of its tier,',
  ],
];

export function seedQuotas(world: World): void {
  for (const [resource, name, value, defaultValue, what] of rows) {
    world.quotas.put({
      id: uuidOf(`quota/${resource}`),
      resource,
      name,
      description: `Across the organization, the aggregate number of ${what} cannot exceed this value.`,
      value,
      defaultValue,
      created_at: '2024-02-12T08:15:30.000Z',
      updated_at: '2025-09-01T10:00:00.000Z',
    });
  }
}
