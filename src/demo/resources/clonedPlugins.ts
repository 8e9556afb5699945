// Cloned plugins: a bundled plugin under another name. Known from the Konnect interface, in no API description.

import { impossible, taken } from '../http/refusal';
import { integer, nullable, text } from '../http/shape';
import { cloneable } from '../plugins/bundledNames';
import { isNameTaken } from '../plugins/registry';
import type { CoreEntity } from '../world/entities';
import type { World } from '../world/world';
import { type CoreKind, coreShape } from './coreKinds';
import { refuseWhileUsed } from './plugins';

const mostPerPlugin = 5;

export const clonedPluginKind: CoreKind = {
  kind: 'cloned-plugins',
  entity: 'cloned-plugin',
  parameter: 'ClonedPluginId',
  undescribed: true,
  name: 'name',
  unique: ['name'],
  references: {},
  shape: coreShape(
    {
      name: text({ min: 1, max: 128, pattern: /^[a-z][a-z0-9-]*[a-z0-9]$/ }),
      ref: text({ min: 1 }),
    },
    { priority: nullable(integer({ min: -2147483648, max: 2147483647 })) },
  ),
  defaults: { priority: null, tags: null },
  prepare,
  release: (world, controlPlaneId, entity) =>
    refuseWhileUsed(world, controlPlaneId, String(entity.name)),
};

function prepare(world: World, controlPlaneId: string, entity: CoreEntity): CoreEntity {
  const name = String(entity.name);
  const ref = String(entity.ref);
  if (isNameTaken(world, controlPlaneId, name, 'cloned-plugins')) throw taken('name', name);
  if (!cloneable.has(ref)) throw impossible('ref', `plugin '${ref}' is not cloneable`);
  const clones = world.core(controlPlaneId).of('cloned-plugins');
  const before = clones.get(entity.id);
  if (before && before.ref !== ref) throw impossible('ref', 'ref cannot be changed');
  if (before && before.name !== name) refuseWhileUsed(world, controlPlaneId, String(before.name));
  const siblings = clones.where((one) => one.ref === ref && one.id !== entity.id);
  if (siblings.length >= mostPerPlugin) {
    throw impossible('ref', `plugin '${ref}' already has ${mostPerPlugin} clones`);
  }
  return entity;
}
