// Transit gateways of six kinds: how a network is joined to what the customer runs.

import { equalityOperators, type Filters, filtered, stringOperators } from '../http/filters';
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
import { readBody } from '../http/shape';
import {
  restartResources,
  startTransitGateway,
  terminateTransitGateway,
} from '../life/attachmentLife';
import type { Network, TransitGateway } from '../world/entities';
import { isObject, type JsonObject } from '../world/json';
import type { World } from '../world/world';
import { checkReady, isStable } from './attachments';
import { networkOf } from './networks';
import { type Creation, checkBlocks, cidrKinds, creation, patchFor } from './transitGatewayShapes';

const states = [
  'created',
  'initializing',
  'pending-acceptance',
  'pending-user-action',
  'ready',
  'terminating',
  'terminated',
  'error',
] as const;

const filters: Filters<TransitGateway> = {
  name: { read: ({ name }) => name, operators: stringOperators },
  state: { read: ({ state }) => state, operators: equalityOperators, bare: true, choices: states },
};

export function transitGatewayOperations(world: World): readonly Operation[] {
  const path = '/v2/cloud-gateways/networks/{networkId}/transit-gateways';
  const one = `${path}/{transitGatewayId}`;
  const home = 'global';
  const read = (call: Call) => ok(gatewayAnswer(gatewayOf(world, call)));
  const list = (call: Call) => {
    const { id } = networkOf(world, call);
    const here = world.transitGateways.where(({ network_id }) => network_id === id);
    return ok(numberedPage(filtered(here, call.query, filters), call, gatewayAnswer));
  };
  return [
    { id: 'list-transit-gateways', method: 'GET', path, home, handle: list },
    {
      id: 'create-transit-gateway',
      method: 'POST',
      path,
      home,
      handle: (call) => create(world, call),
    },
    { id: 'get-transit-gateway', method: 'GET', path: one, home, handle: read },
    {
      id: 'update-transit-gateway',
      method: 'PATCH',
      path: one,
      home,
      handle: (call) => update(world, call),
    },
    {
      id: 'delete-transit-gateway',
      method: 'DELETE',
      path: one,
      home,
      handle: (call) => remove(world, call),
    },
  ];
}

function gatewayAnswer({ network_id: _network, ...gateway }: TransitGateway): JsonObject {
  const { dns_config, cidr_blocks, state_metadata, ...rest } = gateway;
  return {
    ...rest,
    dns_config: [...dns_config],
    ...(cidr_blocks && { cidr_blocks: [...cidr_blocks] }),
    ...(state_metadata && { state_metadata: { ...state_metadata } }),
  };
}

function gatewayOf(world: World, call: Call): TransitGateway {
  const network = networkOf(world, call);
  const gateway = world.transitGateways.get(param(call, 'transitGatewayId'));
  if (gateway?.network_id !== network.id) throw notFound();
  return gateway;
}

function create(world: World, call: Call): Answer {
  const network = networkOf(world, call);
  const wish = readBody(creation, call.body);
  const { kind } = wish.transit_gateway_attachment_config;
  checkReady(world, network, kind, 'transit_gateway_attachment_config.kind');
  checkCidrs(world, network, wish, kind);
  const here = world.transitGateways.where(({ network_id }) => network_id === network.id);
  if (here.some(({ name }) => name === wish.name)) {
    throw conflict(`Transit gateway with name '${wish.name}' already exists for this network.`);
  }
  const now = world.timestamp();
  const gateway = world.transitGateways.put({
    id: world.ids.uuid(),
    network_id: network.id,
    name: wish.name,
    state: 'initializing',
    ...(cidrKinds.has(kind) && { cidr_blocks: wish.cidr_blocks ?? [] }),
    dns_config: (wish.dns_config ?? []) as readonly JsonObject[],
    transit_gateway_attachment_config: withResourceStates(wish.transit_gateway_attachment_config),
    entity_version: 1,
    created_at: now,
    updated_at: now,
  });
  startTransitGateway(world, gateway.id);
  return created(gatewayAnswer(gateway));
}

function checkCidrs(world: World, network: Network, { cidr_blocks }: Creation, kind: string): void {
  if (!cidrKinds.has(kind)) return;
  if (!cidr_blocks) throw impossible('cidr_blocks', 'cidr_blocks is a required field', 'required');
  checkBlocks(world, network, cidr_blocks);
}

/** Each resource that an AWS endpoint leads to has a state of its own. */
function withResourceStates(
  config: Creation['transit_gateway_attachment_config'],
): JsonObject & { kind: string } {
  if (config.kind !== 'aws-resource-endpoint-attachment')
    return { ...config } as JsonObject & { kind: string };
  const resources = config.resource_config ?? [];
  return {
    ...config,
    resource_config: resources.map((one) => ({ ...one, state: 'initializing' })),
  };
}

function update(world: World, call: Call): Answer {
  const gateway = gatewayOf(world, call);
  const { kind } = gateway.transit_gateway_attachment_config;
  const shape = patchFor(kind);
  if (!shape)
    throw impossible('transit_gateway_attachment_config.kind', `'${kind}' cannot be updated`);
  const wish = readBody(shape, call.body);
  if (!isStable(gateway.state))
    throw notNow(`Transit gateway cannot be updated while '${gateway.state}'.`);
  const changes = wish.cidr_blocks
    ? { cidr_blocks: wish.cidr_blocks }
    : resourceChange(gateway, wish);
  if (wish.cidr_blocks) checkBlocks(world, networkOf(world, call), wish.cidr_blocks, gateway.id);
  const next = world.transitGateways.put({
    ...gateway,
    ...changes,
    entity_version: gateway.entity_version + 1,
    updated_at: world.timestamp(),
  });
  if (!wish.cidr_blocks) restartResources(world, gateway.id);
  return ok(gatewayAnswer(next));
}

function resourceChange(
  { transit_gateway_attachment_config: config }: TransitGateway,
  {
    transit_gateway_attachment_config: wish,
  }: { readonly transit_gateway_attachment_config?: JsonObject },
): Pick<TransitGateway, 'transit_gateway_attachment_config'> {
  const wanted = wish?.resource_config;
  const before = Array.isArray(config.resource_config) ? config.resource_config : [];
  const resource_config = (Array.isArray(wanted) ? wanted : []).filter(isObject).map((one) => {
    const known = before
      .filter(isObject)
      .find((old) => old.resource_config_id === one.resource_config_id);
    const same = known?.domain_name === one.domain_name;
    return { ...one, state: same ? (known?.state ?? 'initializing') : 'initializing' };
  });
  return { transit_gateway_attachment_config: { ...config, resource_config } };
}

function remove(world: World, call: Call): Answer {
  const { id, state } = gatewayOf(world, call);
  if (!isStable(state))
    throw notNow(`Transit gateway cannot be deleted while its state is '${state}'.`);
  terminateTransitGateway(world, id);
  return noContent;
}
