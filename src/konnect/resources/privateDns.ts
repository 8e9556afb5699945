// Private DNS of a network, in five kinds: hosted zones and outbound resolvers (cloud-gateways v2).
import * as z from 'zod/mini';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import { listOf, number, open, type Shape, stateMetadata, text, vocabulary } from '../shape';
import { Endpoint } from './endpoint';
import { cloudGateways, inNetwork } from './place';
import {
  type PrivateDnsCreate,
  type PrivateDnsUpdate,
  privateDnsCreateSchema,
  privateDnsUpdateSchema,
} from './privateDnsBody';
import { checkedBody } from './write';

const states = vocabulary('private DNS.state', [
  'created',
  'initializing',
  'pending-association',
  'ready',
  'error',
  'terminating',
  'terminated',
]);
const kinds = vocabulary('private DNS.kind', [
  'aws-private-hosted-zone-attachment',
  'aws-outbound-resolver',
  'gcp-private-hosted-zone-attachment',
  'azure-private-hosted-zone-attachment',
  'azure-outbound-resolver',
]);

/** One type for all kinds: which properties are there depends on `kind`. */
const attachment = z.looseObject({
  kind: open(kinds),
  hosted_zone_id: text,
  /** By domain: a map here, a list in transit gateways. */
  dns_config: z.nullish(
    z.record(z.string(), z.looseObject({ remote_dns_server_ip_addresses: listOf(z.string()) })),
  ),
  domain_name: text,
  peer_project_id: text,
  peer_vpc_name: text,
  peer_tenant_id: text,
  peer_subscription_id: text,
  peer_resource_group_id: text,
  peer_vnet_link_name: text,
});

const schema = z.looseObject({
  id: z.string(),
  name: z.string(),
  private_dns_attachment_config: attachment,
  state: open(states),
  state_metadata: stateMetadata,
  entity_version: number,
  created_at: text,
  updated_at: text,
});

export type PrivateDns = z.infer<typeof schema>;

const shape: Shape<PrivateDns> = {
  name: 'private DNS',
  schema,
  words: ({ state, private_dns_attachment_config: { kind } }) => [
    [states, state],
    [kinds, kind],
  ],
};

export interface PrivateDnsFilter extends Cancellable {
  readonly name?: string;
  readonly state?: string;
}

const definition = {
  path: `${cloudGateways}/networks/{networkId}/private-dns`,
  item: 'privateDnsId',
  shape,
  roles: { read: 'Networks: Network Viewer', write: 'Networks: Network Admin' },
  paging: numbered,
};

export class PrivateDnsAttachments {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(networkId: string, filter: PrivateDnsFilter = {}): AsyncGenerator<PrivateDns> {
    const query = { 'filter[name][eq]': filter.name, 'filter[state][eq]': filter.state };
    return this.#at(networkId).list(query, filter);
  }

  get(networkId: string, id: string, options: Cancellable = {}): Promise<PrivateDns> {
    return this.#at(networkId).get(id, options);
  }

  /** The network must be `ready`. Asynchronous. */
  async create(
    networkId: string,
    body: PrivateDnsCreate,
    options: Cancellable = {},
  ): Promise<PrivateDns> {
    const checked = checkedBody(this.#api.http.t, privateDnsCreateSchema, body);
    return this.#at(networkId).create(checked, options);
  }

  /** Outbound resolvers only. */
  async update(
    networkId: string,
    id: string,
    body: PrivateDnsUpdate,
    options: Cancellable = {},
  ): Promise<PrivateDns> {
    const checked = checkedBody(this.#api.http.t, privateDnsUpdateSchema, body);
    return this.#at(networkId).patch(id, checked, options);
  }

  /** Only from `ready` or `error`. */
  delete(networkId: string, id: string, options: Cancellable = {}): Promise<void> {
    return this.#at(networkId).delete(id, options);
  }

  #at(networkId: string): Endpoint<PrivateDns> {
    return new Endpoint(this.#api, definition, inNetwork(networkId));
  }
}
