// Add-ons of a control plane or a group of them: the managed cache (cloud-gateways v2).
import * as z from 'zod/mini';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import { listOf, number, open, type Shape, text, vocabulary } from '../shape';
import { Endpoint } from './endpoint';
import { cloudGateways, everywhere } from './place';
import { checkedBody } from './write';

const states = vocabulary('add-on.state', ['initializing', 'ready', 'terminating']);
const kinds = vocabulary('add-on.kind', ['managed-cache.v0']);
const groupStates = vocabulary('add-on data plane group.state', [
  'initializing',
  'ready',
  'error',
  'terminating',
]);

const owner = z.looseObject({
  kind: z.string(),
  control_plane_id: text,
  control_plane_geo: text,
  control_plane_group_id: text,
  control_plane_group_geo: text,
});
const group = z.looseObject({
  id: z.string(),
  cloud_gateway_network_id: text,
  provider: text,
  region: text,
  state: open(groupStates),
  state_metadata: z.nullish(z.looseObject({ error_reason: text })),
});
const cache = z.looseObject({
  cache_config_id: text,
  cache_server_name: text,
  cache_host: text,
  cache_port: text,
  cache_username: text,
});
const config = z.looseObject({
  kind: open(kinds),
  capacity_config: z.nullish(z.looseObject({ kind: text, tier: text })),
  data_plane_groups: listOf(group),
  state_metadata: z.nullish(cache),
});

const schema = z.looseObject({
  id: z.string(),
  name: z.string(),
  owner,
  config,
  state: open(states),
  entity_version: number,
  created_at: text,
  updated_at: text,
});

export type AddOn = z.infer<typeof schema>;

const configWrite = z.strictObject({
  kind: z.literal('managed-cache.v0'),
  /** A tier from `micro` to `24xlarge`; it can only grow. */
  capacity_config: z.strictObject({ kind: z.literal('tiered'), tier: z.string() }),
});
const ownerWrite = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('control-plane'),
    control_plane_id: z.string(),
    control_plane_geo: z.string(),
  }),
  z.strictObject({
    kind: z.literal('control-plane-group'),
    control_plane_group_id: z.string(),
    control_plane_group_geo: z.string(),
  }),
]);
const create = z.strictObject({ name: z.string(), owner: ownerWrite, config: configWrite });
const update = z.strictObject({ config: configWrite });

export type AddOnCreate = z.infer<typeof create>;
export type AddOnUpdate = z.infer<typeof update>;

export interface AddOnFilter extends Cancellable {
  readonly name?: string;
  readonly state?: string;
  readonly controlPlaneId?: string;
  readonly controlPlaneGroupId?: string;
}

const shape: Shape<AddOn> = {
  name: 'add-on',
  schema,
  *words({ state, config: { kind, data_plane_groups } }) {
    yield [states, state];
    yield [kinds, kind];
    for (const { state } of data_plane_groups) yield [groupStates, state];
  },
};
const definition = {
  path: `${cloudGateways}/add-ons`,
  item: 'addOnId',
  shape,
  roles: { read: 'Add Ons: Add On Viewer', write: 'Add Ons: Add On Admin' },
  paging: numbered,
};

export class AddOns {
  readonly #api: Api;
  readonly #at: Endpoint<AddOn>;

  constructor(api: Api) {
    this.#api = api;
    this.#at = new Endpoint(api, definition, everywhere);
  }

  list(filter: AddOnFilter = {}): AsyncGenerator<AddOn> {
    const query = {
      'filter[name][eq]': filter.name,
      'filter[state][eq]': filter.state,
      'filter[owner.control_plane_id][eq]': filter.controlPlaneId,
      'filter[owner.control_plane_group_id][eq]': filter.controlPlaneGroupId,
    };
    return this.#at.list(query, filter);
  }

  get(id: string, options: Cancellable = {}): Promise<AddOn> {
    return this.#at.get(id, options);
  }

  /** One per owner; a 404 may mean that the organisation has no add-ons at all. */
  async create(body: AddOnCreate, options: Cancellable = {}): Promise<AddOn> {
    return this.#at.create(checkedBody(this.#api.http.t, create, body), options);
  }

  async update(id: string, body: AddOnUpdate, options: Cancellable = {}): Promise<AddOn> {
    return this.#at.patch(id, checkedBody(this.#api.http.t, update, body), options);
  }

  /** Refused while plugins use it. */
  delete(id: string, options: Cancellable = {}): Promise<void> {
    return this.#at.delete(id, options);
  }
}
