// Transit gateways and peerings of a network, in six kinds (cloud-gateways v2).
import * as z from 'zod/mini';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import { listOf, number, open, type Shape, stateMetadata, text, vocabulary } from '../shape';
import { Endpoint } from './endpoint';
import { cloudGateways, inNetwork } from './place';
import {
  type TransitGatewayCreate,
  type TransitGatewayUpdate,
  transitGatewayCreateSchema,
  transitGatewayUpdateSchema,
} from './transitGatewayBody';
import { checkedBody } from './write';

const states = vocabulary('transit gateway.state', [
  'created',
  'initializing',
  'pending-acceptance',
  'pending-user-action',
  'ready',
  'terminating',
  'terminated',
  'error',
]);
const kinds = vocabulary('transit gateway.kind', [
  'aws-transit-gateway-attachment',
  'aws-vpc-peering-attachment',
  'aws-resource-endpoint-attachment',
  'azure-vnet-peering-attachment',
  'azure-vhub-peering-attachment',
  'gcp-vpc-peering-attachment',
]);
const resourceStates = vocabulary('resource endpoint.state', [
  'initializing',
  'missing',
  'ready',
  'error',
  'terminating',
]);

const resource = z.looseObject({
  resource_config_id: z.string(),
  domain_name: text,
  /** `missing` usually means no common availability zone. */
  state: z.nullish(open(resourceStates)),
});
/** One type for all kinds: which properties are there depends on `kind`. */
const attachment = z.looseObject({
  kind: open(kinds),
  transit_gateway_id: text,
  ram_share_arn: text,
  attachment_id: text,
  peer_account_id: text,
  peer_vpc_id: text,
  peer_vpc_region: text,
  peering_connection_id: text,
  resource_config: z.nullish(z.array(resource)),
  tenant_id: text,
  subscription_id: text,
  resource_group_name: text,
  vnet_name: text,
  vhub_name: text,
  peer_project_id: text,
  peer_vpc_name: text,
});
const dnsConfig = z.looseObject({
  remote_dns_server_ip_addresses: listOf(z.string()),
  domain_proxy_list: listOf(z.string()),
});

const schema = z.looseObject({
  id: z.string(),
  name: z.string(),
  /** The customer's ranges; only the first two AWS kinds have them. */
  cidr_blocks: listOf(z.string()),
  /** A list here, a map in private DNS. */
  dns_config: listOf(dnsConfig),
  transit_gateway_attachment_config: attachment,
  state: open(states),
  state_metadata: stateMetadata,
  entity_version: number,
  created_at: text,
  updated_at: text,
});

export type TransitGateway = z.infer<typeof schema>;

const shape: Shape<TransitGateway> = {
  name: 'transit gateway',
  schema,
  *words({ state, transit_gateway_attachment_config: { kind, resource_config } }) {
    yield [states, state];
    yield [kinds, kind];
    for (const { state } of resource_config ?? []) yield [resourceStates, state];
  },
};

export interface TransitGatewayFilter extends Cancellable {
  readonly name?: string;
  readonly state?: string;
}

const definition = {
  path: `${cloudGateways}/networks/{networkId}/transit-gateways`,
  item: 'transitGatewayId',
  shape,
  roles: { read: 'Networks: Network Viewer', write: 'Networks: Network Admin' },
  paging: numbered,
};

export class TransitGateways {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(networkId: string, filter: TransitGatewayFilter = {}): AsyncGenerator<TransitGateway> {
    const query = { 'filter[name][eq]': filter.name, 'filter[state][eq]': filter.state };
    return this.#at(networkId).list(query, filter);
  }

  get(networkId: string, id: string, options: Cancellable = {}): Promise<TransitGateway> {
    return this.#at(networkId).get(id, options);
  }

  /** The network must be `ready`, and the kind fit its provider. Asynchronous, often with work left for the user. */
  async create(
    networkId: string,
    body: TransitGatewayCreate,
    options: Cancellable = {},
  ): Promise<TransitGateway> {
    const checked = checkedBody(this.#api.http.t, transitGatewayCreateSchema, body);
    return this.#at(networkId).create(checked, options);
  }

  /** CIDR blocks of an AWS transit gateway, or the resources of AWS resource endpoints; nothing else can be changed. */
  async update(
    networkId: string,
    id: string,
    body: TransitGatewayUpdate,
    options: Cancellable = {},
  ): Promise<TransitGateway> {
    const checked = checkedBody(this.#api.http.t, transitGatewayUpdateSchema, body);
    return this.#at(networkId).patch(id, checked, options);
  }

  /** Refused while it is in transition; then `terminating`. */
  delete(networkId: string, id: string, options: Cancellable = {}): Promise<void> {
    return this.#at(networkId).delete(id, options);
  }

  #at(networkId: string): Endpoint<TransitGateway> {
    return new Endpoint(this.#api, definition, inNetwork(networkId));
  }
}
