// Add-ons: the managed cache of a control plane, which can grow and never shrinks.

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
import { byKind, object, oneOf, type Read, readBody, type Shape, text, uuid } from '../http/shape';
import { settleAddOn, terminateAddOn } from '../life/addOnLife';
import type { AddOn, AddOnOwner } from '../world/entities';
import { canonical } from '../world/json';
import type { World } from '../world/world';
import { addOnAnswer } from './addOnAnswer';
import { availableTiers, tiers } from './addOnTiers';
import { spendCache } from './quotaLimits';

/** Its fault is told by the last part of its path. */
const ownerId: Shape<string> = (value, field, report) =>
  uuid(value, field, (problem) =>
    report({ ...problem, reason: problem.reason.replace(/^.*\.(?=\w+ )/, '') }),
  );
const geo = oneOf(...geos);
const capacity_config = byKind({
  tiered: object({ kind: oneOf('tiered'), tier: oneOf(...tiers) }),
});
const config = byKind({
  'managed-cache.v0': object({ kind: oneOf('managed-cache.v0'), capacity_config }),
});
const owner = byKind({
  'control-plane': object({
    kind: oneOf('control-plane'),
    control_plane_id: ownerId,
    control_plane_geo: geo,
  }),
  'control-plane-group': object({
    kind: oneOf('control-plane-group'),
    control_plane_group_id: ownerId,
    control_plane_group_geo: geo,
  }),
});
export const addOnCreation = object({ name: text({ min: 1, max: 70 }), owner, config });
const change = object({ config });

const of = (kind: AddOnOwner['kind'], field: 'id' | 'geo') => (item: AddOn) =>
  item.owner.kind === kind ? item.owner[field] : undefined;
const choice = { operators: equalityOperators, bare: true } as const;
const filters: Filters<AddOn> = {
  name: { read: ({ name }) => name, operators: stringOperators },
  state: {
    read: ({ state }) => state,
    ...choice,
    choices: ['initializing', 'ready', 'terminating'],
  },
  'config.kind': { read: () => 'managed-cache.v0', ...choice, choices: ['managed-cache.v0'] },
  'owner.control_plane_id': {
    read: of('control-plane', 'id'),
    operators: equalityOperators,
    uuid: true,
  },
  'owner.control_plane_geo': { read: of('control-plane', 'geo'), ...choice, choices: geos },
  'owner.control_plane_group_id': {
    read: of('control-plane-group', 'id'),
    operators: equalityOperators,
    uuid: true,
  },
  'owner.control_plane_group_geo': {
    read: of('control-plane-group', 'geo'),
    ...choice,
    choices: geos,
  },
};

export function addOnOperations(world: World): readonly Operation[] {
  const path = '/v2/cloud-gateways/add-ons';
  const one = `${path}/{addOnId}`;
  const home = 'global';
  const read = (call: Call) => ok(addOnAnswer(world, addOnOf(world, call)));
  const list = (call: Call) => {
    const chosen = filtered(world.addOns.all(), call.query, filters);
    return ok(numberedPage(chosen, call, (addOn) => addOnAnswer(world, addOn)));
  };
  return [
    { id: 'create-add-on', method: 'POST', path, home, handle: (call) => create(world, call) },
    { id: 'list-add-ons', method: 'GET', path, home, handle: list },
    { id: 'get-add-on', method: 'GET', path: one, home, handle: read },
    {
      id: 'update-add-on',
      method: 'PATCH',
      path: one,
      home,
      handle: (call) => update(world, call),
    },
    {
      id: 'delete-add-on',
      method: 'DELETE',
      path: one,
      home,
      handle: (call) => remove(world, call),
    },
  ];
}

function addOnOf(world: World, call: Call): AddOn {
  const addOn = world.addOns.get(param(call, 'addOnId'));
  if (!addOn) throw notFound('The requested resource was not found.');
  return addOn;
}

function ownerOf(given: Read<typeof owner>): AddOnOwner {
  return given.kind === 'control-plane'
    ? { kind: given.kind, id: given.control_plane_id, geo: given.control_plane_geo }
    : { kind: given.kind, id: given.control_plane_group_id, geo: given.control_plane_group_geo };
}

function create(world: World, { body }: Call): Answer {
  const wish = readBody(addOnCreation, body);
  const holder = ownerOf(wish.owner);
  checkOwner(world, holder);
  const { tier } = wish.config.capacity_config;
  if (!availableTiers(world).includes(tier)) {
    throw impossible('config.capacity_config.tier', `Cache tier '${tier}' is not available.`);
  }
  if (world.addOns.find(({ name }) => name === wish.name)) {
    throw conflict("Add on property 'name' must be unique per org.");
  }
  spendCache(world);
  const now = world.timestamp();
  const addOn = world.addOns.put({
    id: world.ids.uuid(),
    name: wish.name,
    owner: holder,
    tier,
    cache_config_id: world.ids.uuid(),
    state: 'initializing',
    entity_version: 1,
    created_at: now,
    updated_at: now,
  });
  settleAddOn(world, addOn.id);
  return created(addOnAnswer(world, addOn));
}

function checkOwner(world: World, { kind, id, geo: home }: AddOnOwner): void {
  const plane = world.controlPlanes.get(id);
  const isGroup = plane?.cluster_type === 'CLUSTER_TYPE_CONTROL_PLANE_GROUP';
  const what = kind === 'control-plane' ? 'Control plane' : 'Control plane group';
  if (plane?.geo !== home || isGroup !== (kind === 'control-plane-group')) {
    throw notFound(`Invalid owner: ${what} '${id}' not found in geo '${home}'`);
  }
  if (world.addOns.find((addOn) => addOn.owner.id === id)) {
    const field =
      kind === 'control-plane' ? 'owner.control_plane_id' : 'owner.control_plane_group_id';
    const only = `Only one add-on of a kind is allowed per ${what.toLowerCase()}.`;
    throw impossible(
      field,
      `${what} '${id}' already has an add-on of kind 'managed-cache.v0'. ${only}`,
    );
  }
  const groups = world.configurations.find((item) => item.control_plane_id === id)?.groups ?? [];
  const unsupported = groups.find(({ provider }) => provider === 'gcp');
  if (!unsupported) return;
  throw impossible(
    'owner',
    `Data plane group with ID '${unsupported.id}' has unsupported provider 'gcp'. Provider is not supported for managed cache add-ons.`,
  );
}

function update(world: World, call: Call): Answer {
  const addOn = addOnOf(world, call);
  const { tier } = readBody(change, call.body).config.capacity_config;
  const field = 'config.capacity_config.tier';
  if (tier === addOn.tier) throw impossible(field, 'Proposed tier is identical to existing tier.');
  const available = availableTiers(world);
  if (!available.includes(tier)) {
    const advice = 'Please contact support or sales to select larger sizes.';
    throw impossible(
      field,
      `Cache tier '${tier}' is not available. Available tiers: ${available.join(', ')}. ${advice}`,
    );
  }
  const order: readonly string[] = tiers;
  if (order.indexOf(tier) < order.indexOf(addOn.tier))
    throw impossible(field, 'Cache tier downgrade is not supported.');
  if (addOn.state !== 'ready')
    throw notNow(`Add-on cannot be updated while its state is '${addOn.state}'.`);
  const next = world.addOns.put({
    ...addOn,
    tier,
    state: 'initializing',
    entity_version: addOn.entity_version + 1,
    updated_at: world.timestamp(),
  });
  settleAddOn(world, next.id);
  return ok(addOnAnswer(world, next));
}

function remove(world: World, call: Call): Answer {
  const addOn = addOnOf(world, call);
  const linked = linkedPlugins(world, addOn);
  if (linked > 0) {
    throw notNow(
      `Managed cache add-on has ${linked} linked plugin(s) that must be removed before deletion. Cache config ID: '${addOn.cache_config_id}'.`,
    );
  }
  if (addOn.state === 'terminating')
    throw notNow("Add-on cannot be deleted while its state is 'terminating'.");
  terminateAddOn(world, addOn.id);
  return noContent;
}

/** Plugins of the owner that reach the cache through its partial or its variables. */
function linkedPlugins(world: World, { owner: { id }, cache_config_id }: AddOn): number {
  const uses = /vault:\/\/env\/addon[-_]managed[-_]cache/i;
  return world
    .core(id)
    .of('plugins')
    .where(({ config: given, partials }) => {
      const text = canonical({ config: given, partials });
      return text.includes(cache_config_id) || uses.test(text);
    }).length;
}
