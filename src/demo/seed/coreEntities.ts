// Services, routes, consumers, plugins in every scope and custom plugins, put in as a user would: through the API's own rules.

import { storeSeed } from '../resources/coreSeeding';
import { uuidOf } from '../world/ids';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { controlPlaneId } from './controlPlanes';
import { weatherStoreId } from './extras';
import {
  requestSignerHandler,
  requestSignerSchema,
  tideHeaderHandler,
  tideHeaderSchema,
} from './pluginSources';

type Row = readonly [kind: string, name: string, body: JsonObject];

const at = (name: string) => ({ id: uuidOf(name) });

function service(name: string, host: string, path: string | null = null): Row {
  return [
    'services',
    name,
    { name, host, protocol: 'https', port: 443, path, tags: ['tidewater'] },
  ];
}

function route(plane: string, name: string, owner: string, paths: readonly string[]): Row {
  return [
    'routes',
    name,
    { name, paths, protocols: ['https'], service: at(`${plane}/services/${owner}`) },
  ];
}

const secret = 'Authorization:Bearer demo-not-a-real-secret';

const rows: Readonly<Record<string, readonly Row[]>> = {
  'booking-prod': [
    service('bookings', 'bookings.internal.tidewater.example', '/v3'),
    service('timetables', 'timetables.internal.tidewater.example'),
    service('fares', 'fares.internal.tidewater.example'),
    service('weather', 'api.weather.example', '/forecast'),
    route('booking-prod', 'bookings', 'bookings', ['/bookings']),
    route('booking-prod', 'bookings-admin', 'bookings', ['/admin/bookings']),
    route('booking-prod', 'timetables', 'timetables', ['/timetables', '/departures']),
    route('booking-prod', 'fares', 'fares', ['/fares']),
    route('booking-prod', 'weather', 'weather', ['/weather']),
    [
      'consumers',
      'mobile-app',
      { username: 'mobile-app', custom_id: 'app-1', tags: ['first-party'] },
    ],
    ['consumers', 'tour-operator', { username: 'tour-operator', tags: ['partner'] }],
    ['consumer_groups', 'partners', { name: 'partners' }],
    [
      'custom-plugins',
      'tide-headers',
      { name: 'tide-headers', handler: tideHeaderHandler, schema: tideHeaderSchema },
    ],
    [
      'custom-plugins',
      'request-signer',
      {
        name: 'request-signer',
        handler: requestSignerHandler,
        schema: requestSignerSchema,
        tags: ['security'],
      },
    ],
    [
      'vaults',
      'weather',
      {
        name: 'konnect',
        prefix: 'weather',
        config: { config_store_id: weatherStoreId },
        description: 'Backend secrets',
      },
    ],
    ['plugins', 'prometheus', { name: 'prometheus', config: { per_consumer: true } }],
    [
      'plugins',
      'correlation-id',
      { name: 'correlation-id', config: { header_name: 'X-Request-Id' } },
    ],
    [
      'plugins',
      'tide-headers',
      {
        name: 'tide-headers',
        instance_name: 'tide-headers-timetables',
        config: { header: 'X-Tide', station: 'harbour-3' },
        service: at('booking-prod/services/timetables'),
      },
    ],
    [
      'plugins',
      'request-signer',
      {
        name: 'request-signer',
        config: { key_id: 'booking-2026' },
        route: at('booking-prod/routes/bookings-admin'),
      },
    ],
    [
      'plugins',
      'weather-secret',
      {
        name: 'request-transformer',
        instance_name: 'weather-backend-secret',
        config: { replace: { headers: [secret] }, add: { headers: [secret] } },
        service: at('booking-prod/services/weather'),
      },
    ],
    [
      'plugins',
      'rate-limiting-fares',
      {
        name: 'rate-limiting',
        config: { minute: 600, policy: 'local' },
        route: at('booking-prod/routes/fares'),
      },
    ],
    [
      'plugins',
      'rate-limiting-partner',
      {
        name: 'rate-limiting',
        config: { minute: 60, policy: 'local' },
        consumer: at('booking-prod/consumers/tour-operator'),
      },
    ],
    [
      'plugins',
      'termination-partners',
      {
        name: 'request-termination',
        enabled: false,
        config: { status_code: 503, message: 'Partner access is paused' },
        consumer_group: at('booking-prod/consumer_groups/partners'),
        service: at('booking-prod/services/bookings'),
      },
    ],
  ],
  'booking-staging': [
    service('bookings', 'bookings.staging.tidewater.example', '/v3'),
    service('timetables', 'timetables.staging.tidewater.example'),
    route('booking-staging', 'bookings', 'bookings', ['/bookings']),
    [
      'custom-plugins',
      'tide-headers',
      { name: 'tide-headers', handler: tideHeaderHandler, schema: tideHeaderSchema },
    ],
    [
      'plugins',
      'cors',
      { name: 'cors', config: { origins: ['https://staging.tidewater.example'] } },
    ],
  ],
  'partners-private': [
    service('inventory', 'inventory.internal.tidewater.example'),
    route('partners-private', 'inventory', 'inventory', ['/inventory']),
    [
      'custom-plugins',
      'request-signer',
      { name: 'request-signer', handler: requestSignerHandler, schema: requestSignerSchema },
    ],
    [
      'plugins',
      'request-signer',
      {
        name: 'request-signer',
        config: { key_id: 'partners-2025' },
        service: at('partners-private/services/inventory'),
      },
    ],
  ],
  payments: [
    service('card-payments', 'cards.internal.tidewater.example'),
    service('refunds', 'refunds.internal.tidewater.example'),
    route('payments', 'card-payments', 'card-payments', ['/payments']),
    route('payments', 'refunds', 'refunds', ['/refunds']),
    ['plugins', 'key-auth', { name: 'key-auth', config: { key_names: ['apikey'] } }],
    [
      'plugins',
      'aws-lambda',
      {
        name: 'aws-lambda',
        config: { function_name: 'refund-check', aws_region: 'us-east-2' },
        route: at('payments/routes/refunds'),
      },
    ],
  ],
  'harbour-sensors': [
    service('tide-gauges', 'gauges.internal.tidewater.example'),
    route('harbour-sensors', 'tide-gauges', 'tide-gauges', ['/tides']),
    ['plugins', 'proxy-cache', { name: 'proxy-cache', config: { strategy: 'memory' } }],
  ],
  'office-apps': [service('intranet', 'intranet.tidewater.example')],
};

export function seedCoreEntities(world: World): void {
  for (const [plane, entities] of Object.entries(rows)) {
    const start =
      Date.parse(world.controlPlanes.get(controlPlaneId(plane))?.created_at ?? '') / 1000;
    for (const [index, [kind, name, body]] of entities.entries()) {
      const entity = { ...body, ...at(`${plane}/${kind}/${name}`) };
      storeSeed(
        world,
        controlPlaneId(plane),
        kind,
        entity,
        Math.floor(start + (index + 1) * 86_400),
      );
    }
  }
}
