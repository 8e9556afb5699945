// Config stores: where a control plane keeps the secrets of its Konnect vaults.

import {
  type Answer,
  type Call,
  created,
  noContent,
  type Operation,
  ok,
  param,
} from '../http/operation';
import { cursorPage } from '../http/paging';
import { invalid, notFound, Refusal } from '../http/refusal';
import { object, readBody, type Shape, text } from '../http/shape';
import type { ConfigStore } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { controlPlaneOf } from './controlPlanes';

const body = object({}, { name: text({ min: 1, max: 100 }) });

export function configStoreOperations(world: World): readonly Operation[] {
  const path = '/v2/control-planes/{controlPlaneId}/config-stores';
  const one = `${path}/{configStoreId}`;
  const home = 'regional';
  const read = (call: Call) => ok(storeAnswer(storeOf(world, call)));
  return [
    { id: 'list-config-stores', method: 'GET', path, home, handle: (call) => list(world, call) },
    {
      id: 'create-config-store',
      method: 'POST',
      path,
      home,
      handle: (call) => create(world, call),
    },
    { id: 'get-config-store', method: 'GET', path: one, home, handle: read },
    {
      id: 'update-config-store',
      method: 'PUT',
      path: one,
      home,
      handle: (call) => rename(world, call),
    },
    {
      id: 'delete-config-store',
      method: 'DELETE',
      path: one,
      home,
      handle: (call) => remove(world, call),
    },
  ];
}

function storeAnswer({ control_plane_id: _plane, ...rest }: ConfigStore): JsonObject {
  return rest;
}

/** The store of a path under `/config-stores/{configStoreId}`. */
export function storeOf(world: World, call: Call): ConfigStore {
  const plane = controlPlaneOf(world, call);
  const store = world.configStores.get(param(call, 'configStoreId'));
  if (store?.control_plane_id !== plane.id) throw notFound();
  return store;
}

/** Like `readBody`, for the one service that insists on the content type. */
export function readJson<T>(shape: Shape<T>, call: Call): T {
  if (!/^application\/json\b/.test(call.contentType ?? '')) {
    throw new Refusal(415, 'This API only supports requests with `Content-Type: application/json`');
  }
  return readBody(shape, call.body);
}

function list(world: World, call: Call): Answer {
  const { id } = controlPlaneOf(world, call);
  const stores = world.configStores.where((item) => item.control_plane_id === id);
  return ok(cursorPage(stores.map(storeAnswer), call));
}

function create(world: World, call: Call): Answer {
  const plane = controlPlaneOf(world, call);
  const { name } = readJson(body, call);
  const now = world.timestamp();
  const id = world.ids.uuid();
  const store = {
    id,
    control_plane_id: plane.id,
    name: name ?? 'Config Store',
    created_at: now,
    updated_at: now,
  };
  return created(storeAnswer(world.configStores.put(store)));
}

function rename(world: World, call: Call): Answer {
  const store = storeOf(world, call);
  const { name = store.name } = readJson(body, call);
  return ok(storeAnswer(world.configStores.put({ ...store, name, updated_at: world.timestamp() })));
}

function remove(world: World, call: Call): Answer {
  const { id } = storeOf(world, call);
  const secrets = world.secrets.where(({ store_id }) => store_id === id);
  if (secrets.length > 0 && call.query.get('force') !== 'true') {
    const reason = `This Config Store has ${secrets.length} secrets. These must be individually removed before deletion or the force=true query param can be used to automatically delete associated entities.`;
    throw invalid([{ field: 'force', rule: 'required', reason, source: 'query' }]);
  }
  for (const secret of secrets) world.secrets.remove(secret.id);
  world.configStores.remove(id);
  return noContent;
}
