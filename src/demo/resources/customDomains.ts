// Custom domains: registered for a control plane, verified over DNS, never changed, only deleted.

import { equalityOperators, type Filters, filtered, geos, stringOperators } from '../http/filters';
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
import { conflict, impossible, notFound, notNow } from '../http/refusal';
import { domainName, object, oneOf, readBody, uuid } from '../http/shape';
import { startDomain, terminateDomain } from '../life/domainLife';
import type { CustomDomain } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';

const creation = object(
  { control_plane_id: uuid, control_plane_geo: oneOf(...geos), domain: domainName },
  { kind: oneOf('dedicated.v0', 'serverless.v1') },
);
const states = ['created', 'initializing', 'ready', 'terminating', 'terminated', 'error'] as const;

const filters: Filters<CustomDomain> = {
  control_plane_id: { read: (item) => item.control_plane_id, operators: equalityOperators },
  control_plane_geo: {
    read: (item) => item.control_plane_geo,
    operators: equalityOperators,
    bare: true,
    choices: geos,
  },
  domain: { read: ({ domain }) => domain, operators: stringOperators },
  state: { read: ({ state }) => state, operators: equalityOperators, bare: true, choices: states },
};

export function customDomainOperations(world: World): readonly Operation[] {
  const path = '/v2/cloud-gateways/custom-domains';
  const one = `${path}/{customDomainId}`;
  const home = 'global';
  const read = (call: Call) => ok(domainAnswer(domainOf(world, call)));
  const online = (call: Call) => ok({ ...domainOf(world, call).online });
  const list = (call: Call) => {
    const chosen = filtered(world.customDomains.all(), call.query, filters);
    return ok(numberedPage(chosen, call, domainAnswer));
  };
  return [
    { id: 'list-custom-domains', method: 'GET', path, home, handle: list },
    {
      id: 'create-custom-domains',
      method: 'POST',
      path,
      home,
      handle: (call) => create(world, call),
    },
    { id: 'get-custom-domain', method: 'GET', path: one, home, handle: read },
    {
      id: 'delete-custom-domain',
      method: 'DELETE',
      path: one,
      home,
      handle: (call) => remove(world, call),
    },
    {
      id: 'get-custom-domain-online-status',
      method: 'GET',
      path: `${one}/online-status`,
      home,
      handle: online,
    },
  ];
}

function domainAnswer({ online: _online, state_metadata, ...rest }: CustomDomain): JsonObject {
  return { ...rest, state_metadata: { ...state_metadata } };
}

function domainOf(world: World, call: Call): CustomDomain {
  const domain = world.customDomains.get(param(call, 'customDomainId'));
  if (!domain) throw notFound();
  return domain;
}

function create(world: World, { body }: Call): Answer {
  const wish = readBody(creation, body);
  const plane = world.controlPlanes.get(wish.control_plane_id);
  if (plane?.geo !== wish.control_plane_geo)
    throw notFound('The requested control plane was not found.');
  const kind = wish.kind ?? 'dedicated.v0';
  if (kind === 'dedicated.v0' && !plane.cloud_gateway) {
    throw impossible('control_plane_id', 'control plane does not support cloud gateways');
  }
  const domain = wish.domain.toLowerCase();
  if (world.customDomains.find((item) => item.domain === domain)) {
    throw conflict(`Custom domain '${domain}' is already in use.`);
  }
  const now = world.timestamp();
  const made = world.customDomains.put({
    id: world.ids.uuid(),
    control_plane_id: plane.id,
    control_plane_geo: plane.geo,
    domain,
    kind,
    certificate_id: null,
    sni_id: null,
    state: 'created',
    online: { cname: 'unverified', ssl: 'unverified' },
    entity_version: 1,
    created_at: now,
    updated_at: now,
  });
  startDomain(world, made.id);
  return created(domainAnswer(made));
}

function remove(world: World, call: Call): Answer {
  const { id, state, state_metadata } = domainOf(world, call);
  const moving = ['created', 'initializing', 'terminating'].includes(state);
  if (moving && state_metadata?.reported_status === undefined) {
    throw notNow(`Custom domain cannot be deleted while its state is '${state}'.`);
  }
  terminateDomain(world, id);
  return noContent;
}
