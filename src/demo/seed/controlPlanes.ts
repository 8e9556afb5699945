// Control planes: gateways in four geos, one without anything in it, and kinds that are no dedicated cloud gateways.

import { hexOf, uuidOf } from '../world/ids';
import type { World } from '../world/world';

interface Row {
  readonly geo: string;
  readonly name: string;
  readonly description: string;
  readonly created: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly prefix?: string;
  readonly type?: string;
  readonly cloudGateway?: boolean;
  readonly proxyHost?: string;
}

const rows: readonly Row[] = [
  {
    geo: 'us',
    name: 'booking-prod',
    description: 'Bookings, fares and timetables for customers and partners',
    created: '2024-03-04T09:12:44.000Z',
    labels: { env: 'prod', team: 'bookings' },
    prefix: 'cf032d53cb',
    proxyHost: 'api.tidewater.example',
  },
  {
    geo: 'us',
    name: 'booking-staging',
    description: 'Tomorrow’s bookings',
    created: '2024-03-04T09:31:02.000Z',
    labels: { env: 'staging', team: 'bookings' },
    prefix: '9cb1c8dbab',
  },
  {
    geo: 'us',
    name: 'fleet-telemetry',
    description: 'Positions and engine data from the ships',
    created: '2025-11-18T16:40:20.000Z',
    labels: { env: 'prod', team: 'fleet' },
    prefix: 'a41e07c9d2',
  },
  {
    geo: 'us',
    name: 'office-apps',
    description: 'Self-hosted gateways in the head office',
    created: '2023-05-09T07:00:00.000Z',
    labels: { team: 'it' },
    cloudGateway: false,
  },
  {
    geo: 'us',
    name: 'ticket-kiosks',
    description: 'Ingress of the kiosk cluster',
    created: '2023-10-22T12:20:09.000Z',
    type: 'CLUSTER_TYPE_K8S_INGRESS_CONTROLLER',
    cloudGateway: false,
  },
  {
    geo: 'eu',
    name: 'partners-private',
    description: 'Tour operators, reachable over private links only',
    created: '2024-09-16T10:05:37.000Z',
    labels: { env: 'prod', team: 'partners' },
    prefix: '5b7f20e6aa',
  },
  {
    geo: 'eu',
    name: 'payments',
    description: 'Card payments and refunds',
    created: '2025-02-03T13:48:55.000Z',
    labels: { env: 'prod', team: 'payments', pci: 'yes' },
    proxyHost: 'd8830f4e19.gateways.konghq.com',
    prefix: 'd8830f4e19',
  },
  {
    geo: 'eu',
    name: 'newsletter',
    description: 'Serverless gateway of the marketing site',
    created: '2025-06-27T15:11:41.000Z',
    type: 'CLUSTER_TYPE_SERVERLESS',
    cloudGateway: false,
  },
  {
    geo: 'au',
    name: 'harbour-sensors',
    description: 'Tide gauges and berth sensors',
    created: '2025-08-08T02:30:00.000Z',
    labels: { env: 'prod', team: 'fleet' },
    prefix: '20c6b1f7e3',
  },
  {
    geo: 'in',
    name: 'sandbox',
    description: 'Nothing here yet',
    created: '2026-07-30T05:55:12.000Z',
    labels: { env: 'dev' },
    prefix: '71e9a3c05d',
  },
];

export const seededControlPlanes = rows.length;

export function controlPlaneId(name: string): string {
  return uuidOf(`control-plane/${name}`);
}

export function seedControlPlanes(world: World): void {
  for (const row of rows) {
    world.controlPlanes.put({
      id: controlPlaneId(row.name),
      geo: row.geo,
      name: row.name,
      description: row.description,
      labels: row.labels ?? {},
      cluster_type: row.type ?? 'CLUSTER_TYPE_CONTROL_PLANE',
      auth_type: 'pinned_client_certs',
      cloud_gateway: row.cloudGateway ?? true,
      proxy_urls:
        row.proxyHost === undefined ? [] : [{ host: row.proxyHost, port: 443, protocol: 'https' }],
      prefix: row.prefix ?? hexOf(row.name, 10),
      created_at: row.created,
      updated_at: row.created,
    });
  }
}
