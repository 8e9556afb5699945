// What runs where: autopilot in two regions, static, private only, a failed group, and one with its own hostnames.

import { groupAddresses } from '../life/groupAddresses';
import type {
  Autoscale,
  Configuration,
  Group,
  GroupWish,
  Provider,
  StateMetadata,
} from '../world/entities';
import { uuidOf } from '../world/ids';
import type { World } from '../world/world';
import { controlPlaneId } from './controlPlanes';
import { networkId } from './networks';

interface Place {
  readonly provider: Provider;
  readonly region: string;
  readonly network: string;
  readonly autoscale: Autoscale;
  readonly environment?: Readonly<Record<string, string>>;
  readonly state?: string;
  readonly metadata?: StateMetadata;
  readonly hostnames?: readonly string[];
}

interface Row {
  readonly controlPlane: string;
  readonly geo: string;
  readonly version: string;
  readonly access: string;
  readonly places: readonly Place[];
}

const autopilot = (base_rps: number): Autoscale => ({ kind: 'autopilot', base_rps });
const ohio = { provider: 'aws', region: 'us-east-2', network: 'us-east-2-prod' } as const;
const tokyo = { provider: 'aws', region: 'ap-northeast-1', network: 'tokyo-prod' } as const;

const rows: readonly Row[] = [
  {
    controlPlane: 'booking-prod',
    geo: 'us',
    version: '3.14',
    access: 'private+public',
    places: [
      {
        ...ohio,
        autoscale: autopilot(500),
        environment: { KONG_LOG_LEVEL: 'notice', KONG_UNTRUSTED_LUA: 'lax' },
      },
      {
        ...tokyo,
        autoscale: autopilot(250),
        environment: { KONG_LOG_LEVEL: 'notice', KONG_UNTRUSTED_LUA: 'lax' },
      },
    ],
  },
  {
    controlPlane: 'booking-staging',
    geo: 'us',
    version: '3.15',
    access: 'public',
    places: [
      {
        ...ohio,
        autoscale: autopilot(50),
        environment: { KONG_LOG_LEVEL: 'debug' },
        hostnames: ['9cb1c8dbab.aws-us-east-2.edge.gateways.konggateway.com'],
      },
    ],
  },
  {
    controlPlane: 'fleet-telemetry',
    geo: 'us',
    version: '3.14',
    access: 'private+public',
    places: [
      {
        provider: 'aws',
        region: 'us-west-2',
        network: 'oregon-telemetry',
        autoscale: autopilot(100),
        state: 'initializing',
      },
      {
        provider: 'aws',
        region: 'ap-south-1',
        network: 'mumbai-lab',
        autoscale: autopilot(100),
        state: 'initializing',
        metadata: {
          reported_status: 'ERROR',
          reason:
            'Dataplane group could not be deployed due to insufficient cloud provider compute instances.',
        },
      },
    ],
  },
  {
    controlPlane: 'partners-private',
    geo: 'eu',
    version: '3.13',
    access: 'private',
    places: [
      {
        provider: 'aws',
        region: 'eu-west-1',
        network: 'dublin-private',
        autoscale: { kind: 'static', instance_type: 'small', requested_instances: 2 },
      },
    ],
  },
  {
    controlPlane: 'payments',
    geo: 'eu',
    version: '3.14',
    access: 'private+public',
    places: [
      {
        provider: 'azure',
        region: 'westeurope',
        network: 'netherlands-payments',
        autoscale: autopilot(150),
      },
      { ...ohio, autoscale: autopilot(50), state: 'terminating' },
    ],
  },
  {
    controlPlane: 'harbour-sensors',
    geo: 'au',
    version: '3.10',
    access: 'public',
    places: [
      {
        provider: 'gcp',
        region: 'australia-southeast1',
        network: 'sydney-sensors',
        autoscale: autopilot(30),
        environment: { OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=harbour' },
      },
    ],
  },
];

export function groupId(controlPlane: string, region: string): string {
  return uuidOf(`group/${controlPlane}/${region}`);
}

export function seedConfigurations(world: World): void {
  for (const [index, row] of rows.entries()) {
    const created = new Date(Date.UTC(2024, 4 + 3 * index, 14, 9, 5, 12)).toISOString();
    const updated = new Date(Date.UTC(2026, 5, 2 + index, 16, 44, 3)).toISOString();
    const groups = row.places.map((place) => groupOf(world, row, place, created, updated));
    const configuration: Configuration = {
      id: uuidOf(`configuration/${row.controlPlane}`),
      control_plane_id: controlPlaneId(row.controlPlane),
      control_plane_geo: row.geo,
      kind: 'dedicated.v0',
      version: row.version,
      api_access: row.access,
      wishes: row.places.filter(({ state }) => state !== 'terminating').map(wishOf),
      groups,
      entity_version: 3 + index,
      created_at: created,
      updated_at: updated,
    };
    world.configurations.put(configuration);
  }
}

function wishOf({ provider, region, network, autoscale, environment }: Place): GroupWish {
  return {
    provider,
    region,
    cloud_gateway_network_id: networkId(network),
    autoscale,
    ...(environment && {
      environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
    }),
  };
}

function groupOf(
  world: World,
  row: Row,
  place: Place,
  created_at: string,
  updated_at: string,
): Group {
  const id = groupId(row.controlPlane, place.region);
  const state = place.state ?? 'ready';
  const wish = { ...wishOf(place), id };
  const network = world.networks.get(networkId(place.network));
  return {
    ...wish,
    state,
    ...(place.metadata && { state_metadata: place.metadata }),
    ...(state === 'ready' && groupAddresses(network, wish)),
    ...(place.hostnames && { hostnames: place.hostnames }),
    created_at,
    updated_at,
  };
}
