// The kinds of core entity that the demo keeps: what each may hold, its defaults, and what it points at.

import { impossible } from '../http/refusal';
import {
  anyObject,
  boolean,
  integer,
  list,
  nullable,
  object,
  oneOf,
  type Shape,
  text,
} from '../http/shape';
import type { CoreEntity } from '../world/entities';
import { isObject, type JsonObject } from '../world/json';
import type { World } from '../world/world';

export interface CoreKind {
  /** As in its path: `services`. */
  readonly kind: string;
  /** As in its operationIds: `list-service`. */
  readonly entity: string;
  /** As its path parameter is called. */
  readonly parameter: string;
  readonly shape: Shape<JsonObject>;
  readonly defaults: JsonObject;
  /** By which it is found where an id is expected. */
  readonly name?: string;
  readonly unique: readonly string[];
  readonly references: Readonly<Record<string, string>>;
  readonly filterable?: boolean;
  /** In none of the API descriptions. */
  readonly undescribed?: boolean;
  /** Completes and checks what is about to be stored. */
  readonly prepare?: (world: World, controlPlaneId: string, entity: CoreEntity) => CoreEntity;
  /** Refuses a deletion, or does what follows from it. */
  readonly release?: (world: World, controlPlaneId: string, entity: CoreEntity) => void;
}

const name = nullable(text({ min: 1, max: 128, pattern: /^[0-9a-zA-Z.\-_~]*$/ }));
const tags = nullable(list(text({ min: 1, max: 128 })));
const reference = nullable(object({ id: text({ min: 1 }) }));
const flag = nullable(boolean);
const words = nullable(list(text({ min: 1 })));
const protocol = oneOf(
  'grpc',
  'grpcs',
  'http',
  'https',
  'tcp',
  'tls',
  'tls_passthrough',
  'udp',
  'ws',
  'wss',
);
const milliseconds = nullable(integer({ min: 1, max: 2147483646 }));

/** Every entity may carry these; the times are overwritten. */
const common = {
  id: nullable(text({ min: 1 })),
  tags,
  created_at: nullable(integer()),
  updated_at: nullable(integer()),
};

export function coreShape(
  required: Readonly<Record<string, Shape<unknown>>>,
  optional: Readonly<Record<string, Shape<unknown>>>,
): Shape<JsonObject> {
  return object(required, { ...common, ...optional }) as Shape<JsonObject>;
}

export const serviceKind: CoreKind = {
  kind: 'services',
  entity: 'service',
  parameter: 'ServiceId',
  name: 'name',
  unique: ['name'],
  references: {},
  filterable: true,
  shape: coreShape(
    { host: text({ min: 1 }) },
    {
      name,
      ca_certificates: words,
      client_certificate: reference,
      connect_timeout: milliseconds,
      read_timeout: milliseconds,
      write_timeout: milliseconds,
      enabled: flag,
      path: nullable(text({ min: 1, pattern: /^\// })),
      port: nullable(integer({ min: 0, max: 65535 })),
      protocol: nullable(protocol),
      retries: nullable(integer({ min: 0, max: 32767 })),
      tls_sans: nullable(anyObject),
      tls_verify: flag,
      tls_verify_depth: nullable(integer({ min: 0, max: 64 })),
    },
  ),
  defaults: {
    name: null,
    path: null,
    tags: null,
    connect_timeout: 60000,
    read_timeout: 60000,
    write_timeout: 60000,
    enabled: true,
    port: 80,
    protocol: 'http',
    retries: 5,
  },
};

export const routeKind: CoreKind = {
  kind: 'routes',
  entity: 'route',
  parameter: 'RouteId',
  name: 'name',
  unique: ['name'],
  references: { service: 'services' },
  filterable: true,
  shape: coreShape(
    {},
    {
      name,
      service: reference,
      hosts: words,
      paths: nullable(list(text({ min: 1, pattern: /^(\/|~\/)/ }))),
      methods: nullable(list(text({ pattern: /^[A-Z]+$/ }))),
      headers: nullable(anyObject),
      snis: words,
      sources: nullable(list(anyObject)),
      destinations: nullable(list(anyObject)),
      expression: nullable(text({ min: 1 })),
      priority: nullable(integer({ min: 0 })),
      protocols: nullable(list(protocol, { min: 1 })),
      https_redirect_status_code: nullable(integer()),
      path_handling: nullable(oneOf('v0', 'v1')),
      preserve_host: flag,
      regex_priority: nullable(integer()),
      request_buffering: flag,
      response_buffering: flag,
      strip_path: flag,
    },
  ),
  defaults: {
    name: null,
    service: null,
    hosts: null,
    paths: null,
    methods: null,
    headers: null,
    tags: null,
    protocols: ['http', 'https'],
    https_redirect_status_code: 426,
    path_handling: 'v0',
    preserve_host: false,
    regex_priority: 0,
    request_buffering: true,
    response_buffering: true,
    strip_path: true,
  },
};

export const consumerKind: CoreKind = {
  kind: 'consumers',
  entity: 'consumer',
  parameter: 'ConsumerId',
  name: 'username',
  unique: ['username', 'custom_id'],
  references: {},
  filterable: true,
  shape: coreShape(
    {},
    { username: nullable(text({ min: 1 })), custom_id: nullable(text({ min: 1 })) },
  ),
  defaults: { username: null, custom_id: null, tags: null },
};

export const consumerGroupKind: CoreKind = {
  kind: 'consumer_groups',
  entity: 'consumer_group',
  parameter: 'ConsumerGroupId',
  name: 'name',
  unique: ['name'],
  references: {},
  shape: coreShape({ name: text({ min: 1 }) }, {}),
  defaults: { tags: null },
};

/** The fields that say where a plugin instance applies, with the kinds that they point at. */
export const scopes = {
  service: 'services',
  route: 'routes',
  consumer: 'consumers',
  consumer_group: 'consumer_groups',
} as const;

export const pluginShape = coreShape(
  { name: text({ min: 1 }) },
  {
    service: reference,
    route: reference,
    consumer: reference,
    consumer_group: reference,
    config: nullable(anyObject),
    condition: nullable(text({ max: 1024 })),
    enabled: flag,
    instance_name: nullable(text({ min: 1 })),
    ordering: nullable(anyObject),
    partials: nullable(list(anyObject)),
    protocols: nullable(list(protocol)),
  },
);

export const vaultKind: CoreKind = {
  kind: 'vaults',
  entity: 'vault',
  parameter: 'VaultId',
  name: 'prefix',
  unique: ['prefix'],
  references: {},
  shape: coreShape(
    { name: text({ min: 1 }), prefix: text({ min: 1, pattern: /^[a-z][a-z0-9-]*[a-z0-9]$/ }) },
    { config: nullable(anyObject), description: nullable(text()) },
  ),
  defaults: { config: {}, description: null, tags: null },
  prepare: (world, controlPlaneId, entity) => {
    const store = isObject(entity.config) ? entity.config.config_store_id : undefined;
    if (
      entity.name === 'konnect' &&
      world.configStores.get(String(store))?.control_plane_id !== controlPlaneId
    ) {
      throw impossible(
        'config.config_store_id',
        `config store '${String(store ?? '')}' does not exist`,
      );
    }
    return entity;
  },
};
