// Data plane nodes: they come and go with their group, and take up a changed configuration after a while, or never.

import type { DataPlaneNode, Group } from '../world/entities';
import { numberOf } from '../world/ids';
import type { World } from '../world/world';
import { durations } from './durations';

const patches: Readonly<Record<string, string>> = {
  '3.15': '3.15.0.1',
  '3.14': '3.14.0.4',
  '3.13': '3.13.0.4',
  '3.12': '3.12.0.2',
  '3.11': '3.11.0.6',
  '3.10': '3.10.0.9',
  '3.4': '3.4.3.24',
};

/** The patch release that Kong runs of a minor version. */
export function fullVersion(version: string): string {
  return patches[version] ?? `${version}.0.0`;
}

/** A host name as the cloud gives it. */
export function hostnameOf(group: Pick<Group, 'provider' | 'region'>, key: string): string {
  const [a, b] = [numberOf(`${key}/a`, 250), numberOf(`${key}/b`, 250)];
  if (group.provider === 'aws') return `ip-10-4-${a}-${b}.${group.region}.compute.internal`;
  if (group.provider === 'azure') return `aks-dp-${a}${b}-vmss00000${a % 10}`;
  return `gke-dp-${group.region}-${a}-${b}`;
}

/** Nodes of a group that has become ready: as many as it should have, all of the configured version. */
export function fitNodes(
  world: World,
  controlPlaneId: string,
  group: Group,
  version: string,
): void {
  const nodes = world.nodes.where((node) => node.group_id === group.id);
  const { autoscale } = group;
  const wanted =
    autoscale?.kind === 'static' ? autoscale.requested_instances : Math.max(2, nodes.length);
  for (const { id } of nodes.slice(wanted)) world.nodes.remove(id);
  for (const node of nodes.slice(0, wanted)) upgrade(world, node, fullVersion(version));
  for (let index = nodes.length; index < wanted; index += 1) {
    world.nodes.put(newNode(world, controlPlaneId, group, version, index));
  }
}

function newNode(
  world: World,
  controlPlaneId: string,
  group: Group,
  version: string,
  index: number,
): DataPlaneNode {
  const now = world.seconds();
  return {
    id: world.ids.uuid(),
    control_plane_id: controlPlaneId,
    group_id: group.id,
    version: fullVersion(version),
    hostname: hostnameOf(group, `${group.id}/${index}`),
    config_hash: world.core(controlPlaneId).hash(),
    followsAfterMs: durations.nodeFollows + index * durations.nodeStep,
    streaming: true,
    last_ping: now,
    created_at: now,
    updated_at: now,
  };
}

/** Another gateway version comes as another node in the same place, with nothing left of the old one's faults. */
function upgrade(world: World, node: DataPlaneNode, version: string): void {
  if (node.version === version) return;
  world.nodes.put({ ...node, version, streaming: true, updated_at: world.seconds() });
  world.timeline.after(node.followsAfterMs, () => takeUp(world, node.id));
}

export function removeNodes(world: World, groupId: string): void {
  for (const { id } of world.nodes.where((node) => node.group_id === groupId))
    world.nodes.remove(id);
}

/** Sends the changed core entities of a control plane to its nodes. */
export function notifyNodes(world: World, controlPlaneId: string): void {
  for (const { id, followsAfterMs } of world.nodes.where(
    (node) => node.control_plane_id === controlPlaneId,
  )) {
    world.timeline.after(followsAfterMs, () => takeUp(world, id));
  }
}

function takeUp(world: World, id: string): void {
  const node = world.nodes.get(id);
  // One that is not heard of takes nothing up either.
  if (!node || node.silent || !canRun(world, node)) return;
  const config_hash = world.core(node.control_plane_id).hash();
  world.nodes.put({ ...node, config_hash, updated_at: world.seconds() });
}

/** A node that cannot run what is configured keeps its last good configuration. */
function canRun(world: World, node: DataPlaneNode): boolean {
  const core = world.core(node.control_plane_id);
  if (
    core.of('custom-plugins').all().length > 0 &&
    (!node.streaming || isOlder(node.version, '3.9'))
  )
    return false;
  return core.of('cloned-plugins').all().length === 0 || !isOlder(node.version, '3.15');
}

/** Whether the first two numbers of `version` are lower than those of `other`. */
export function isOlder(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
