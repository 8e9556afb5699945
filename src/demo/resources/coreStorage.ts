// Putting core entities into the store and taking them out, with what Kong demands of names and references.

import { impossible, referenced, taken } from '../http/refusal';
import { isUuid } from '../http/shape';
import type { ControlPlane, CoreEntity } from '../world/entities';
import { isObject, type Json, type JsonObject } from '../world/json';
import type { World } from '../world/world';
import type { CoreKind } from './coreKinds';

/**
 * The entity that `body` describes, new or in place of `before`, checked against everything else that is stored. `key`
 * is the id or name of the path: what does not exist there is made there.
 */
export function complete(
  world: World,
  plane: ControlPlane,
  kind: CoreKind,
  body: JsonObject,
  before: CoreEntity | undefined,
  key?: string,
): CoreEntity {
  const now = world.seconds();
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const id = before?.id ?? idFor(world, key, given.id);
  if (!isUuid(id)) throw impossible('id', 'must be a valid UUID');
  const named =
    key !== undefined && !isUuid(key) && kind.name !== undefined ? { [kind.name]: key } : {};
  const raw: CoreEntity = {
    ...kind.defaults,
    ...named,
    ...withoutNullDefaults(given, kind.defaults),
    id,
    created_at: before?.created_at ?? now,
    updated_at: now,
  };
  const entity = kind.prepare?.(world, plane.id, raw) ?? raw;
  checkReferences(world, plane, kind, entity);
  checkUnique(world, plane, kind, entity, before);
  return entity;
}

function idFor(world: World, key: string | undefined, given: Json | undefined): string {
  if (key !== undefined && isUuid(key)) return key;
  return typeof given === 'string' ? given : world.ids.uuid();
}

/** `null` for a field with a default means the default. */
function withoutNullDefaults(given: JsonObject, defaults: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([field, value]) => value !== null || (defaults[field] ?? null) === null,
    ),
  );
}

function checkReferences(
  world: World,
  plane: ControlPlane,
  kind: CoreKind,
  entity: CoreEntity,
): void {
  for (const [field, target] of Object.entries(kind.references)) {
    const reference = entity[field];
    if (!isObject(reference)) continue;
    const id = String(reference.id);
    if (world.core(plane.id).of(target).get(id)) continue;
    const reason = `${field}.id (type: foreign) constraint failed for value '${id}': not found`;
    throw referenced(`${field}.id`, reason);
  }
}

function checkUnique(
  world: World,
  plane: ControlPlane,
  kind: CoreKind,
  entity: CoreEntity,
  before: CoreEntity | undefined,
): void {
  const entities = world.core(plane.id).of(kind.kind);
  if (!before && entities.get(entity.id)) throw taken('id', entity.id);
  for (const field of kind.unique) {
    const value = entity[field];
    if (typeof value !== 'string') continue;
    const holder = entities.find((one) => one[field] === value);
    if (holder && holder.id !== entity.id) throw taken(field, value);
  }
}

/** Plugins go with what they apply to; a service that has routes stays. */
export function removeWithDependents(
  world: World,
  plane: ControlPlane,
  kind: CoreKind,
  entity: CoreEntity,
  kinds: readonly CoreKind[],
): void {
  kind.release?.(world, plane.id, entity);
  const core = world.core(plane.id);
  const dependents = kinds.flatMap((other) =>
    Object.entries(other.references)
      .filter(([, target]) => target === kind.kind)
      .map(([field]) => ({ other, field })),
  );
  const users = dependents.flatMap(({ other, field }) =>
    core
      .of(other.kind)
      .where((one) => {
        const reference = one[field];
        return isObject(reference) && reference.id === entity.id;
      })
      .map((one) => ({ kind: other.kind, id: one.id })),
  );
  const blocking = users.find((user) => user.kind !== 'plugins');
  if (blocking) {
    throw referenced(
      'id',
      `foreign key constraint failed: an existing '${blocking.kind}' entity references it`,
    );
  }
  for (const user of users) core.of(user.kind).remove(user.id);
  core.of(kind.kind).remove(entity.id);
}
