// What the provider's documentation says about each resource, and whether a resource of an export fits it.
import { readFileSync } from 'node:fs';
import { type Body, Encoded, Reference, type Value } from './readHcl';

type Attributes = Readonly<Record<string, string | readonly [string, Attributes | string]>>;

interface ProviderSchema {
  readonly resources: Readonly<
    Record<
      string,
      { readonly import: 'id' | readonly string[] | null; readonly attributes: Attributes }
    >
  >;
  readonly shared: Readonly<Record<string, Attributes>>;
}

const { resources, shared } = JSON.parse(
  readFileSync('test/fixtures/terraform/provider-schema.json', 'utf8'),
) as ProviderSchema;

export const resourceTypes = Object.keys(resources);

/** The properties of its import id in alphabetical order, `id` for a plain one, null when it cannot be imported. */
export function importForm(type: string): 'id' | readonly string[] | null | undefined {
  return resources[type]?.import;
}

/** What can be written, apart from the properties that Konnect makes. */
export function writable(type: string): readonly string[] {
  const made = ['id', 'created_at', 'updated_at'];
  return Object.entries(resources[type]?.attributes ?? {}).flatMap(([name, attribute]) =>
    wordsOf(attribute)[0] === 'computed' || made.includes(name) ? [] : [name],
  );
}

/** What does not fit: attributes that are unknown, only read, missing, or of another type. */
export function* misfits(type: string, body: Body): Iterable<string> {
  const resource = resources[type];
  if (resource === undefined) yield `${type} is no resource of the provider`;
  else yield* inObject(body, resource.attributes, type);
}

function* inObject(body: Body, attributes: Attributes, at: string): Iterable<string> {
  for (const [name, value] of Object.entries(body)) {
    const attribute = attributes[name];
    if (attribute === undefined) yield `${at}.${name} is unknown`;
    else yield* inAttribute(value, attribute, `${at}.${name}`);
  }
  for (const [name, attribute] of Object.entries(attributes)) {
    const [mode] = wordsOf(attribute);
    if (mode === 'required' && !(name in body)) yield `${at}.${name} is missing`;
  }
}

function* inAttribute(value: Value, attribute: Attributes[string], at: string): Iterable<string> {
  const [mode, type] = wordsOf(attribute);
  if (mode === 'computed') yield `${at} is only read`;
  if (typeof attribute === 'string') {
    if (!isOfType(value, type)) yield `${at} is no ${type}: ${JSON.stringify(value)}`;
    return;
  }
  const inner = typeof attribute[1] === 'string' ? shared[attribute[1].slice(1)] : attribute[1];
  for (const [name, item] of nested(value, type)) {
    if (isBody(item)) yield* inObject(item, inner ?? {}, `${at}${name}`);
    else yield `${at}${name} is no object`;
  }
}

function nested(value: Value, nesting: string): readonly (readonly [string, Value | undefined])[] {
  if (nesting === 'Object') return [['', value]];
  if (nesting === 'Map')
    return isBody(value)
      ? Object.entries(value).map(([name, item]) => [`.${name}`, item] as const)
      : [['', undefined]];
  return Array.isArray(value)
    ? value.map((item, index) => [`[${index}]`, item] as const)
    : [['', undefined]];
}

function isOfType(value: Value, type: string): boolean {
  const ofPart = /^(?:List|Set|Map) of (.*)$/.exec(type)?.[1];
  if (ofPart !== undefined) {
    const isMap = type.startsWith('Map');
    if (isMap ? !isBody(value) : !Array.isArray(value)) return false;
    return Object.values(value as object).every((item) => isOfType(item, ofPart));
  }
  if (type === 'Dynamic') return isBody(value);
  if (type === 'Number' || type === 'Boolean') return typeof value === type.toLowerCase();
  if (value instanceof Reference) return value.to.startsWith('var.');
  return typeof value === 'string' || value instanceof Encoded;
}

function wordsOf(attribute: Attributes[string]): readonly [mode: string, type: string] {
  const text = typeof attribute === 'string' ? attribute : attribute[0];
  const [, mode = '', type = ''] = /^(\w+) (.*?)(?: JSON)?$/.exec(text) ?? [];
  return [mode, type];
}

function isBody(value: Value | undefined): value is Body {
  if (value instanceof Reference || value instanceof Encoded) return false;
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
