// The sizes of a managed cache, and those that the organisation may have.

import type { World } from '../world/world';

export const tiers = [
  'micro',
  'small',
  'medium',
  'large',
  'xlarge',
  '2xlarge',
  '4xlarge',
  '8xlarge',
  '12xlarge',
  '16xlarge',
  '24xlarge',
] as const;

/** The quota counts tiers from the smallest. */
export function availableTiers(world: World): readonly string[] {
  const quota = world.quotas.find(({ resource }) => resource === 'max/managed-cache-size');
  return tiers.slice(0, quota?.value ?? tiers.length);
}
