// The `config` of a plugin instance against the plugin's fields: what is wrong with it, and what is stored for it.

import { isObject, type Json, type JsonObject } from '../world/json';
import { fieldsOf } from './fields';

export type Complain = (field: string, reason: string) => void;

/** `given` with every default and every absent field filled in, as Kong stores it. */
export function completeRecord(
  fields: Json | undefined,
  given: JsonObject,
  at: string,
  complain: Complain,
): JsonObject {
  const known = fieldsOf(fields);
  for (const name of Object.keys(given)) {
    if (!known.some((field) => field.name === name)) complain(`${at}.${name}`, 'unknown field');
  }
  const entries = known.map(({ name, definition }) => [
    name,
    completeField(definition, given[name], `${at}.${name}`, complain),
  ]);
  return Object.fromEntries(entries);
}

function completeField(
  definition: JsonObject,
  given: Json | undefined,
  at: string,
  complain: Complain,
): Json {
  const value = given ?? definition.default ?? null;
  if (value !== null) return checked(definition, value, at, complain);
  if (definition.required === true) {
    // A required record without a value is made from its own defaults.
    if (definition.type === 'record') return completeRecord(definition.fields, {}, at, complain);
    complain(at, 'required field missing');
    return null;
  }
  const isRecord = definition.type === 'record' && hasDefaults(definition.fields);
  return isRecord ? completeRecord(definition.fields, {}, at, complain) : null;
}

function hasDefaults(fields: Json | undefined): boolean {
  return fieldsOf(fields).some(({ definition }) => definition.default !== undefined);
}

function checked(definition: JsonObject, value: Json, at: string, complain: Complain): Json {
  const type = typeof definition.type === 'string' ? definition.type : 'json';
  if (!isOfType(type, value)) {
    complain(at, `expected ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`);
    return value;
  }
  const limit = brokenLimit(definition, value);
  if (limit !== undefined) complain(at, limit);
  if (type === 'record' && isObject(value))
    return completeRecord(definition.fields, value, at, complain);
  if (Array.isArray(value) && isObject(definition.elements)) {
    const elements = definition.elements;
    return value.map((one, index) => checked(elements, one, `${at}[${index}]`, complain));
  }
  return value;
}

function isOfType(type: string, value: Json): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value);
    case 'array':
    case 'set':
      return Array.isArray(value);
    case 'map':
    case 'record':
    case 'foreign':
      return isObject(value);
    default:
      return true;
  }
}

function brokenLimit(
  { one_of, between, gt, len_min, match, referenceable }: JsonObject,
  value: Json,
): string | undefined {
  const isReference =
    referenceable === true && typeof value === 'string' && /^\{vault:\/\/.*\}$/.test(value);
  if (isReference) return undefined;
  if (Array.isArray(one_of) && !one_of.includes(value))
    return `expected one of: ${one_of.join(', ')}`;
  if (Array.isArray(between) && typeof value === 'number') {
    const [low, high] = between.map(Number);
    if (value < Number(low) || value > Number(high))
      return `value should be between ${low} and ${high}`;
  }
  if (typeof gt === 'number' && typeof value === 'number' && value <= gt)
    return `value must be greater than ${gt}`;
  if (
    typeof len_min === 'number' &&
    (typeof value === 'string' || Array.isArray(value)) &&
    value.length < len_min
  ) {
    return `length must be at least ${len_min}`;
  }
  const pattern = typeof match === 'string' ? simplePattern(match) : undefined;
  return pattern && typeof value === 'string' && !pattern.test(value)
    ? `invalid value: ${value}`
    : undefined;
}

/** Lua patterns without classes read the same as regular expressions; others are left alone. */
function simplePattern(match: string): RegExp | undefined {
  return /^[\w^$:.*+[\]/-]+$/.test(match) && !match.includes('%') ? new RegExp(match) : undefined;
}
