// Custom (streamed) plugins: a handler and a schema under a name that no other plugin has.

import { impossible, invalid, taken } from '../http/refusal';
import { text } from '../http/shape';
import { isNameTaken } from '../plugins/registry';
import { describePlugin } from '../plugins/schemaCheck';
import type { CoreEntity } from '../world/entities';
import type { World } from '../world/world';
import { type CoreKind, coreShape } from './coreKinds';
import { refuseWhileUsed } from './plugins';

/** 100 KB by the documentation; people report this figure. */
const mostBytes = 102_400;

export const pluginName = text({ min: 1, max: 128, pattern: /^[0-9a-zA-Z-]*$/ });

export const customPluginKind: CoreKind = {
  kind: 'custom-plugins',
  entity: 'custom-plugin',
  parameter: 'CustomPluginId',
  name: 'name',
  unique: ['name'],
  references: {},
  shape: coreShape({ name: pluginName, handler: text({ min: 1 }), schema: text({ min: 1 }) }, {}),
  defaults: { tags: null },
  prepare,
  release: (world, controlPlaneId, entity) =>
    refuseWhileUsed(world, controlPlaneId, String(entity.name)),
};

function prepare(world: World, controlPlaneId: string, entity: CoreEntity): CoreEntity {
  const name = String(entity.name);
  if (isNameTaken(world, controlPlaneId, name, 'custom-plugins')) throw taken('name', name);
  refuseTooLong('handler', String(entity.handler));
  refuseTooLong('schema', String(entity.schema));
  const before = world.core(controlPlaneId).of('custom-plugins').get(entity.id);
  if (before && before.name !== name) refuseWhileUsed(world, controlPlaneId, String(before.name));
  const declared = describePlugin(String(entity.schema), 'schema').name;
  if (declared !== name)
    throw impossible('name', `name '${name}' does not match the name '${declared}' in the schema`);
  return entity;
}

export function refuseTooLong(field: string, text: string): void {
  const length = Buffer.byteLength(text);
  if (length > mostBytes)
    throw invalid([{ field, reason: `length must be <= ${mostBytes}, but got ${length}` }]);
}
