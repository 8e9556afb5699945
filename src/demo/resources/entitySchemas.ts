// Schemas of core entities: the fields of a plugin, and checking an entity without storing it.

import { type Answer, type Call, type Operation, ok, param } from '../http/operation';
import { notFound } from '../http/refusal';
import { readBody } from '../http/shape';
import { findPlugin } from '../plugins/registry';
import { isObject } from '../world/json';
import type { World } from '../world/world';
import { controlPlaneOf } from './controlPlanes';
import { coreKinds } from './coreEntities';
import { complete } from './coreStorage';

export function entitySchemaOperations(world: World): readonly Operation[] {
  const base = '/v2/control-planes/{controlPlaneId}/core-entities/schemas';
  const home = 'regional';
  return [
    {
      id: 'fetch-plugin-schema',
      method: 'GET',
      path: `${base}/plugins/{pluginName}`,
      home,
      handle: (call) => pluginFields(world, call),
    },
    {
      id: 'validate-entity-schema',
      method: 'POST',
      path: `${base}/{entityName}/validate`,
      home,
      handle: (call) => validate(world, call),
    },
  ];
}

function pluginFields(world: World, call: Call): Answer {
  const plugin = findPlugin(world, controlPlaneOf(world, call).id, param(call, 'pluginName'));
  if (!plugin) throw notFound(`no schema for plugin '${param(call, 'pluginName')}'`);
  return ok({ fields: plugin.fields });
}

function validate(world: World, call: Call): Answer {
  const plane = controlPlaneOf(world, call);
  const name = param(call, 'entityName');
  const kind = coreKinds.find((one) => one.kind === name || one.entity === name);
  if (!kind) throw notFound(`no schema for entity '${name}'`);
  const body = readBody(kind.shape, isObject(call.body) ? call.body : {});
  complete(world, plane, kind, body, undefined);
  return ok({});
}
