// Control planes: each lives in one geo, and a name is taken once per geo.

import { equalityOperators, type Filters, filtered } from '../http/filters';
import {
  type Answer,
  type Call,
  created,
  noContent,
  type Operation,
  ok,
  param,
} from '../http/operation';
import { numberedPage } from '../http/paging';
import { conflict, invalid, notFound, notNow, Refusal } from '../http/refusal';
import {
  boolean,
  integer,
  isUuid,
  list,
  map,
  object,
  oneOf,
  type Read,
  type Report,
  readBody,
  type Shape,
  text,
} from '../http/shape';
import type { ControlPlane } from '../world/entities';
import { hexOf } from '../world/ids';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';

const clusterTypes = [
  'CLUSTER_TYPE_CONTROL_PLANE',
  'CLUSTER_TYPE_K8S_INGRESS_CONTROLLER',
  'CLUSTER_TYPE_CONTROL_PLANE_GROUP',
  'CLUSTER_TYPE_SERVERLESS',
  'CLUSTER_TYPE_KAFKA_NATIVE_EVENT_PROXY',
  'CLUSTER_TYPE_SERVERLESS_V1',
] as const;

const proxyUrl = object({
  host: text({ min: 1, max: 120 }),
  port: integer({ min: 1 }),
  protocol: text({ min: 1, max: 32 }),
});

const labelKey: Shape<string> = (value, field, report: Report) => {
  const key = text({ min: 1, max: 63 })(value, field, report);
  if (key === undefined || !/^(kong|konnect|mesh|kic|_)/.test(key)) return key;
  report({
    field,
    rule: 'is_label',
    reason: `${field} must not start with kong, konnect, mesh, kic or _`,
  });
  return key;
};
const labelValue = text({
  min: 1,
  max: 63,
  pattern: /^[a-z0-9A-Z]{1}([a-z0-9A-Z\-._]*[a-z0-9A-Z]+)?$/,
});

const changeable = {
  description: text({ max: 2048 }),
  auth_type: oneOf('pinned_client_certs', 'pki_client_certs'),
  proxy_urls: list(proxyUrl, { max: 5 }),
  labels: map(labelValue, labelKey),
};
const name = text({ min: 2, max: 256 });
const creation = object(
  { name },
  { ...changeable, cluster_type: oneOf(...clusterTypes), cloud_gateway: boolean },
);
const change = object({}, { name, ...changeable });

const filters: Filters<ControlPlane> = {
  id: { read: ({ id }) => id, operators: ['eq', 'oeq'] },
  name: { read: (plane) => plane.name, operators: ['eq', 'neq', 'contains'] },
  cluster_type: { read: (plane) => plane.cluster_type, operators: equalityOperators },
  cloud_gateway: {
    read: (plane) => String(plane.cloud_gateway),
    operators: ['eq'],
    bare: true,
    choices: ['true', 'false'],
  },
};

export function controlPlaneAnswer(plane: ControlPlane): JsonObject {
  const {
    geo,
    prefix,
    cluster_type,
    auth_type,
    cloud_gateway,
    proxy_urls,
    created_at,
    updated_at,
    ...rest
  } = plane;
  return {
    ...rest,
    labels: { ...rest.labels },
    config: {
      control_plane_endpoint: `https://${prefix}.${geo}.cp0.konghq.com`,
      telemetry_endpoint: `https://${prefix}.${geo}.tp0.konghq.com`,
      cluster_type,
      auth_type,
      cloud_gateway,
      proxy_urls: proxy_urls.map((url) => ({ ...url })),
    },
    created_at,
    updated_at,
  };
}

/** The control plane of a regional path. */
export function controlPlaneOf(world: World, call: Call): ControlPlane {
  const id = param(call, 'controlPlaneId');
  if (!isUuid(id)) {
    throw invalid([{ field: 'id', rule: 'is_uuid', reason: 'invalid ID format', source: 'path' }]);
  }
  const plane = world.controlPlanes.get(id);
  if (plane?.geo !== call.geo) throw notFound('The requested control plane was not found.');
  return plane;
}

export function controlPlaneOperations(world: World): readonly Operation[] {
  const path = '/v2/control-planes';
  const one = `${path}/{controlPlaneId}`;
  const home = 'regional';
  const read = (call: Call) => ok(controlPlaneAnswer(controlPlaneOf(world, call)));
  return [
    { id: 'list-control-planes', method: 'GET', path, home, handle: (call) => listed(world, call) },
    {
      id: 'create-control-plane',
      method: 'POST',
      path,
      home,
      handle: (call) => create(world, call),
    },
    { id: 'get-control-plane', method: 'GET', path: one, home, handle: read },
    {
      id: 'update-control-plane',
      method: 'PATCH',
      path: one,
      home,
      handle: (call) => update(world, call),
    },
    {
      id: 'delete-control-plane',
      method: 'DELETE',
      path: one,
      home,
      handle: (call) => remove(world, call),
    },
  ];
}

function listed(world: World, call: Call): Answer {
  const here = world.controlPlanes.where(({ geo }) => geo === call.geo);
  const chosen = filtered(here, call.query, filters).filter(labelled(call.query.get('labels')));
  return ok(numberedPage(sorted(chosen, call.query.get('sort')), call, controlPlaneAnswer));
}

/** `key:value,otherKey`: all of them must hold; a key without a value must exist. */
function labelled(wanted: string | null): (plane: ControlPlane) => boolean {
  const pairs = (wanted ?? '').split(',').filter((pair) => pair !== '');
  return ({ labels }) =>
    pairs.every((pair) => {
      const [key = '', value] = pair.split(':');
      const actual = Object.hasOwn(labels, key) ? labels[key] : undefined;
      return value === undefined ? actual !== undefined : actual === value;
    });
}

function sorted(planes: readonly ControlPlane[], order: string | null): readonly ControlPlane[] {
  if (order === null || order === '') return planes;
  const [, attribute, direction] = /^(\w+)(?: (asc|desc))?$/.exec(order) ?? [];
  if (attribute !== 'created_at') {
    const reason = 'sort must be one of the following values: created_at';
    throw invalid([
      { field: 'sort', rule: 'enum', choices: ['created_at'], reason, source: 'query' },
    ]);
  }
  const sign = direction === 'desc' ? -1 : 1;
  return [...planes].sort((a, b) => sign * (Date.parse(a.created_at) - Date.parse(b.created_at)));
}

function create(world: World, { geo, body }: Call): Answer {
  const wish = readBody(creation, body);
  refuseTakenName(world, geo, wish.name);
  if (world.controlPlanes.all().length >= world.mostControlPlanes) throw tooMany();
  const now = world.timestamp();
  const id = world.ids.uuid();
  const plane = world.controlPlanes.put({
    id,
    geo,
    name: wish.name,
    description: wish.description ?? '',
    labels: wish.labels ?? {},
    cluster_type: wish.cluster_type ?? 'CLUSTER_TYPE_CONTROL_PLANE',
    auth_type: wish.auth_type ?? 'pinned_client_certs',
    cloud_gateway: wish.cloud_gateway ?? false,
    proxy_urls: wish.proxy_urls ?? [],
    prefix: hexOf(id, 10),
    created_at: now,
    updated_at: now,
  });
  return created(controlPlaneAnswer(plane));
}

/** Reaching the number of control planes is a 400 here, not a 403. */
function tooMany(): Refusal {
  const detail =
    'Cannot create an additional control plane because usage limits have been reached.';
  return new Refusal(400, detail, {
    invalid: [{ field: 'object', reason: 'usage limits reached' }],
  });
}

function refuseTakenName(world: World, geo: string, wanted: string, self?: string): void {
  const holder = world.controlPlanes.find((plane) => plane.geo === geo && plane.name === wanted);
  if (holder && holder.id !== self)
    throw conflict('Control Plane with provided name already exists.');
}

function update(world: World, call: Call): Answer {
  const plane = controlPlaneOf(world, call);
  const wish: Read<typeof change> = readBody(change, call.body);
  if (wish.name !== undefined) refuseTakenName(world, plane.geo, wish.name, plane.id);
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  const next: ControlPlane = { ...plane, ...given, updated_at: world.timestamp() };
  return ok(controlPlaneAnswer(world.controlPlanes.put(next)));
}

function remove(world: World, call: Call): Answer {
  const { id } = controlPlaneOf(world, call);
  const user = userOf(world, id);
  // What Konnect does here is not documented; the demo keeps people from losing sight of running data planes.
  if (user) throw notNow(`control plane is still used by ${user}`);
  for (const { id: configuration } of world.configurations.where(
    (item) => item.control_plane_id === id,
  )) {
    world.configurations.remove(configuration);
  }
  world.controlPlanes.remove(id);
  world.forget(id);
  return noContent;
}

function userOf(world: World, id: string): string | undefined {
  const configuration = world.configurations.find((item) => item.control_plane_id === id);
  if (configuration && configuration.groups.length > 0)
    return `configuration '${configuration.id}'`;
  const domain = world.customDomains.find((item) => item.control_plane_id === id);
  if (domain) return `custom domain '${domain.domain}'`;
  const addOn = world.addOns.find((item) => item.owner.id === id);
  return addOn && `add-on '${addOn.name}'`;
}
