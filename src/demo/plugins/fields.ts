// The language in which Kong describes a plugin's configuration, as far as the demo speaks it.
// Origin of types and attributes: Kong/kong kong/db/schema/metaschema.lua and typedefs.lua.

import { isObject, type Json, type JsonObject } from '../world/json';

export const fieldTypes: ReadonlySet<string> = new Set(
  'array boolean foreign function integer json map number record set string'.split(' '),
);

export const attributes: ReadonlySet<string> = new Set(
  `abstract auto between contains custom_validator default deprecation description elements encrypted entity_checks eq
  err examples fields generate_admin_api gt immutable is_regex json_schema keys len_eq len_max len_min match match_all
  match_any match_none mutually_exclusive_subsets ne not_match not_one_of on_delete one_of reference referenceable
  required shorthand_fields starts_with timestamp transient type unique unique_across_ws uuid values`.split(
    /\s+/,
  ),
);

export const topLevel: ReadonlySet<string> = new Set(
  'name fields entity_checks shorthand_fields transformations check supported_partials'.split(' '),
);

const integers = 'auto_timestamp_s port timeout'.split(' ');
const sets =
  'destinations methods no_destinations no_methods no_sources protocols protocols_http sources tags';
const records = 'jwk pem propagation queue';
const typedefTypes: readonly (readonly [type: string, names: readonly string[]])[] = [
  ['integer', integers],
  ['set', sets.split(' ')],
  ['record', records.split(' ')],
  ['map', ['headers', 'lua_code', 'no_headers']],
  ['array', ['hosts', 'no_hosts', 'no_paths', 'paths', 'snis']],
  ['foreign', ['no_consumer', 'no_consumer_group', 'no_route', 'no_service']],
  ['number', ['auto_timestamp_ms']],
];

/** What `typedefs.<name>` stands for. */
export function typedef(name: string): JsonObject {
  const type = typedefTypes.find(([, names]) => names.includes(name))?.[0] ?? 'string';
  if (name === 'port') return { type, between: [0, 65535] };
  if (name === 'timeout') return { type, between: [0, 2147483646] };
  if (name === 'protocols_http')
    return { type, required: true, elements: { type: 'string' }, default: httpProtocols };
  if (type === 'set' || type === 'array') return { type, elements: { type: 'string' } };
  if (type === 'record') return { type, fields: [] };
  if (type === 'map') return { type, keys: { type: 'string' }, values: { type: 'json' } };
  return type === 'foreign' ? { type, reference: `${name.slice(3)}s`, eq: null } : { type };
}

const httpProtocols = ['grpc', 'grpcs', 'http', 'https'];

export interface Field {
  readonly name: string;
  readonly definition: JsonObject;
}

/** `fields` is an array of tables with one key each. */
export function fieldsOf(fields: Json | undefined): readonly Field[] {
  if (!Array.isArray(fields)) return [];
  return fields.filter(isObject).flatMap((field) =>
    Object.entries(field)
      .slice(0, 1)
      .map(([name, definition]) => ({ name, definition: isObject(definition) ? definition : {} })),
  );
}

/** The definition of `config` in the fields of a plugin. */
export function configOf(fields: Json | undefined): JsonObject | undefined {
  return fieldsOf(fields).find(({ name }) => name === 'config')?.definition;
}
