// Config stores and their secrets, whose values can be written and never read.

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
import { conflict, invalid, notFound, Refusal } from '../http/refusal';
import { object, readBody, text } from '../http/shape';
import type { ConfigStore, ConfigStoreSecret } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { controlPlaneOf } from './controlPlanes';

const storeBody = object({}, { name: text({ min: 1, max: 100 }) });
const value = text({ min: 1, max: 5120 });
const secretBody = object({ key: text({ min: 1, max: 512 }), value });
const secretChange = object({ value });

export function configStoreOperations(world: World): readonly Operation[] {
  const path = '/v2/control-planes/{controlPlaneId}/config-stores';
  const one = `${path}/{configStoreId}`;
  const secrets = `${one}/secrets`;
  const secret = `${secrets}/{key}`;
  const home = 'regional';
  const read = (call: Call) => ok(storeAnswer(storeOf(world, call)));
  const readSecret = (call: Call) => ok(secretAnswer(secretOf(world, call)));
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
    {
      id: 'list-config-store-secrets',
      method: 'GET',
      path: secrets,
      home,
      handle: (call) => listSecrets(world, call),
    },
    {
      id: 'create-config-store-secret',
      method: 'POST',
      path: secrets,
      home,
      handle: (call) => addSecret(world, call),
    },
    { id: 'get-config-store-secret', method: 'GET', path: secret, home, handle: readSecret },
    {
      id: 'update-config-store-secret',
      method: 'PUT',
      path: secret,
      home,
      handle: (call) => putSecret(world, call),
    },
    {
      id: 'delete-config-store-secret',
      method: 'DELETE',
      path: secret,
      home,
      handle: (call) => {
        world.secrets.remove(secretOf(world, call).id);
        return noContent;
      },
    },
  ];
}

function storeAnswer({ control_plane_id: _plane, ...rest }: ConfigStore): JsonObject {
  return rest;
}

function secretAnswer({ key, created_at, updated_at }: ConfigStoreSecret): JsonObject {
  return { key, created_at, updated_at };
}

function storeOf(world: World, call: Call): ConfigStore {
  const plane = controlPlaneOf(world, call);
  const store = world.configStores.get(param(call, 'configStoreId'));
  if (store?.control_plane_id !== plane.id) throw notFound();
  return store;
}

function secretOf(world: World, call: Call): ConfigStoreSecret {
  const secret = world.secrets.get(secretId(storeOf(world, call), param(call, 'key')));
  if (!secret) throw notFound();
  return secret;
}

function secretId(store: ConfigStore, key: string): string {
  return `${store.id}/${key}`;
}

function readJson<T>(shape: Parameters<typeof readBody<T>>[0], call: Call): T {
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
  const { name } = readJson(storeBody, call);
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
  const { name = store.name } = readJson(storeBody, call);
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

function listSecrets(world: World, call: Call): Answer {
  const { id } = storeOf(world, call);
  const secrets = world.secrets.where(({ store_id }) => store_id === id);
  return ok(cursorPage(secrets.map(secretAnswer), call));
}

function addSecret(world: World, call: Call): Answer {
  const store = storeOf(world, call);
  const wish = readJson(secretBody, call);
  if (world.secrets.get(secretId(store, wish.key)))
    throw conflict(`Secret with key '${wish.key}' already exists.`);
  return created(secretAnswer(keep(world, store, wish.key, wish.value)));
}

function putSecret(world: World, call: Call): Answer {
  const store = storeOf(world, call);
  const { value: next } = readJson(secretChange, call);
  const key = param(call, 'key');
  const before = world.secrets.get(secretId(store, key));
  const secret = secretAnswer(keep(world, store, key, next, before));
  return before ? ok(secret) : created(secret);
}

function keep(
  world: World,
  store: ConfigStore,
  key: string,
  secret: string,
  before?: ConfigStoreSecret,
): ConfigStoreSecret {
  const now = world.timestamp();
  return world.secrets.put({
    id: secretId(store, key),
    store_id: store.id,
    key,
    value: secret,
    created_at: before?.created_at ?? now,
    updated_at: now,
  });
}
