// What the words of the schema language mean, in one line each.
// Origin: Kong/kong kong/db/schema/metaschema.lua, init.lua and typedefs.lua @22246ef28c16, as in ../shared/lua/schema_dsl.json.
// A line is `word -- meaning`.

export const typeTexts = `
string -- Text. Empty text is refused unless len_min = 0.
number -- Any number.
integer -- A number without fraction.
boolean -- true or false.
array -- List of values in order; needs elements.
set -- List of distinct values; needs elements.
map -- Table with free keys; needs keys and values.
record -- Table with fixed fields; needs fields.
json -- JSON document; needs json_schema.
foreign -- Reference to another entity; needs reference. Plugins use it for consumer, route and service only.
function -- For Kong's own entities only: a plugin's configuration cannot carry one.
`;

export const attributeTexts = `
type -- Kind of value; every field has one.
required -- The value must be present.
reference -- Entity that a foreign field refers to.
description -- What the field is for, 10 to 500 characters.
examples -- Sample values (gateway 3.6 and later).
auto -- Kong makes the value: a UUID, a time, a random text.
unique -- No two entities share the value.
unique_across_ws -- Unique over all workspaces; needs unique = true.
on_delete -- What happens when the other entity is deleted: restrict, cascade or null.
default -- Value where none is given; checked against the field's own validators when the schema is loaded.
abstract -- To be specialised by a subschema.
generate_admin_api -- Whether the Admin API gets endpoints for the entity.
immutable -- Cannot be changed once set.
err -- Text of the error, instead of the validator's own.
encrypted -- Stored encrypted (Enterprise keyring). For secrets, together with referenceable.
referenceable -- Takes {vault://…} references, resolved on texts and lists of texts.
json_schema -- JSON schema of the value: inline, or a namespace.
transient -- Not stored.
deprecation -- Marks the field as going away: message and removal_in_version.
between -- Least and greatest number, both allowed.
eq -- The only value allowed.
ne -- The one value not allowed.
gt -- The number must be greater.
len_eq -- Exact length.
len_min -- Least length.
len_max -- Greatest length.
match -- Lua pattern that the text must match.
not_match -- Lua pattern that the text must not match.
match_all -- List of { pattern, err }: all must match.
match_none -- List of { pattern, err }: none may match.
match_any -- { patterns, err }: one must match.
starts_with -- What the text must begin with.
one_of -- The values allowed.
not_one_of -- The values not allowed.
contains -- What the list must contain.
is_regex -- The text must be a regular expression (PCRE).
timestamp -- The number must be a time, greater than 0.
uuid -- The text must be a UUID.
custom_validator -- Function of the value that returns true, or nil and a message. Streamed plugins validate in handler.lua.
mutually_exclusive_subsets -- Lists of texts: the values may come from one of them only.
elements -- Definition of each element.
keys -- Definition of each key.
values -- Definition of each value.
fields -- The fields: a list of tables with one key each.
entity_checks -- Checks across the fields of this record.
shorthand_fields -- Other ways to give the fields: each has a func that makes them.
func -- Turns the value of a shorthand into the fields that it stands for.
translate_backwards -- Path of the field whose value is shown as the shorthand's.
`;

export const topLevelTexts = `
name -- Name of the plugin, as in Konnect.
fields -- The fields of the plugin: a list of tables with one key each; config holds the configuration.
entity_checks -- Checks across the fields.
shorthand_fields -- Other ways to give the fields.
transformations -- Functions run when the configuration is written or read.
check -- Function that checks the whole.
supported_partials -- Shared configurations that fields may come from (Enterprise, gateway 3.10 and later).
`;

export const checkTexts = `
at_least_one_of -- At least one of these fields is set.
only_one_of -- Exactly one of these fields is set.
distinct -- These fields have different values.
mutually_required -- All of these fields are set, or none.
mutually_exclusive -- At most one of these fields is set.
mutually_exclusive_sets -- Fields of set1 and fields of set2 are not set together.
conditional -- If one field matches, another must match too.
conditional_at_least_one_of -- If a field matches, at least one of others is set.
custom_entity_check -- Function of several fields. Streamed plugins validate in handler.lua.
`;

export const partTexts = `
if_field -- Field that decides.
if_match -- What its value must be for the check to count.
then_field -- Field that is checked then.
then_match -- What its value must be.
then_err -- Text of the error.
then_at_least_one_of -- Fields of which one must be set then.
else_match -- What the value of if_field must be for the other case.
else_then_at_least_one_of -- Fields of which one must be set in the other case.
else_then_err -- Text of the error in the other case.
set1 -- The first set of fields.
set2 -- The second set of fields.
field_sources -- Fields that the function gets.
fn -- Function of the entity that returns true, or nil and a message.
run_with_missing_fields -- Also where some of the fields are missing.
run_with_invalid_fields -- Also where some of the fields are wrong.
`;

export const typedefTexts = `
auto_timestamp_ms -- Time filled in by Kong, with milliseconds.
auto_timestamp_s -- Time filled in by Kong, in whole seconds.
capability -- Name of a capability of the data plane.
certificate -- Certificate as PEM text.
cidr -- Block of addresses: 10.0.0.0/8.
cidr_v4 -- Block of IPv4 addresses.
cookie_name -- Name of a cookie.
destinations -- Set of { ip, port }, at least one of the two each.
header_name -- Name of a header: letters, digits, dash, underscore.
headers -- Map of header names to lists of texts.
host -- Host name or IP address without a port.
host_with_optional_port -- Host, perhaps with a port.
hosts -- List of hosts; a wildcard is allowed at either end.
http_method -- Method in upper case.
ip -- IP address.
ip_or_cidr -- IP address or block of addresses.
jwk -- JSON Web Key.
key -- Private key as PEM text.
lua_code -- Map of names to Lua code; the syntax is checked.
methods -- Set of methods in upper case.
name -- Unique name of an entity.
no_consumer -- The plugin cannot be attached to a consumer.
no_consumer_group -- The plugin cannot be attached to a consumer group (Enterprise).
no_destinations -- Destinations must be null.
no_headers -- Headers must be null.
no_hosts -- Hosts must be null.
no_methods -- Methods must be null.
no_paths -- Paths must be null.
no_route -- The plugin cannot be attached to a route.
no_service -- The plugin cannot be attached to a service.
no_sources -- Sources must be null.
path -- Path that begins with / and has no empty segment.
pem -- Pair of keys as PEM text; the private one is encrypted and referenceable.
port -- Port number, 0 to 65535.
propagation -- How tracing headers are read and passed on.
protocol -- One protocol.
protocols -- The protocols of the plugin; required, by default grpc, grpcs, http, https.
protocols_http -- The protocols of the plugin, limited to http, https, grpc, grpcs.
queue -- Settings of a queue that sends in batches.
redis_host -- Host of a Redis server.
redis_server_name -- Server name (SNI) for Redis over TLS.
router_path -- Path as the router takes it: /fixed or ~/regular expression.
router_paths -- List of router paths.
semantic_version -- Version X.Y.Z.
sni -- Server name (SNI).
sources -- Set of { ip, port }, at least one of the two each.
tag -- A tag.
tags -- Set of tags.
timeout -- Milliseconds, 0 to 2147483646.
ttl -- Seconds, 0 to 100000000.
url -- Absolute URL with a host.
utf8_name -- Unique name; letters of any script.
uuid -- UUID, made by Kong where none is given.
wildcard_host -- Host with at most one wildcard.
`;
