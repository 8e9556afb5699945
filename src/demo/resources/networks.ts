// Networks: made in a provider account, started when asked or when a configuration first uses them, deleted when unused.

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
import { list, object, oneOf, readBody, text, uuid } from '../http/shape';
import { startNetwork, terminateNetwork } from '../life/networkLife';
import type { Network } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { configurationAnswer } from './configurationAnswer';
import { checkNetworkPlace } from './networkPlace';
import { spendNetwork } from './quotaLimits';

const name = text({ min: 1, max: 120 });
const creation = object(
  {
    name,
    cloud_gateway_provider_account_id: uuid,
    region: text({ min: 1 }),
    availability_zones: list(text({ min: 1 }), { min: 1 }),
    cidr_block: text(),
  },
  { state: oneOf('initializing', 'offline') },
);
const change = object({}, { name });

const filters: Filters<Network> = {
  name: { read: (network) => network.name, operators: stringOperators },
  state: { read: ({ state }) => state, operators: equalityOperators },
};

export function networkAnswer(world: World, network: Network): JsonObject {
  const { provider_metadata, availability_zones, state_metadata, ...rest } = network;
  return {
    ...rest,
    availability_zones: [...availability_zones],
    provider_metadata: {
      ...(provider_metadata.vpc_id !== undefined && { vpc_id: provider_metadata.vpc_id }),
      ...(provider_metadata.subnet_ids && { subnet_ids: [...provider_metadata.subnet_ids] }),
    },
    ...(state_metadata && { state_metadata: { ...state_metadata } }),
    transit_gateway_count: world.transitGateways.where((item) => item.network_id === network.id)
      .length,
    configuration_reference_count: configurationsOf(world, network.id).length,
  };
}

function configurationsOf(world: World, networkId: string) {
  return world.configurations.where(({ wishes, groups }) =>
    [...wishes, ...groups].some((group) => group.cloud_gateway_network_id === networkId),
  );
}

/** The network of a path under `/networks/{networkId}`. */
export function networkOf(world: World, call: Call): Network {
  const network = world.networks.get(param(call, 'networkId'));
  if (!network) throw notFound();
  return network;
}

export function networkOperations(world: World): readonly Operation[] {
  const path = '/v2/cloud-gateways/networks';
  const one = `${path}/{networkId}`;
  const home = 'global';
  return [
    { id: 'list-networks', method: 'GET', path, home, handle: (call) => listed(world, call) },
    { id: 'create-network', method: 'POST', path, home, handle: (call) => create(world, call) },
    {
      id: 'get-network',
      method: 'GET',
      path: one,
      home,
      handle: (call) => ok(networkAnswer(world, networkOf(world, call))),
    },
    {
      id: 'update-network',
      method: 'PATCH',
      path: one,
      home,
      handle: (call) => rename(world, call),
    },
    {
      id: 'delete-network',
      method: 'DELETE',
      path: one,
      home,
      handle: (call) => remove(world, call),
    },
    {
      id: 'list-network-configurations',
      method: 'GET',
      path: `${one}/configuration-references`,
      home,
      handle: (call) =>
        ok(
          numberedPage(
            configurationsOf(world, networkOf(world, call).id),
            call,
            configurationAnswer,
          ),
        ),
    },
  ];
}

function listed(world: World, call: Call): Answer {
  const chosen = filtered(world.networks.all(), call.query, filters);
  return ok(numberedPage(chosen, call, (network) => networkAnswer(world, network)));
}

function refuseTakenName(world: World, wanted: string, self?: string): void {
  const holder = world.networks.find((network) => network.name === wanted);
  if (holder && holder.id !== self) throw conflict(`Network with name '${wanted}' already exists.`);
}

function create(world: World, { body }: Call): Answer {
  const wish = readBody(creation, body);
  const account = world.providerAccounts.get(wish.cloud_gateway_provider_account_id);
  if (!account) {
    const field = 'cloud_gateway_provider_account_id';
    throw impossible(field, `${field} does not exist`, 'missing_reference');
  }
  checkNetworkPlace(account.provider, wish);
  refuseTakenName(world, wish.name);
  const state = wish.state ?? 'initializing';
  if (state === 'initializing') spendNetwork(world);
  const now = world.timestamp();
  const network = world.networks.put({
    id: world.ids.uuid(),
    name: wish.name,
    default: false,
    cloud_gateway_provider_account_id: account.id,
    region: wish.region,
    availability_zones: wish.availability_zones,
    cidr_block: wish.cidr_block,
    state: state === 'offline' ? 'offline' : 'created',
    provider_metadata: {},
    entity_version: 1,
    created_at: now,
    updated_at: now,
  });
  if (state === 'initializing') startNetwork(world, network.id);
  return created(networkAnswer(world, world.networks.get(network.id) ?? network));
}

function rename(world: World, call: Call): Answer {
  const network = networkOf(world, call);
  const wish = readBody(change, call.body);
  if (wish.name === undefined || wish.name === network.name)
    return ok(networkAnswer(world, network));
  refuseTakenName(world, wish.name, network.id);
  const next = {
    ...network,
    name: wish.name,
    entity_version: network.entity_version + 1,
    updated_at: world.timestamp(),
  };
  return ok(networkAnswer(world, world.networks.put(next)));
}

function remove(world: World, call: Call): Answer {
  const network = networkOf(world, call);
  const configurations = configurationsOf(world, network.id).length;
  if (configurations > 0)
    throw notNow(`Network is referenced by ${configurations} configuration(s).`);
  const attached = (item: { readonly network_id: string }) => item.network_id === network.id;
  if (world.transitGateways.find(attached)) throw notNow('Network has transit gateways attached.');
  if (world.privateDns.find(attached)) throw notNow('Network has private DNS attached.');
  const moving = ['created', 'initializing', 'terminating'].includes(network.state);
  if (moving && network.state_metadata?.reported_status === undefined) {
    throw notNow(`Network cannot be deleted while its state is '${network.state}'.`);
  }
  terminateNetwork(world, network.id);
  return noContent;
}
