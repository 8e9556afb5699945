// The demo organisation: a small ferry company with everything worth seeing in its account.

import type { DemoClock } from '../world/clock';
import { uuidOf } from '../world/ids';
import { World } from '../world/world';
import { seedAttachments } from './attachments';
import { seedConfigurations } from './configurations';
import { seedControlPlanes, seededControlPlanes } from './controlPlanes';
import { seedCoreEntities } from './coreEntities';
import { seedCustomDomains } from './customDomains';
import { seedExtras } from './extras';
import { seedNetworks } from './networks';
import { seedNodes } from './nodes';
import { seedQuotas } from './quotas';
import type { Seed } from './seedOptions';

export function createWorld(clock: DemoClock, seed: Seed = {}): World {
  const world = new World(
    clock,
    {
      id: uuidOf('organization'),
      name: 'Tidewater Ferries (Demo)',
      owner_id: uuidOf('user/mira'),
      login_path: 'tidewater-demo',
      state: 'active',
      retention_period_days: 90,
      created_at: '2024-02-12T08:15:30.000Z',
      updated_at: '2026-06-03T14:02:11.000Z',
    },
    {
      id: uuidOf('user/mira'),
      email: 'mira.okafor@tidewater.example',
      full_name: 'Mira Okafor (Demo)',
      preferred_name: 'Mira',
      active: true,
      inferred_region: 'us',
      created_at: '2024-02-12T08:15:30.000Z',
      updated_at: '2026-06-03T14:02:11.000Z',
    },
    (seed.empty ? 0 : seededControlPlanes) + (seed.extraControlPlanes ?? 0) + (seed.room ?? 40),
  );
  seedQuotas(world);
  seedNetworks(world, seed);
  if (!seed.empty) {
    seedControlPlanes(world);
    seedConfigurations(world);
    seedCustomDomains(world);
    seedAttachments(world);
    seedExtras(world);
    seedCoreEntities(world);
    seedNodes(world);
  }
  addControlPlanes(world, seed.extraControlPlanes ?? 0);
  return world;
}

function addControlPlanes(world: World, count: number): void {
  const geos = ['us', 'eu', 'au', 'me', 'in', 'sg'];
  for (let index = 0; index < count; index += 1) {
    const geo = geos[index % geos.length] ?? 'us';
    const name = `measured-${String(index + 1).padStart(5, '0')}`;
    const id = uuidOf(`control-plane/${name}`);
    world.controlPlanes.put({
      id,
      geo,
      name,
      description: '',
      labels: {},
      cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
      auth_type: 'pinned_client_certs',
      cloud_gateway: true,
      proxy_urls: [],
      prefix: id.replaceAll('-', '').slice(0, 10),
      created_at: '2026-01-10T00:00:00.000Z',
      updated_at: '2026-01-10T00:00:00.000Z',
    });
  }
}
