// How a managed cache comes, grows and goes.

import type { AddOn } from '../world/entities';
import type { World } from '../world/world';
import { durations } from './durations';

function change(world: World, id: string, changes: Partial<AddOn>): void {
  const addOn = world.addOns.get(id);
  if (!addOn) return;
  const entity_version = addOn.entity_version + 1;
  world.addOns.put({ ...addOn, ...changes, entity_version, updated_at: world.timestamp() });
}

export function settleAddOn(world: World, id: string): void {
  world.timeline.after(durations.addOnReady, () => {
    if (world.addOns.get(id)?.state === 'initializing') change(world, id, { state: 'ready' });
  });
}

export function terminateAddOn(world: World, id: string): void {
  change(world, id, { state: 'terminating' });
  world.timeline.after(durations.addOnGone, () => world.addOns.remove(id));
}
