// Questions about the schema language.
import { decodeLists } from '../gateway/data/decode';
import { nearest } from '../gateway/nearest';
import * as data from './data/attributes';
import type { Shape } from './shapes';

const shapes = new Map(
  [...decodeLists(data.attributeShapes)].map(([shape, name]) => [name, shape]),
);
const shorthandShapes = new Map(
  [...decodeLists(data.shorthandShapes)].map(([shape, name]) => [name, shape]),
);
const types = groupByPrefix(data.attributeTypes);
const required = groupByPrefix(data.requiredAttributes);
const crashing = groupByPrefix(data.crashingAttributes);
const meantAttributes = new Map(
  [...decodeLists(data.meantAttributes)].map(([meant, written]) => [written, meant]),
);
const meantTypes = new Map(
  [...decodeLists(data.meantTypes)].map(([meant, written]) => [written, meant]),
);

export const fieldTypes: readonly string[] = data.fieldTypes;

/** Types that `shorthand_fields` may have. */
export const shorthandTypes: readonly string[] = fieldTypes.filter(
  (type) => !['record', 'foreign', 'function'].includes(type),
);

/** The kind of value that an attribute takes; nothing when there is no such attribute. */
export function shapeOf(attribute: string, isShorthand: boolean): Shape | undefined {
  const own = isShorthand ? shorthandShapes.get(attribute) : undefined;
  return (own ?? shapes.get(attribute)) as Shape | undefined;
}

/**
 * What may have been meant by an attribute that does not exist, whether its value would do for it, and whether that is
 * known from use, not from spelling alone.
 */
export function meantAttribute(
  attribute: string,
): { readonly name: string; readonly isSameValue: boolean; readonly isKnown: boolean } | undefined {
  const known = meantAttributes.get(attribute);
  if (known !== undefined) {
    return { name: known, isSameValue: !data.otherValue.has(attribute), isKnown: true };
  }
  const close = nearest(attribute, shapes.keys());
  return close === undefined ? undefined : { name: close, isSameValue: true, isKnown: false };
}

export function meantType(type: string, allowed: readonly string[]): string | undefined {
  const known = meantTypes.get(type.toLowerCase());
  return known !== undefined && allowed.includes(known) ? known : nearest(type, allowed);
}

/** Goes with some types only. */
export function isRestricted(attribute: string): boolean {
  return types.has(attribute);
}

export function isAllowedOn(attribute: string, type: string): boolean {
  return types.get(attribute)?.has(type) ?? true;
}

export function requiredAttributes(type: string): Iterable<string> {
  return required.get(type) ?? [];
}

/** Attributes whose validators raise an error on the values of some types. */
export const crashingAttributes: readonly string[] = [...crashing.keys()];

/** The validator raises an error on every value of the type. */
export function crashesOn(attribute: string, type: string): boolean {
  return crashing.get(attribute)?.has(type) ?? false;
}

export function isEntityField(name: string): boolean {
  return data.entityFields.includes(name);
}

function groupByPrefix(text: string): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [prefix, entry] of decodeLists(text)) {
    const group = groups.get(prefix);
    if (group === undefined) groups.set(prefix, new Set([entry]));
    else group.add(entry);
  }
  return groups;
}
