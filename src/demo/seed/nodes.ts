// Data plane nodes: most in sync, one lagging, one too old for custom plugins, one that refuses them.

import { durations } from '../life/durations';
import { fullVersion, hostnameOf } from '../life/nodeLife';
import { hexOf, uuidOf } from '../world/ids';
import type { World } from '../world/world';
import { controlPlaneId } from './controlPlanes';

type Kind = 'follows' | 'lags' | 'old' | 'refuses' | 'silent';

const kinds: Readonly<Record<string, readonly Kind[]>> = {
  'booking-prod/us-east-2': ['follows', 'follows', 'follows'],
  'booking-prod/ap-northeast-1': ['follows', 'lags'],
  'booking-staging/us-east-2': ['follows', 'refuses'],
  'partners-private/eu-west-1': ['follows', 'old'],
  'payments/westeurope': ['follows', 'follows'],
  'payments/us-east-2': ['silent'],
  'harbour-sensors/australia-southeast1': ['follows', 'follows'],
};

export function seedNodes(world: World): void {
  const started = world.seconds() - 6 * 3600;
  for (const { control_plane_id, groups, version = '3.14' } of world.configurations.all()) {
    const plane = world.controlPlanes.get(control_plane_id)?.name ?? '';
    for (const group of groups) {
      for (const [index, kind] of (kinds[`${plane}/${group.region}`] ?? []).entries()) {
        const key = `${plane}/${group.region}/${index}`;
        const inSync = kind === 'follows';
        world.nodes.put({
          id: uuidOf(`node/${key}`),
          control_plane_id: controlPlaneId(plane),
          group_id: group.id,
          version: kind === 'old' ? '3.8.1.0' : fullVersion(version),
          hostname: hostnameOf(group, key),
          config_hash: inSync ? world.core(control_plane_id).hash() : hexOf(`earlier/${plane}`, 32),
          followsAfterMs:
            kind === 'lags'
              ? durations.nodeLags
              : durations.nodeFollows + index * durations.nodeStep,
          streaming: kind !== 'refuses',
          ...(kind === 'silent' && { silent: true }),
          last_ping: kind === 'silent' ? started : world.seconds(),
          created_at: started - 3600 * (index + 1),
          updated_at: started,
        });
      }
    }
  }
}
