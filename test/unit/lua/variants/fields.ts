// Field definitions that rules look for, and the forms in which people write the fields of a schema.
export interface Field {
  readonly rule: string;
  /** The definition of a field called `probe`, unless the name matters. */
  readonly spec: string;
  readonly name?: string;
}

export const fields: readonly Field[] = [
  { rule: 'schema-unknown-attribute', spec: '{ type = "string", enum = { "a" } }' },
  { rule: 'schema-unknown-type', spec: '{ type = "text" }' },
  { rule: 'schema-missing-nested', spec: '{ type = "array" }' },
  { rule: 'schema-attribute-type', spec: '{ type = "boolean", one_of = { true } }' },
  { rule: 'schema-crashing-validator', spec: '{ type = "string", gt = 1 }' },
  { rule: 'schema-validator-argument', spec: '{ type = "string", len_min = "1" }' },
  { rule: 'schema-default', spec: '{ type = "string", default = 1 }' },
  { rule: 'schema-description', spec: '{ type = "string", description = "short" }' },
  { rule: 'schema-pattern', spec: '{ type = "string", match = "^\\\\d+$" }' },
  { rule: 'schema-typedef', spec: 'typedefs.no_such_thing' },
  { rule: 'schema-secret', spec: '{ type = "string" }', name: 'client_secret' },
  { rule: 'schema-referenceable-type', spec: '{ type = "boolean", referenceable = true }' },
  { rule: 'schema-empty-range', spec: '{ type = "integer", between = { 10, 1 } }' },
  { rule: 'schema-unusable-field', spec: '{ type = "function" }' },
  {
    rule: 'schema-custom-validator',
    spec: '{ type = "string", custom_validator = function(value) return value ~= "" end }',
  },
  {
    rule: 'schema-check-field',
    spec: '{ type = "record", fields = { { a = { type = "string" } } }, entity_checks = { { at_least_one_of = { "b" } } } }',
  },
  {
    rule: 'schema-check-shape',
    spec: '{ type = "record", fields = { { a = { type = "string" } } }, entity_checks = { at_least_one_of = { "a" } } }',
  },
  { rule: 'schema-field-shape', spec: '{ type = "record", fields = { a = { type = "string" } } }' },
  {
    rule: 'schema-duplicate-field',
    spec: '{ type = "record", fields = { { a = { type = "string" } }, { a = { type = "string" } } } }',
  },
];

/** A schema that has the field. */
export const fieldForms: Readonly<Record<string, (field: Field) => string>> = {
  direct: (it) => schema('', `{ ${item(it)} }`),
  'through a local': (it) =>
    schema(`local spec = ${it.spec}`, `{ { ${it.name ?? 'probe'} = spec } }`),
  'in a list of its own': (it) => schema(`local list = { ${item(it)} }`, 'list'),
  'in a nested record': (it) =>
    schema('', `{ { outer = { type = "record", fields = { ${item(it)} } } } }`),
  'as elements': (it) => schema('', `{ { outer = { type = "array", elements = ${it.spec} } } }`),
  'from a helper': (it) =>
    schema(`local function make() return ${it.spec} end`, `{ { ${it.name ?? 'probe'} = make() } }`),
  'named by a helper': (it) =>
    schema(
      `local function make(name) return { [name] = ${it.spec} } end`,
      `{ make("${it.name ?? 'probe'}") }`,
    ),
  'put in later': (it) =>
    schema(`local list = {}\ntable.insert(list, ${item(it)})\nlist[#list + 1] = ${other}`, 'list'),
};

const other = '{ other = { type = "string" } }';

function item({ name = 'probe', spec }: Field): string {
  return `{ ${name} = ${spec} }`;
}

function schema(before: string, list: string): string {
  return `local typedefs = require "kong.db.schema.typedefs"
${before}
return {
  name = "x",
  fields = {
    { protocols = typedefs.protocols_http },
    { config = { type = "record", fields = ${list} } },
  },
}
`;
}
