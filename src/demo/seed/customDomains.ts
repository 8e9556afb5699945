// A custom domain in every state, one of them a zone apex.

import type { CustomDomain, StateMetadata } from '../world/entities';
import { uuidOf } from '../world/ids';
import type { World } from '../world/world';
import { controlPlaneId } from './controlPlanes';

interface Row {
  readonly domain: string;
  readonly controlPlane: string;
  readonly geo: string;
  readonly state: string;
  readonly cname?: boolean;
  readonly ssl?: boolean;
  readonly metadata?: StateMetadata;
}

const rows: readonly Row[] = [
  {
    domain: 'api.tidewater.example',
    controlPlane: 'booking-prod',
    geo: 'us',
    state: 'ready',
    cname: true,
    ssl: true,
  },
  {
    domain: 'fares.tidewater.example',
    controlPlane: 'booking-prod',
    geo: 'us',
    state: 'initializing',
    cname: true,
  },
  {
    domain: 'tickets.tidewater.example',
    controlPlane: 'booking-prod',
    geo: 'us',
    state: 'error',
    cname: true,
    metadata: {
      reported_status: 'INVALID',
      reason:
        "CNAME points to '_acme-challenge.cf032d53cb.gateways.konggateway.com.' instead of '_acme-challenge.cf032d53cb.acme.gateways.konggateway.com.'",
    },
  },
  { domain: 'tidewater.example', controlPlane: 'booking-prod', geo: 'us', state: 'initializing' },
  {
    domain: 'old-api.tidewater.example',
    controlPlane: 'booking-prod',
    geo: 'us',
    state: 'terminating',
  },
  {
    domain: 'staging-api.tidewater.example',
    controlPlane: 'booking-staging',
    geo: 'us',
    state: 'created',
  },
  {
    domain: 'pay.tidewater.example',
    controlPlane: 'payments',
    geo: 'eu',
    state: 'ready',
    cname: true,
    ssl: true,
  },
  {
    domain: 'tides.tidewater.example',
    controlPlane: 'harbour-sensors',
    geo: 'au',
    state: 'ready',
    cname: true,
    ssl: true,
  },
  {
    domain: 'buoys.tidewater.example',
    controlPlane: 'harbour-sensors',
    geo: 'au',
    state: 'terminated',
  },
];

export function seedCustomDomains(world: World): void {
  for (const [index, row] of rows.entries()) world.customDomains.put(domainOf(row, index));
}

function domainOf(row: Row, index: number): CustomDomain {
  const created = new Date(Date.UTC(2025, index, 11 + index, 10, 2 * index, 31)).toISOString();
  const ready = row.state === 'ready';
  return {
    id: uuidOf(`custom-domain/${row.domain}`),
    control_plane_id: controlPlaneId(row.controlPlane),
    control_plane_geo: row.geo,
    domain: row.domain,
    kind: 'dedicated.v0',
    certificate_id: ready ? uuidOf(`certificate/${row.domain}`) : null,
    sni_id: ready ? uuidOf(`sni/${row.domain}`) : null,
    state: row.state,
    ...(row.metadata && { state_metadata: row.metadata }),
    online: {
      cname: row.cname ? 'verified' : 'unverified',
      ssl: row.ssl ? 'verified' : 'unverified',
    },
    entity_version: ready ? 3 : 2,
    created_at: created,
    updated_at: created,
  };
}
