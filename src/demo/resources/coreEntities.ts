// Core entities of every kind: listing, reading by id or name, create, create-or-replace, delete; flat and under a parent.

import {
  type Answer,
  type Call,
  created,
  noContent,
  type Operation,
  ok,
  param,
} from '../http/operation';
import { notFound, Refusal } from '../http/refusal';
import { readBody } from '../http/shape';
import { notifyNodes } from '../life/nodeLife';
import type { ControlPlane, CoreEntity } from '../world/entities';
import { isObject, type JsonObject } from '../world/json';
import type { World } from '../world/world';
import { clonedPluginKind } from './clonedPlugins';
import { controlPlaneOf } from './controlPlanes';
import {
  type CoreKind,
  consumerGroupKind,
  consumerKind,
  routeKind,
  serviceKind,
  vaultKind,
} from './coreKinds';
import { listed } from './coreList';
import { complete, removeWithDependents } from './coreStorage';
import { customPluginKind } from './customPlugins';
import { pluginKind } from './plugins';

/** Under which parent entities of a kind can be reached, and the field that then names the parent. */
interface Nesting {
  readonly parent: CoreKind;
  readonly kind: CoreKind;
  readonly field: string;
}

export const coreKinds: readonly CoreKind[] = [
  serviceKind,
  routeKind,
  consumerKind,
  consumerGroupKind,
  pluginKind,
  customPluginKind,
  clonedPluginKind,
  vaultKind,
];

const nestings: readonly Nesting[] = [
  { parent: serviceKind, kind: routeKind, field: 'service' },
  { parent: serviceKind, kind: pluginKind, field: 'service' },
  { parent: routeKind, kind: pluginKind, field: 'route' },
  { parent: consumerKind, kind: pluginKind, field: 'consumer' },
  { parent: consumerGroupKind, kind: pluginKind, field: 'consumer_group' },
];

const base = '/v2/control-planes/{controlPlaneId}/core-entities';

export function coreOperations(world: World): readonly Operation[] {
  return [
    ...coreKinds.flatMap((kind) => operationsOf(world, kind)),
    ...nestings.flatMap((nesting) => operationsOf(world, nesting.kind, nesting)),
  ];
}

function operationsOf(world: World, kind: CoreKind, nesting?: Nesting): readonly Operation[] {
  const parent = nesting?.parent;
  // The descriptions call a consumer otherwise when it is a parent.
  const parentParameter =
    parent === consumerKind ? 'ConsumerIdForNestedEntities' : parent?.parameter;
  const path = `${base}${parent ? `/${parent.kind}/{${parentParameter}}` : ''}/${kind.kind}`;
  const one = `${path}/{${kind.parameter}}`;
  const suffix = `${kind.entity}${nesting ? `-with-${nesting.parent.entity}` : ''}`;
  const place = (call: Call): Place => {
    const plane = controlPlaneOf(world, call);
    if (!nesting) return { plane, kind };
    const found = findEntity(world, plane, nesting.parent, param(call, parentParameter ?? ''));
    if (!found) throw notFound('not found');
    return { plane, kind, within: { field: nesting.field, id: found.id } };
  };
  const operation = (
    verb: string,
    method: Operation['method'],
    at: string,
    run: Handler,
  ): Operation => ({
    id: `${verb}-${suffix}`,
    ...(kind.undescribed && { undescribed: true }),
    method,
    path: at,
    home: 'regional',
    handle: (call) => run(world, place(call), call),
  });
  return [
    operation('list', 'GET', path, list),
    operation('create', 'POST', path, create),
    operation('get', 'GET', one, read),
    operation('upsert', 'PUT', one, upsert),
    operation('delete', 'DELETE', one, remove),
  ];
}

/** Where entities are looked for. */
interface Place {
  readonly plane: ControlPlane;
  readonly kind: CoreKind;
  readonly within?: { readonly field: string; readonly id: string };
}

type Handler = (world: World, place: Place, call: Call) => Answer;

function isWithin(entity: CoreEntity, { within }: Place): boolean {
  if (!within) return true;
  const target = entity[within.field];
  return isObject(target) && target.id === within.id;
}

/** By id, or by the field that is a name for its kind. */
export function findEntity(
  world: World,
  plane: ControlPlane,
  { kind, name }: CoreKind,
  key: string,
): CoreEntity | undefined {
  const entities = world.core(plane.id).of(kind);
  return (
    entities.get(key) ??
    (name === undefined ? undefined : entities.find((entity) => entity[name] === key))
  );
}

function found(world: World, place: Place, call: Call): CoreEntity | undefined {
  const entity = findEntity(world, place.plane, place.kind, param(call, place.kind.parameter));
  return entity && isWithin(entity, place) ? entity : undefined;
}

function list(world: World, place: Place, call: Call): Answer {
  const entities = world
    .core(place.plane.id)
    .of(place.kind.kind)
    .where((entity) => isWithin(entity, place));
  return ok(listed(entities, place.kind, call));
}

function read(world: World, place: Place, call: Call): Answer {
  const entity = found(world, place, call);
  if (!entity) throw notFound('not found');
  return ok(entity);
}

/** The body, in which a nested path stands for the parent. */
function bodyOf({ kind, within }: Place, body: unknown): JsonObject {
  const given = isObject(body) && within ? { ...body, [within.field]: { id: within.id } } : body;
  return readBody(kind.shape, expandUrl(kind, given));
}

/** Services may be given as one `url`. */
function expandUrl(kind: CoreKind, body: unknown): unknown {
  if (kind !== serviceKind || !isObject(body) || typeof body.url !== 'string') return body;
  const { url, ...rest } = body;
  const parsed = URL.canParse(url as string) ? new URL(url as string) : undefined;
  if (!parsed)
    throw new Refusal(400, 'validation error', {
      invalid: [{ field: 'url', reason: 'missing host' }],
    });
  const protocol = parsed.protocol.slice(0, -1);
  const port = parsed.port === '' ? (protocol === 'http' ? 80 : 443) : Number(parsed.port);
  return {
    ...rest,
    protocol,
    host: parsed.hostname,
    port,
    ...(parsed.pathname !== '/' && { path: parsed.pathname }),
  };
}

function create(world: World, place: Place, call: Call): Answer {
  return created(
    keep(
      world,
      place,
      complete(world, place.plane, place.kind, bodyOf(place, call.body), undefined),
    ),
  );
}

function upsert(world: World, place: Place, call: Call): Answer {
  const { plane, kind } = place;
  const key = param(call, kind.parameter);
  const entity = complete(
    world,
    plane,
    kind,
    bodyOf(place, call.body),
    found(world, place, call),
    key,
  );
  return ok(keep(world, place, entity));
}

function keep(world: World, { plane, kind }: Place, entity: CoreEntity): CoreEntity {
  world.core(plane.id).of(kind.kind).put(entity);
  notifyNodes(world, plane.id);
  return entity;
}

function remove(world: World, place: Place, call: Call): Answer {
  const entity = found(world, place, call);
  // What is not there is deleted already.
  if (!entity) return noContent;
  removeWithDependents(world, place.plane, place.kind, entity, coreKinds);
  notifyNodes(world, place.plane.id);
  return noContent;
}
