// The field definitions that kong.db.schema.typedefs and the redis schema give, as far as checks need them.
// Origin: Kong/kong kong/db/schema/typedefs.lua, kong/tools/queue_schema.lua, kong/tools/redis/schema.lua and
// kong/observability/tracing/propagation/schema.lua @22246ef28c16; the names agree with ../shared/lua/schema_dsl.json.
// `fields` is written as one object; `custom_validator: true` stands for a function; `undefined` for a value that is
// not known here.

/** A value as Lua would hold it. */
export type Plain =
  | string
  | number
  | boolean
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain };

type Field = { readonly [key: string]: Plain };

const text: Field = { type: 'string' };
const own: Field = { type: 'string', custom_validator: true };
const nothing: Field = { eq: undefined };
const httpProtocols = ['grpc', 'grpcs', 'http', 'https'];
const protocol: Field = {
  type: 'string',
  one_of: [...httpProtocols, 'tcp', 'tls', 'tls_passthrough', 'udp', 'ws', 'wss'],
};
const port: Field = { type: 'integer', between: [0, 65535] };
const timeout: Field = { type: 'integer', between: [0, 2147483646] };
const method: Field = { type: 'string', match: '^%u+$' };
const secret: Field = { type: 'string', encrypted: true, referenceable: true };

const sources: Field = {
  type: 'set',
  elements: {
    type: 'record',
    fields: { ip: own, port },
    entity_checks: [{ at_least_one_of: ['ip', 'port'] }],
  },
};
const methods: Field = { type: 'set', elements: method };
const hosts: Field = { type: 'array', elements: own };
const routerPath: Field = {
  type: 'string',
  match_any: { patterns: ['^/', '^~/'] },
  match_none: [{ pattern: '//' }],
  custom_validator: true,
};
const paths: Field = { type: 'array', elements: routerPath };
const headers: Field = { type: 'map', keys: own, values: { type: 'array', elements: text } };

const queue: Field = {
  type: 'record',
  fields: {
    max_batch_size: { type: 'integer', default: 1, between: [1, 1000000] },
    max_coalescing_delay: { type: 'number', default: 1, between: [0, 3600] },
    max_entries: { type: 'integer', default: 10000, between: [1, 1000000] },
    max_bytes: { type: 'integer' },
    max_retry_time: { type: 'number', default: 60 },
    initial_retry_delay: { type: 'number', default: 0.01, between: [0.001, 1000000] },
    max_retry_delay: { type: 'number', default: 60, between: [0.001, 1000000] },
    concurrency_limit: { type: 'integer', default: 1, one_of: [-1, 1] },
  },
};

const traceFormats = 'w3c b3 jaeger ot datadog aws gcp instana'.split(' ');
const injectors = [...traceFormats, 'b3-single'];
const propagation: Field = {
  type: 'record',
  fields: {
    extract: { type: 'array', elements: { type: 'string', one_of: traceFormats } },
    clear: { type: 'array', elements: own },
    inject: { type: 'array', elements: { type: 'string', one_of: ['preserve', ...injectors] } },
    default_format: { type: 'string', one_of: injectors, required: true },
  },
};

const jwkTexts = 'issuer kty use alg x5u x5t x5t#S256 k x y crv n e d p q dp dq qi oth r t'.split(
  ' ',
);
const jwk: Field = {
  type: 'record',
  required: false,
  fields: {
    ...Object.fromEntries(jwkTexts.map((name) => [name, text])),
    kid: { type: 'string', required: true },
    key_ops: { type: 'array', elements: text },
    x5c: { type: 'array', elements: text },
  },
  custom_validator: true,
};

const pem: Field = {
  type: 'record',
  required: false,
  fields: { private_key: secret, public_key: { type: 'string', referenceable: true } },
  entity_checks: [{ at_least_one_of: ['private_key', 'public_key'] }],
  custom_validator: true,
};

export const typedefs: Readonly<Record<string, Field>> = {
  auto_timestamp_ms: { type: 'number', timestamp: true, auto: true },
  auto_timestamp_s: { type: 'integer', timestamp: true, auto: true },
  capability: text,
  certificate: own,
  cidr: own,
  cidr_v4: own,
  cookie_name: own,
  destinations: sources,
  header_name: own,
  headers,
  host: own,
  host_with_optional_port: own,
  hosts,
  http_method: method,
  ip: own,
  ip_or_cidr: own,
  jwk,
  key: own,
  lua_code: {
    type: 'map',
    keys: { type: 'string', len_min: 1 },
    values: { type: 'string', len_min: 1, custom_validator: true },
  },
  methods,
  name: { ...own, unique: true },
  no_consumer: { type: 'foreign', reference: 'consumers', ...nothing },
  no_consumer_group: { type: 'foreign', reference: 'consumer_groups', ...nothing },
  no_destinations: { ...sources, ...nothing },
  no_headers: { ...headers, ...nothing },
  no_hosts: { ...hosts, ...nothing },
  no_methods: { ...methods, ...nothing },
  no_paths: { ...paths, ...nothing },
  no_route: { type: 'foreign', reference: 'routes', ...nothing },
  no_service: { type: 'foreign', reference: 'services', ...nothing },
  no_sources: { ...sources, ...nothing },
  path: {
    type: 'string',
    starts_with: '/',
    match_none: [{ pattern: '//' }],
    custom_validator: true,
  },
  pem,
  port,
  propagation,
  protocol,
  protocols: { type: 'set', required: true, default: httpProtocols, elements: protocol },
  protocols_http: {
    type: 'set',
    required: true,
    default: httpProtocols,
    elements: { type: 'string', one_of: httpProtocols },
  },
  queue,
  redis_host: own,
  redis_server_name: own,
  router_path: routerPath,
  router_paths: paths,
  semantic_version: {
    type: 'string',
    match_any: { patterns: ['^%d+[%.%d]*$', '^%d+[%.%d]*%-?.*$'] },
    match_none: [{ pattern: '%.%.' }],
  },
  sni: own,
  sources,
  tag: { ...own, required: true },
  tags: { type: 'set', elements: { ...own, required: true } },
  timeout,
  ttl: { type: 'number', between: [0, 100000000] },
  url: own,
  utf8_name: { ...own, unique: true },
  uuid: { type: 'string', uuid: true, auto: true },
  wildcard_host: own,
};

/** `config_schema` of kong.tools.redis.schema. */
export const redisSchema: Field = {
  type: 'record',
  fields: {
    host: own,
    port: { ...port, default: 6379 },
    timeout: { ...timeout, default: 2000 },
    username: { type: 'string', referenceable: true },
    password: { ...secret, len_min: 0 },
    database: { type: 'integer', default: 0 },
    ssl: { type: 'boolean', required: false, default: false },
    ssl_verify: { type: 'boolean', required: false, default: false },
    server_name: { ...own, required: false },
  },
};
