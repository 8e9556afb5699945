// Fields of the bundled plugins that people meet in the demo; the others take any config.
// Origin of names, defaults and limits: Kong/developer.konghq.com app/_schemas/gateway/plugins, version 3.15.

import type { Json, JsonObject } from '../world/json';

const string = { type: 'string' };
const number = { type: 'number', gt: 0 };
const flag = (value: boolean) => ({ type: 'boolean', default: value });
const strings = (element: JsonObject = string, preset: Json | undefined = []) => ({
  type: 'array',
  elements: element,
  ...(preset !== undefined && { default: preset }),
});

function record(fields: Readonly<Record<string, JsonObject>>): JsonObject {
  return { type: 'record', required: true, fields: list(fields) };
}

function list(fields: Readonly<Record<string, JsonObject>>): JsonObject[] {
  return Object.entries(fields).map(([name, definition]) => ({ [name]: definition }));
}

const pair = { type: 'string', match: '^[^:]+:.*$' };
const secretPair = { ...pair, referenceable: true };
const parts = (element: JsonObject) => ({
  body: strings(element),
  headers: strings(element),
  querystring: strings(element),
});

const transformer = {
  http_method: { type: 'string', match: '^[A-Z]+$' },
  remove: record(parts(string)),
  rename: record(parts(pair)),
  replace: record({ ...parts(pair), uri: string }),
  add: record(parts(pair)),
  append: record(parts(pair)),
};

const advancedTransformer = {
  http_method: { type: 'string', match: '^[A-Z]+$' },
  remove: record(parts(string)),
  rename: record(parts(secretPair)),
  replace: record({ ...parts(secretPair), uri: string, json_types: strings() }),
  add: record({ ...parts(secretPair), json_types: strings() }),
  append: record({ ...parts(secretPair), json_types: strings() }),
  allow: record({ body: strings(string, undefined) }),
  dots_in_keys: flag(true),
};

const configs: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> = {
  'request-transformer': transformer,
  'request-transformer-advanced': advancedTransformer,
  'correlation-id': {
    header_name: { type: 'string', default: 'Kong-Request-ID' },
    generator: {
      type: 'string',
      default: 'uuid#counter',
      one_of: ['uuid', 'uuid#counter', 'tracker'],
    },
    echo_downstream: flag(false),
  },
  'key-auth': {
    key_names: { ...strings(string, ['apikey']), required: true },
    hide_credentials: flag(false),
    anonymous: string,
    key_in_header: flag(true),
    key_in_query: flag(true),
    key_in_body: flag(false),
    run_on_preflight: flag(true),
    realm: string,
  },
  'request-termination': {
    status_code: { type: 'integer', default: 503, between: [100, 599] },
    message: string,
    content_type: string,
    body: string,
    echo: flag(false),
    trigger: string,
  },
  prometheus: {
    per_consumer: flag(false),
    status_code_metrics: flag(false),
    latency_metrics: flag(false),
    bandwidth_metrics: flag(false),
    upstream_health_metrics: flag(false),
    ai_metrics: flag(false),
    wasm_metrics: flag(false),
  },
  'rate-limiting': {
    ...Object.fromEntries(
      ['second', 'minute', 'hour', 'day', 'month', 'year'].map((unit) => [unit, number]),
    ),
    limit_by: {
      type: 'string',
      default: 'consumer',
      one_of: ['consumer', 'credential', 'ip', 'service', 'header', 'path', 'consumer-group'],
    },
    header_name: string,
    path: string,
    policy: { type: 'string', default: 'local', one_of: ['local', 'cluster', 'redis'] },
    fault_tolerant: flag(true),
    hide_client_headers: flag(false),
    error_code: { type: 'number', default: 429, gt: 0 },
    error_message: { type: 'string', default: 'API rate limit exceeded' },
    sync_rate: { type: 'number', default: -1 },
  },
};

/** The fields of a bundled plugin, in the form of `schemas/plugins/{name}`; without `config` fields when unknown. */
export function bundledFields(name: string): Json {
  const config = Object.hasOwn(configs, name) ? configs[name] : undefined;
  return [
    {
      protocols: {
        type: 'set',
        required: true,
        elements: string,
        default: ['grpc', 'grpcs', 'http', 'https'],
      },
    },
    { config: config ? record(config) : { type: 'record', required: true, fields: [] } },
  ];
}

/** Whether the demo knows what the plugin's config may hold. */
export function isDescribed(name: string): boolean {
  return Object.hasOwn(configs, name);
}
