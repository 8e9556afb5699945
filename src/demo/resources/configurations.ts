// The configuration of a gateway: one PUT describes all of it, and what the PUT leaves out is taken down.

import { equalityOperators, type Filters, filtered, geos } from '../http/filters';
import { type Answer, type Call, type Operation, ok, param } from '../http/operation';
import { numberedPage } from '../http/paging';
import { conflict, impossible, notFound } from '../http/refusal';
import {
  byKind,
  integer,
  list,
  object,
  oneOf,
  type Read,
  readBody,
  text,
  uuid,
} from '../http/shape';
import { applyConfiguration, type ConfigurationWish } from '../life/configurationLife';
import type { Configuration, GroupWish } from '../world/entities';
import { canonical, type Json } from '../world/json';
import type { World } from '../world/world';
import { configurationAnswer } from './configurationAnswer';
import { checkDedicated } from './configurationChecks';
import { spendGroups } from './quotaLimits';

const autoscale = byKind({
  autopilot: object(
    { kind: oneOf('autopilot'), base_rps: integer({ min: 1 }) },
    { max_rps: integer({ min: 1 }) },
  ),
  static: object({
    kind: oneOf('static'),
    instance_type: oneOf('small', 'medium', 'large'),
    requested_instances: integer({ min: 1 }),
  }),
});
const variable = object({
  name: text({ min: 6, max: 120, pattern: /^(KONG|OTEL)_[a-zA-Z_]+[a-zA-Z0-9_]*/ }),
  value: text({ min: 1, max: 2048 }),
});
const group = object(
  { provider: oneOf('aws', 'azure', 'gcp'), region: text({ min: 1 }) },
  { cloud_gateway_network_id: uuid, autoscale, environment: list(variable) },
);
export const configurationBody = object(
  { control_plane_id: uuid, control_plane_geo: oneOf(...geos), dataplane_groups: list(group) },
  {
    version: text({ min: 1 }),
    kind: oneOf('dedicated.v0', 'serverless.v1'),
    api_access: oneOf('private', 'public', 'private+public'),
  },
);

const filters: Filters<Configuration> = {
  control_plane_id: { read: (item) => item.control_plane_id, operators: equalityOperators },
  control_plane_geo: {
    read: (item) => item.control_plane_geo,
    operators: equalityOperators,
    bare: true,
    choices: geos,
  },
};

export function configurationOperations(world: World): readonly Operation[] {
  const path = '/v2/cloud-gateways/configurations';
  const home = 'global';
  const list = (call: Call) => {
    const chosen = filtered(world.configurations.all(), call.query, filters);
    return ok(numberedPage(chosen, call, configurationAnswer));
  };
  const read = (call: Call) => {
    const configuration = world.configurations.get(param(call, 'configurationId'));
    if (!configuration) throw notFound();
    return ok(configurationAnswer(configuration));
  };
  return [
    { id: 'list-configurations', method: 'GET', path, home, handle: list },
    {
      id: 'create-configuration',
      method: 'PUT',
      path,
      home,
      handle: (call) => replace(world, call),
    },
    {
      id: 'get-configuration',
      method: 'GET',
      path: `${path}/{configurationId}`,
      home,
      handle: read,
    },
  ];
}

function replace(world: World, { body }: Call): Answer {
  const wish = wishOf(readBody(configurationBody, body));
  const plane = world.controlPlanes.get(wish.control_plane_id);
  if (plane?.geo !== wish.control_plane_geo)
    throw notFound('The requested control plane was not found.');
  if (wish.kind === 'dedicated.v0') {
    if (!plane.cloud_gateway) {
      throw impossible('control_plane_id', 'control plane does not support cloud gateways');
    }
    checkDedicated(world, wish);
  }
  const current = world.configurations.find(
    (item) =>
      item.control_plane_id === wish.control_plane_id &&
      item.control_plane_geo === wish.control_plane_geo,
  );
  if (current && comparable(current) === comparable(wish)) {
    throw conflict(
      'Proposed cloud gateway configuration and current cloud gateway configuration are identical.',
    );
  }
  refuseInTransition(current);
  spendGroups(world, current, wish.wishes);
  return ok(configurationAnswer(applyConfiguration(world, current, wish)));
}

function wishOf(body: Read<typeof configurationBody>): ConfigurationWish {
  const kind = body.kind ?? 'dedicated.v0';
  const dedicated = kind === 'dedicated.v0';
  return {
    control_plane_id: body.control_plane_id,
    control_plane_geo: body.control_plane_geo,
    kind,
    ...(dedicated && body.version !== undefined && { version: body.version }),
    // Leaving it out means the default, whatever was set before.
    api_access: body.api_access ?? 'private+public',
    wishes: body.dataplane_groups.map((item) => groupWish(item, dedicated)),
  };
}

function groupWish(item: Read<typeof group>, dedicated: boolean): GroupWish {
  const { provider, region, cloud_gateway_network_id, autoscale: scale, environment } = item;
  const place = { provider, region, ...(environment && { environment }) };
  if (!dedicated) return place;
  return {
    ...place,
    ...(cloud_gateway_network_id !== undefined && { cloud_gateway_network_id }),
    ...(scale && {
      autoscale:
        scale.kind === 'autopilot' ? { kind: scale.kind, base_rps: scale.base_rps } : scale,
    }),
  };
}

/** The order of groups and of variables means nothing. */
function comparable({ kind, version, api_access, wishes }: ConfigurationWish): string {
  const groups = wishes.map((wish) => {
    const environment = (wish.environment ?? []).map((one) => canonical({ ...one })).sort();
    return canonical({ ...wish, environment } as unknown as Json);
  });
  return canonical({ kind, version, api_access, groups: groups.sort() });
}

/** Groups that failed do not count: they will not settle by themselves. */
function refuseInTransition(current: Configuration | undefined): void {
  const moving = (current?.groups ?? []).filter(
    ({ state, state_metadata }) =>
      state !== 'ready' && state_metadata?.reported_status === undefined,
  );
  if (moving.length === 0) return;
  throw impossible(
    'dataplane_groups',
    'Data-plane groups in the previous configuration are not yet provisioned. Please try again later.',
  );
}
