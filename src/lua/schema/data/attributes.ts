// The schema language: field types, attributes and the values they take, entity checks.
// Origin: Kong/kong kong/db/schema/metaschema.lua and init.lua @22246ef28c16, as in ../shared/lua/schema_dsl.json.

export const fieldTypes =
  'array boolean foreign function integer json map number record set string'.split(' ');

/** A line is `shape: attributes that take it`. */
export const attributeShapes = `
text: type reference description err match not_match starts_with
deletion: on_delete
boolean: required auto unique unique_across_ws abstract generate_admin_api immutable encrypted referenceable transient is_regex timestamp uuid
number: gt
integer: len_eq len_min len_max
range: between
list: examples one_of not_one_of
patterns: match_all match_none
alternatives: match_any
subsets: mutually_exclusive_subsets
function: custom_validator
deprecation: deprecation
table: json_schema elements keys values fields entity_checks shorthand_fields
any: default eq ne contains
`;

/** Only in `shorthand_fields`. */
export const shorthandShapes = `
function: func
texts: translate_backwards
`;

/** A line is `attribute: types that may have it`; attributes that are not here go with every type. */
export const attributeTypes = `
between: integer number
len_eq: array set string map
match: string
one_of: string number integer
contains: array set
is_regex: string
timestamp: number integer
uuid: string
unique: string number integer foreign
unique_across_ws: string number integer foreign
abstract: string number integer record array set map
json_schema: json
transient: string number integer array set boolean
`;

/** What a type cannot do without. */
export const requiredAttributes = `
array: elements
set: elements
map: keys values
record: fields
json: json_schema
`;

/** A line is `attribute: types whose values it fails on`, although the schema is accepted. */
export const crashingAttributes = `
gt: string boolean array set map record foreign
len_min: number integer boolean
len_max: number integer boolean
not_match: number integer boolean array set map record foreign
match_all: number integer boolean array set map record foreign
match_none: number integer boolean array set map record foreign
match_any: number integer boolean array set map record foreign
starts_with: boolean array set map record foreign
mutually_exclusive_subsets: number integer boolean
`;

/** What `if_match` and `then_match` may ask. */
export const matchAttributes =
  'required elements keys values between eq ne gt len_eq len_min len_max match not_match match_all match_none match_any starts_with one_of not_one_of contains is_regex timestamp uuid custom_validator mutually_exclusive_subsets'.split(
    ' ',
  );

/** A line is `check: its parts`; a check without parts takes a list of field names. */
export const entityChecks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  at_least_one_of: {},
  only_one_of: {},
  distinct: {},
  mutually_required: {},
  mutually_exclusive: {},
  mutually_exclusive_sets: { set1: 'texts', set2: 'texts' },
  conditional: {
    if_field: 'text',
    if_match: 'match',
    then_field: 'text',
    then_match: 'match',
    then_err: 'text',
  },
  conditional_at_least_one_of: {
    if_field: 'text',
    if_match: 'match',
    then_at_least_one_of: 'texts',
    then_err: 'text',
    else_match: 'match',
    else_then_at_least_one_of: 'texts',
    else_then_err: 'text',
  },
  custom_entity_check: {
    field_sources: 'texts',
    fn: 'function',
    run_with_missing_fields: 'boolean',
    run_with_invalid_fields: 'boolean',
  },
};

export const topLevelKeys =
  'name fields entity_checks shorthand_fields transformations check supported_partials'.split(' ');

/** Fields of the plugin entity; the last four are in Enterprise. */
export const entityFields =
  'id name instance_name created_at updated_at route service consumer config protocols enabled tags consumer_group ordering condition partials'.split(
    ' ',
  );

/** A line is `meant: written`. */
export const meantAttributes = `
one_of: enum oneOf allowed_values choices options
len_min: min_len minLength min_length
len_max: max_len maxLength max_length
between: min max minimum maximum range
match: pattern regex regexp
custom_validator: validator validate func
elements: items element item
fields: properties
required: nullable optional mandatory
encrypted: secret sensitive
description: desc help doc comment
default: default_value
`;

/** Of those, the ones that take another value, so that to rename them is not enough. */
export const otherValue: ReadonlySet<string> = new Set(
  'min max minimum maximum range properties nullable optional pattern regex regexp'.split(' '),
);

export const meantTypes = `
integer: int long
boolean: bool
number: float double
string: str text
record: table object
array: list
map: dict dictionary hash
`;
