// How a custom domain is verified and taken away. The demo asks no DNS: its domains find their records by themselves.

import type { CustomDomain } from '../world/entities';
import type { World } from '../world/world';
import { durations } from './durations';

function change(world: World, id: string, changes: Partial<CustomDomain>): void {
  const domain = world.customDomains.get(id);
  if (!domain) return;
  const entity_version = domain.entity_version + 1;
  world.customDomains.put({ ...domain, ...changes, entity_version, updated_at: world.timestamp() });
}

export function startDomain(world: World, id: string): void {
  world.timeline.after(durations.domainStarts, () => change(world, id, { state: 'initializing' }));
  world.timeline.after(durations.domainCname, () =>
    change(world, id, { online: { cname: 'verified', ssl: 'unverified' } }),
  );
  world.timeline.after(durations.domainReady, () =>
    change(world, id, {
      state: 'ready',
      certificate_id: world.ids.uuid(),
      sni_id: world.ids.uuid(),
      online: { cname: 'verified', ssl: 'verified' },
    }),
  );
}

export function terminateDomain(world: World, id: string): void {
  change(world, id, { state: 'terminating' });
  world.timeline.after(durations.domainGone, () => world.customDomains.remove(id));
}
