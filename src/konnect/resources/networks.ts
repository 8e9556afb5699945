// Cloud gateway networks: organisation-wide, in one region of one provider account (cloud-gateways v2).
import * as z from 'zod/mini';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import {
  boolean,
  listOf,
  number,
  open,
  type Shape,
  stateMetadata,
  text,
  vocabulary,
} from '../shape';
import { type Configuration, configurationShape } from './configurations';
import { Endpoint } from './endpoint';
import { cloudGateways, everywhere, inNetwork } from './place';
import { arrayOf, checkedBody } from './write';

const states = vocabulary('network.state', [
  'created',
  'initializing',
  'offline',
  'ready',
  'terminating',
  'terminated',
]);

const schema = z.looseObject({
  id: z.string(),
  name: z.string(),
  default: boolean,
  /** `id` of a provider account, not the cloud's own account id. */
  cloud_gateway_provider_account_id: z.string(),
  region: z.string(),
  availability_zones: listOf(z.string()),
  cidr_block: z.string(),
  state: open(states),
  /** There is no error state: a failure is told here. */
  state_metadata: stateMetadata,
  provider_metadata: z.nullish(z.looseObject({ vpc_id: text, subnet_ids: listOf(z.string()) })),
  transit_gateway_count: number,
  configuration_reference_count: number,
  entity_version: number,
  created_at: text,
  updated_at: text,
});

export type Network = z.infer<typeof schema>;

const create = z.strictObject({
  name: z.string(),
  cloud_gateway_provider_account_id: z.string(),
  region: z.string(),
  availability_zones: arrayOf(z.string()),
  cidr_block: z.string(),
  /** `offline` only reserves it: it is built when a configuration first uses it. */
  state: z.optional(z.enum(['initializing', 'offline'])),
});

export type NetworkCreate = z.infer<typeof create>;

export interface NetworkFilter extends Cancellable {
  readonly name?: string;
  readonly state?: string;
}

const definition = {
  path: `${cloudGateways}/networks`,
  item: 'networkId',
  shape: { name: 'network', schema, words: ({ state }) => [[states, state]] } as Shape<Network>,
  roles: {
    read: 'Networks: Network Viewer',
    write: 'Networks: Network Admin',
    create: 'Networks: Network Creator',
  },
  paging: numbered,
};

export class Networks {
  readonly #api: Api;
  readonly #at: Endpoint<Network>;

  constructor(api: Api) {
    this.#api = api;
    this.#at = new Endpoint(api, definition, everywhere);
  }

  list(filter: NetworkFilter = {}): AsyncGenerator<Network> {
    const query = { 'filter[name][eq]': filter.name, 'filter[state][eq]': filter.state };
    return this.#at.list(query, filter);
  }

  get(id: string, options: Cancellable = {}): Promise<Network> {
    return this.#at.get(id, options);
  }

  /** Asynchronous: 30 to 40 minutes until `ready`. */
  async create(body: NetworkCreate, options: Cancellable = {}): Promise<Network> {
    return this.#at.create(checkedBody(this.#api.http.t, create, body), options);
  }

  /** The name is all that can be changed. */
  rename(id: string, name: string, options: Cancellable = {}): Promise<Network> {
    return this.#at.patch(id, { name }, options);
  }

  /** Refused while a configuration or transit gateway uses it; then `terminating`. Its egress addresses are lost. */
  delete(id: string, options: Cancellable = {}): Promise<void> {
    return this.#at.delete(id, options);
  }

  /** `list-network-configurations`: who uses it. */
  configurationReferences(id: string, options: Cancellable = {}): AsyncGenerator<Configuration> {
    const path = `${cloudGateways}/networks/{networkId}/configuration-references`;
    const references = { ...definition, path, shape: configurationShape };
    return new Endpoint(this.#api, references, inNetwork(id)).list({}, options);
  }
}
