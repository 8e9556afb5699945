// Which plugins a control plane knows, and the fields of each.

import type { CoreEntity } from '../world/entities';
import type { Json } from '../world/json';
import type { World } from '../world/world';
import { bundledFields, isDescribed } from './bundledFields';
import { isBundled } from './bundledNames';
import { describePlugin } from './schemaCheck';

export interface KnownPlugin {
  readonly fields: Json;
  /** Whether a config is judged by the fields. */
  readonly isDescribed: boolean;
}

export function findPlugin(
  world: World,
  controlPlaneId: string,
  name: string,
): KnownPlugin | undefined {
  const core = world.core(controlPlaneId);
  const named = (entity: CoreEntity) => entity.name === name;
  const custom = core.of('custom-plugins').find(named);
  if (custom)
    return { fields: describePlugin(String(custom.schema), 'schema').fields, isDescribed: true };
  const uploaded = uploadedSchema(world, controlPlaneId, name);
  if (uploaded)
    return { fields: describePlugin(uploaded.lua_schema, 'lua_schema').fields, isDescribed: true };
  const cloned = core.of('cloned-plugins').find(named);
  const base = cloned ? String(cloned.ref) : name;
  return isBundled(base)
    ? { fields: bundledFields(base), isDescribed: isDescribed(base) }
    : undefined;
}

/** The entry of `plugin-schemas` called `name`. */
export function uploadedSchema(world: World, controlPlaneId: string, name: string) {
  return world.pluginSchemas.find(
    (item) => item.control_plane_id === controlPlaneId && item.name === name,
  );
}

/** Whether a plugin of this name exists other than as `kind`. */
export function isNameTaken(
  world: World,
  controlPlaneId: string,
  name: string,
  kind: string,
): boolean {
  const core = world.core(controlPlaneId);
  const others = ['custom-plugins', 'cloned-plugins'].filter((other) => other !== kind);
  return (
    isBundled(name) ||
    (kind !== 'plugin-schemas' && uploadedSchema(world, controlPlaneId, name) !== undefined) ||
    others.some((other) => core.of(other).find((entity) => entity.name === name) !== undefined)
  );
}
