// Private DNS of five kinds: hosted zones of the customer's cloud, and resolvers that ask the customer's servers.

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
import { byKind, domainName, list, map, object, oneOf, readBody, text } from '../http/shape';
import { startPrivateDns, terminatePrivateDns } from '../life/attachmentLife';
import type { PrivateDns } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';
import { checkReady } from './attachments';
import { networkOf } from './networks';

const word = text({ min: 1 });
const address = text({ pattern: /^(\d{1,3}\.){3}\d{1,3}$/ });
const dns_config = map(
  object({ remote_dns_server_ip_addresses: list(address, { min: 1 }) }),
  domainName,
);

const resolvers = {
  'aws-outbound-resolver': object({ kind: oneOf('aws-outbound-resolver'), dns_config }),
  'azure-outbound-resolver': object({ kind: oneOf('azure-outbound-resolver'), dns_config }),
};
const config = byKind({
  ...resolvers,
  'aws-private-hosted-zone-attachment': object({
    kind: oneOf('aws-private-hosted-zone-attachment'),
    hosted_zone_id: text({ pattern: /^Z[A-Z0-9]+$/ }),
  }),
  'gcp-private-hosted-zone-attachment': object({
    kind: oneOf('gcp-private-hosted-zone-attachment'),
    domain_name: domainName,
    peer_project_id: word,
    peer_vpc_name: word,
  }),
  'azure-private-hosted-zone-attachment': object({
    kind: oneOf('azure-private-hosted-zone-attachment'),
    domain_name: domainName,
    peer_tenant_id: word,
    peer_subscription_id: word,
    peer_resource_group_id: word,
    peer_vnet_link_name: word,
  }),
});
const name = text({ min: 1, max: 120 });
export const privateDnsCreation = object({ name, private_dns_attachment_config: config });
const change = object({}, { name, private_dns_attachment_config: byKind(resolvers) });

const states = [
  'created',
  'initializing',
  'pending-association',
  'ready',
  'error',
  'terminating',
  'terminated',
] as const;
const filters: Filters<PrivateDns> = {
  name: { read: (item) => item.name, operators: stringOperators },
  state: { read: ({ state }) => state, operators: equalityOperators, bare: true, choices: states },
};

export function privateDnsOperations(world: World): readonly Operation[] {
  const path = '/v2/cloud-gateways/networks/{networkId}/private-dns';
  const one = `${path}/{privateDnsId}`;
  const home = 'global';
  const read = (call: Call) => ok(dnsAnswer(dnsOf(world, call)));
  const listed = (call: Call) => {
    const { id } = networkOf(world, call);
    const here = world.privateDns.where(({ network_id }) => network_id === id);
    return ok(numberedPage(filtered(here, call.query, filters), call, dnsAnswer));
  };
  return [
    { id: 'list-private-dns', method: 'GET', path, home, handle: listed },
    { id: 'create-private-dns', method: 'POST', path, home, handle: (call) => create(world, call) },
    { id: 'get-private-dns', method: 'GET', path: one, home, handle: read },
    {
      id: 'update-private-dns',
      method: 'PATCH',
      path: one,
      home,
      handle: (call) => update(world, call),
    },
    {
      id: 'delete-private-dns',
      method: 'DELETE',
      path: one,
      home,
      handle: (call) => remove(world, call),
    },
  ];
}

function dnsAnswer({ network_id: _network, state_metadata, ...rest }: PrivateDns): JsonObject {
  return { ...rest, state_metadata: { ...state_metadata } };
}

function dnsOf(world: World, call: Call): PrivateDns {
  const network = networkOf(world, call);
  const dns = world.privateDns.get(param(call, 'privateDnsId'));
  if (dns?.network_id !== network.id) throw notFound();
  return dns;
}

function refuseTakenName(world: World, networkId: string, wanted: string, self?: string): void {
  const holder = world.privateDns.find(
    (item) => item.network_id === networkId && item.name === wanted,
  );
  if (holder && holder.id !== self)
    throw conflict(`Private DNS with name '${wanted}' already exists for this network.`);
}

function create(world: World, call: Call): Answer {
  const network = networkOf(world, call);
  const wish = readBody(privateDnsCreation, call.body);
  const attachment = wish.private_dns_attachment_config as JsonObject & { kind: string };
  checkReady(world, network, attachment.kind, 'private_dns_attachment_config.kind');
  refuseTakenName(world, network.id, wish.name);
  const now = world.timestamp();
  const dns = world.privateDns.put({
    id: world.ids.uuid(),
    network_id: network.id,
    name: wish.name,
    state: 'initializing',
    private_dns_attachment_config: attachment,
    entity_version: 1,
    created_at: now,
    updated_at: now,
  });
  startPrivateDns(world, dns.id, attachment.kind);
  return created(dnsAnswer(dns));
}

function update(world: World, call: Call): Answer {
  const dns = dnsOf(world, call);
  const { kind } = dns.private_dns_attachment_config;
  if (!Object.hasOwn(resolvers, kind))
    throw impossible('private_dns_attachment_config.kind', `'${kind}' cannot be updated`);
  const wish = readBody(change, call.body);
  if (wish.name !== undefined) refuseTakenName(world, dns.network_id, wish.name, dns.id);
  const attachment = wish.private_dns_attachment_config as
    | (JsonObject & { kind: string })
    | undefined;
  if (attachment && attachment.kind !== kind) {
    throw impossible(
      'private_dns_attachment_config.kind',
      'private_dns_attachment_config.kind cannot be changed',
    );
  }
  const next = {
    ...dns,
    ...(wish.name !== undefined && { name: wish.name }),
    ...(attachment && { private_dns_attachment_config: attachment }),
    entity_version: dns.entity_version + 1,
    updated_at: world.timestamp(),
  };
  return ok(dnsAnswer(world.privateDns.put(next)));
}

function remove(world: World, call: Call): Answer {
  const { id, state } = dnsOf(world, call);
  if (state !== 'ready' && state !== 'error') {
    throw notNow(`Private DNS cannot be deleted while its state is '${state}'.`);
  }
  terminatePrivateDns(world, id);
  return noContent;
}
