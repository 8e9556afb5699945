// Lets the seed store core entities under the same rules as a request, at a time of its own.

import { readBody } from '../http/shape';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { coreKinds } from './coreEntities';
import { complete } from './coreStorage';

export function storeSeed(
  world: World,
  controlPlaneId: string,
  kind: string,
  body: JsonObject,
  at: number,
): void {
  const plane = world.controlPlanes.get(controlPlaneId);
  const known = coreKinds.find((one) => one.kind === kind);
  if (!plane || !known)
    throw new Error(`The seed names something unknown: ${controlPlaneId} ${kind}`);
  const entity = complete(world, plane, known, readBody(known.shape, body), undefined);
  world
    .core(plane.id)
    .of(kind)
    .put({ ...entity, created_at: at, updated_at: at });
}
