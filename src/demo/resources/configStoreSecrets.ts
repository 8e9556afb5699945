// The secrets of a config store: their values can be written and never read.

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
import { conflict, notFound } from '../http/refusal';
import { object, text } from '../http/shape';
import type { ConfigStore, ConfigStoreSecret } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { readJson, storeOf } from './configStores';

const value = text({ min: 1, max: 5120 });
const creation = object({ key: text({ min: 1, max: 512 }), value });
const change = object({ value });

export function configStoreSecretOperations(world: World): readonly Operation[] {
  const path = '/v2/control-planes/{controlPlaneId}/config-stores/{configStoreId}/secrets';
  const one = `${path}/{key}`;
  const home = 'regional';
  const read = (call: Call) => ok(secretAnswer(secretOf(world, call)));
  const remove = (call: Call) => {
    world.secrets.remove(secretOf(world, call).id);
    return noContent;
  };
  return [
    {
      id: 'list-config-store-secrets',
      method: 'GET',
      path,
      home,
      handle: (call) => list(world, call),
    },
    {
      id: 'create-config-store-secret',
      method: 'POST',
      path,
      home,
      handle: (call) => create(world, call),
    },
    { id: 'get-config-store-secret', method: 'GET', path: one, home, handle: read },
    {
      id: 'update-config-store-secret',
      method: 'PUT',
      path: one,
      home,
      handle: (call) => put(world, call),
    },
    { id: 'delete-config-store-secret', method: 'DELETE', path: one, home, handle: remove },
  ];
}

function secretAnswer({ key, created_at, updated_at }: ConfigStoreSecret): JsonObject {
  return { key, created_at, updated_at };
}

function secretOf(world: World, call: Call): ConfigStoreSecret {
  const secret = world.secrets.get(secretId(storeOf(world, call), param(call, 'key')));
  if (!secret) throw notFound();
  return secret;
}

function secretId(store: ConfigStore, key: string): string {
  return `${store.id}/${key}`;
}

function list(world: World, call: Call): Answer {
  const { id } = storeOf(world, call);
  const secrets = world.secrets.where(({ store_id }) => store_id === id);
  return ok(cursorPage(secrets.map(secretAnswer), call));
}

function create(world: World, call: Call): Answer {
  const store = storeOf(world, call);
  const wish = readJson(creation, call);
  if (world.secrets.get(secretId(store, wish.key)))
    throw conflict(`Secret with key '${wish.key}' already exists.`);
  return created(secretAnswer(keep(world, store, wish.key, wish.value)));
}

function put(world: World, call: Call): Answer {
  const store = storeOf(world, call);
  const { value: next } = readJson(change, call);
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
