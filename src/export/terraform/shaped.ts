// Brings a value of Konnect's into the form in which the provider takes it.
import { type HclAttributes, type HclValue, Json } from './hcl';
import type { Members, Shape } from './pluginShape';

/** What conversion does with what is no plain value. */
export interface Conversion {
  /** A text at its place, perhaps as a reference to a variable. */
  text(path: readonly string[], text: string, isSecret: boolean): HclValue;
  /** The provider has nothing for the value at this place. */
  leaveOut(path: readonly string[]): void;
}

/** Konnect's value as the provider takes it: names, types, and only what the provider knows. */
export function shaped(
  value: unknown,
  shape: Shape,
  path: readonly string[],
  to: Conversion,
): HclValue {
  if (value === null || value === undefined) return undefined;
  switch (shape.kind) {
    case 'text':
      return shapedText(value, shape.isSecret, path, to);
    case 'json':
      return new Json(free(value, path, to));
    case 'number':
    case 'boolean':
      return shapedScalar(value, shape.kind, path, to);
    case 'list':
      return shapedList(value, shape.of, path, to);
    case 'map':
      return isRecord(value) ? shapedMap(value, shape.of, path, to) : misfit(path, to);
    case 'object':
      return isRecord(value) ? shapedObject(value, shape.members, path, to) : misfit(path, to);
    case 'oneOf':
      return isRecord(value) ? shapedChoice(value, shape.members, path, to) : misfit(path, to);
  }
}

function shapedText(
  value: unknown,
  isSecret: boolean,
  path: readonly string[],
  to: Conversion,
): HclValue {
  return typeof value === 'object'
    ? new Json(free(value, path, to))
    : to.text(path, String(value), isSecret);
}

function shapedScalar(
  value: unknown,
  kind: 'number' | 'boolean',
  path: readonly string[],
  to: Conversion,
): HclValue {
  if (kind === 'number' && typeof value === 'number') return value;
  if (kind === 'boolean' && typeof value === 'boolean') return value;
  return misfit(path, to);
}

/** An empty list may come as `{}`: Lua has one notation for both. */
function shapedList(value: unknown, of: Shape, path: readonly string[], to: Conversion): HclValue {
  if (isRecord(value) && Object.keys(value).length === 0) return [];
  if (!Array.isArray(value)) return misfit(path, to);
  return value
    .map((item, index) => shaped(item, of, [...path, String(index)], to))
    .filter((item) => item !== undefined);
}

/** Apart from what the provider does not know. */
export function shapedObject(
  value: Readonly<Record<string, unknown>>,
  members: Members,
  path: readonly string[],
  to: Conversion,
): HclAttributes {
  const entries = Object.entries(value).flatMap(([name, item]) => {
    const member = members.get(name);
    if (member !== undefined)
      return [[attributeName(name), shaped(item, member, [...path, name], to)] as const];
    if (item !== null) to.leaveOut([...path, name]);
    return [];
  });
  return Object.fromEntries(entries);
}

function shapedMap(
  value: Readonly<Record<string, unknown>>,
  of: Shape,
  path: readonly string[],
  to: Conversion,
): HclAttributes {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, shaped(item, of, [...path, name], to)]),
  );
}

/** Konnect says by `type` which of them it is, the provider by the attribute's name. */
function shapedChoice(
  { type, ...value }: Readonly<Record<string, unknown>>,
  members: Members,
  path: readonly string[],
  to: Conversion,
): HclValue {
  const member = typeof type === 'string' ? members.get(type) : undefined;
  return member === undefined
    ? misfit(path, to)
    : { [String(type)]: shaped(value, member, path, to) };
}

/** Any JSON as HCL. */
export function free(value: unknown, path: readonly string[], to: Conversion): HclValue {
  if (typeof value === 'string') return to.text(path, value, false);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value))
    return value.map((item, index) => free(item, [...path, String(index)], to));
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, free(item, [...path, name], to)]),
  );
}

/** As the provider derives its names: `X-Cache-Key` becomes `x_cache_key`, `x5t#S256` `x5t_number_s256`. */
function attributeName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('#', '_number_')
    .replace(/[^a-z0-9]+/g, '_');
}

function misfit(path: readonly string[], to: Conversion): undefined {
  to.leaveOut(path);
  return undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
