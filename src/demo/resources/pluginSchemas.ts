// Plugin schemas: how self-hosted gateways are told of custom plugins. Their service answers with bare messages.

import {
  type Answer,
  type Call,
  created,
  noContent,
  type Operation,
  ok,
  param,
} from '../http/operation';
import { itemsPage } from '../http/paging';
import { conflict, impossible, notFound } from '../http/refusal';
import { object, readBody, text } from '../http/shape';
import { notifyNodes } from '../life/nodeLife';
import { isNameTaken, uploadedSchema } from '../plugins/registry';
import { describePlugin } from '../plugins/schemaCheck';
import type { PluginSchema } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { controlPlaneOf } from './controlPlanes';
import { refuseTooLong } from './customPlugins';
import { refuseWhileUsed } from './plugins';

const upload = object({ lua_schema: text({ min: 1 }) });

export function pluginSchemaOperations(world: World): readonly Operation[] {
  const path = '/v2/control-planes/{controlPlaneId}/core-entities/plugin-schemas';
  const one = `${path}/{name}`;
  const home = 'regional';
  const read = (call: Call) => ok({ item: schemaAnswer(schemaOf(world, call)) });
  return [
    { id: 'list-plugin-schemas', method: 'GET', path, home, handle: (call) => list(world, call) },
    {
      id: 'create-plugin-schemas',
      method: 'POST',
      path,
      home,
      handle: (call) => create(world, call),
    },
    { id: 'get-plugin-schema', method: 'GET', path: one, home, handle: read },
    {
      id: 'update-plugin-schemas',
      method: 'PUT',
      path: one,
      home,
      handle: (call) => put(world, call),
    },
    {
      id: 'delete-plugin-schemas',
      method: 'DELETE',
      path: one,
      home,
      handle: (call) => remove(world, call),
    },
  ];
}

function schemaAnswer({ name, lua_schema, created_at, updated_at }: PluginSchema): JsonObject {
  return { name, lua_schema, created_at, updated_at };
}

function schemaOf(world: World, call: Call): PluginSchema {
  const schema = uploadedSchema(world, controlPlaneOf(world, call).id, param(call, 'name'));
  if (!schema) throw notFound();
  return schema;
}

function list(world: World, call: Call): Answer {
  const { id } = controlPlaneOf(world, call);
  const schemas = world.pluginSchemas.where((item) => item.control_plane_id === id);
  return ok(itemsPage(schemas.map(schemaAnswer), call));
}

function create(world: World, call: Call): Answer {
  const { id } = controlPlaneOf(world, call);
  const { name, text: lua_schema } = described(world, id, call.body);
  if (uploadedSchema(world, id, name))
    throw conflict(`unique constraint failed: plugin schema '${name}' exists`);
  return created({ item: schemaAnswer(keep(world, id, name, lua_schema)) });
}

function put(world: World, call: Call): Answer {
  const { id } = controlPlaneOf(world, call);
  const { name, text: lua_schema } = described(world, id, call.body);
  if (name !== param(call, 'name')) throw impossible('name', `the schema's name is '${name}'`);
  return ok({
    item: schemaAnswer(keep(world, id, name, lua_schema, uploadedSchema(world, id, name))),
  });
}

function described(
  world: World,
  controlPlaneId: string,
  body: unknown,
): { name: string; text: string } {
  const { lua_schema } = readBody(upload, body);
  refuseTooLong('lua_schema', lua_schema);
  const { name } = describePlugin(lua_schema, 'lua_schema');
  if (isNameTaken(world, controlPlaneId, name, 'plugin-schemas')) {
    throw conflict(`unique constraint failed: a plugin called '${name}' exists`);
  }
  return { name, text: lua_schema };
}

function keep(
  world: World,
  control_plane_id: string,
  name: string,
  lua_schema: string,
  before?: PluginSchema,
): PluginSchema {
  const now = world.seconds();
  const id = before?.id ?? world.ids.uuid();
  const schema = {
    id,
    control_plane_id,
    name,
    lua_schema,
    created_at: before?.created_at ?? now,
    updated_at: now,
  };
  world.pluginSchemas.put(schema);
  notifyNodes(world, control_plane_id);
  return schema;
}

function remove(world: World, call: Call): Answer {
  const { id, control_plane_id, name } = schemaOf(world, call);
  refuseWhileUsed(world, control_plane_id, name);
  world.pluginSchemas.remove(id);
  notifyNodes(world, control_plane_id);
  return noContent;
}
