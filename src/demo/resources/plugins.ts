// Plugin instances: of a plugin that exists, once per combination of scopes, with a config that fits.

import { type InvalidParameter, impossible, invalid, Refusal, referenced } from '../http/refusal';
import { completeRecord } from '../plugins/config';
import { configOf } from '../plugins/fields';
import { findPlugin, type KnownPlugin } from '../plugins/registry';
import type { CoreEntity } from '../world/entities';
import { isObject, type Json, type JsonObject } from '../world/json';
import type { World } from '../world/world';
import { type CoreKind, pluginShape, scopes } from './coreKinds';

const scopeFields = Object.keys(scopes);

export const pluginKind: CoreKind = {
  kind: 'plugins',
  entity: 'plugin',
  parameter: 'PluginId',
  name: 'instance_name',
  unique: ['instance_name'],
  references: scopes,
  filterable: true,
  shape: pluginShape,
  defaults: {
    config: {},
    enabled: true,
    instance_name: null,
    protocols: ['grpc', 'grpcs', 'http', 'https'],
    service: null,
    route: null,
    consumer: null,
    consumer_group: null,
    tags: null,
  },
  prepare,
};

function prepare(world: World, controlPlaneId: string, entity: CoreEntity): CoreEntity {
  const name = String(entity.name);
  const plugin = findPlugin(world, controlPlaneId, name);
  if (!plugin) throw impossible('name', `plugin(${name}) does not exist`);
  const config = completeConfig(plugin, entity.config);
  refuseSecond(world, controlPlaneId, entity);
  return { ...entity, config };
}

function completeConfig({ fields, isDescribed }: KnownPlugin, given: Json | undefined): JsonObject {
  const config = isObject(given) ? given : {};
  if (!isDescribed) return config;
  const problems: InvalidParameter[] = [];
  const complete = completeRecord(configOf(fields)?.fields, config, 'config', (field, reason) =>
    problems.push({ field, reason }),
  );
  if (problems.length > 0) throw invalid(problems);
  return complete;
}

function scopeOf(entity: CoreEntity): string {
  return scopeFields
    .map((field) => {
      const target = entity[field];
      return isObject(target) ? String(target.id) : '';
    })
    .join('/');
}

function refuseSecond(world: World, controlPlaneId: string, entity: CoreEntity): void {
  const plugins = world.core(controlPlaneId).of('plugins');
  const other = plugins.find(
    (one) => one.id !== entity.id && one.name === entity.name && scopeOf(one) === scopeOf(entity),
  );
  if (!other) return;
  const field = 'unique-plugin-per-entity';
  const reason = `${field} (type: unique) constraint failed for value '${String(entity.name)}': `;
  throw new Refusal(400, 'data constraint error', {
    invalid: [{ field, reason }],
    type: 'REFERENCE',
  });
}

/** Refuses what would leave instances of the plugin called `name` behind. */
export function refuseWhileUsed(world: World, controlPlaneId: string, name: string): void {
  const instances = world.core(controlPlaneId).of('plugins');
  if (!instances.find((plugin) => plugin.name === name)) return;
  throw referenced(
    'name',
    'plugin schema is currently in use, please delete existing plugins using the schema and try again',
  );
}
