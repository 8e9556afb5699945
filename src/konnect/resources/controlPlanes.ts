// Control planes: each lives in one geo and is asked for there (control-planes v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef, Geo } from '../geo';
import type { Cancellable } from '../http';
import { type Api, cursor, numbered } from '../pagination';
import { boolean, listOf, open, type Shape, text, vocabulary } from '../shape';
import { Endpoint, type Roles } from './endpoint';
import { arrayOf, checkedBody } from './write';

const clusterTypes = vocabulary('control plane.cluster_type', [
  'CLUSTER_TYPE_CONTROL_PLANE',
  'CLUSTER_TYPE_K8S_INGRESS_CONTROLLER',
  'CLUSTER_TYPE_CONTROL_PLANE_GROUP',
  'CLUSTER_TYPE_SERVERLESS',
  'CLUSTER_TYPE_KAFKA_NATIVE_EVENT_PROXY',
  'CLUSTER_TYPE_SERVERLESS_V1',
]);

const proxyUrl = z.looseObject({ host: z.string(), port: z.number(), protocol: z.string() });

const schema = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: text,
  labels: z.nullish(z.record(z.string(), z.string())),
  config: z.looseObject({
    /** The first label of its host is the prefix of the gateway's DNS names. */
    control_plane_endpoint: text,
    telemetry_endpoint: text,
    cluster_type: z.nullish(open(clusterTypes)),
    auth_type: text,
    /** True for a Dedicated Cloud Gateway; cannot be changed. */
    cloud_gateway: boolean,
    proxy_urls: listOf(proxyUrl),
  }),
  created_at: text,
  updated_at: text,
});

export type ControlPlane = z.infer<typeof schema> & ControlPlaneRef;

const proxyUrls = arrayOf(
  z.strictObject({ host: z.string(), port: z.int(), protocol: z.string() }),
);
const changeable = {
  description: z.optional(z.string()),
  auth_type: z.optional(z.enum(['pinned_client_certs', 'pki_client_certs'])),
  proxy_urls: z.optional(proxyUrls),
  labels: z.optional(z.record(z.string(), z.string())),
};
const create = z.strictObject({
  name: z.string(),
  ...changeable,
  cluster_type: z.optional(z.enum(clusterTypes.known)),
  cloud_gateway: z.optional(z.boolean()),
});
const update = z.strictObject({ name: z.optional(z.string()), ...changeable });

export type ControlPlaneCreate = z.infer<typeof create>;
export type ControlPlaneUpdate = z.infer<typeof update>;

export interface ControlPlaneFilter extends Cancellable {
  /** True: only Dedicated Cloud Gateways. */
  readonly cloudGateway?: boolean;
  readonly name?: string;
  /** A part of the name. */
  readonly nameContains?: string;
}

const roles: Roles = {
  read: 'Control Planes: Viewer',
  write: 'Control Planes: Admin',
  create: 'Control Planes: Creator',
};

export class ControlPlanes {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(geo: Geo, filter: ControlPlaneFilter = {}): AsyncGenerator<ControlPlane> {
    const query = {
      'filter[cloud_gateway]': filter.cloudGateway,
      'filter[name][eq]': filter.name,
      'filter[name][contains]': filter.nameContains,
    };
    return this.#at(geo).list(query, filter);
  }

  get({ id, geo }: ControlPlaneRef, options: Cancellable = {}): Promise<ControlPlane> {
    return this.#at(geo).get(id, options);
  }

  async create(
    geo: Geo,
    body: ControlPlaneCreate,
    options: Cancellable = {},
  ): Promise<ControlPlane> {
    return this.#at(geo).create(checkedBody(this.#api.http.t, create, body), options);
  }

  async update(
    { id, geo }: ControlPlaneRef,
    body: ControlPlaneUpdate,
    options: Cancellable = {},
  ): Promise<ControlPlane> {
    return this.#at(geo).patch(id, checkedBody(this.#api.http.t, update, body), options);
  }

  /** What becomes of live data plane groups is not documented: take the configuration down first. */
  delete({ id, geo }: ControlPlaneRef, options: Cancellable = {}): Promise<void> {
    return this.#at(geo).delete(id, options);
  }

  /** The members of a control plane group. */
  groupMembers(
    { id, geo }: ControlPlaneRef,
    options: Cancellable = {},
  ): AsyncGenerator<ControlPlane> {
    const definition = {
      path: '/v2/control-planes/{controlPlaneId}/group-memberships',
      item: '',
      shape: shapeIn(geo),
      roles,
      paging: cursor,
    };
    const place = { geo, parameters: { controlPlaneId: id } };
    return new Endpoint(this.#api, definition, place).list({}, options);
  }

  #at(geo: Geo): Endpoint<ControlPlane> {
    const path = '/v2/control-planes';
    const definition = {
      path,
      item: 'controlPlaneId',
      shape: shapeIn(geo),
      roles,
      paging: numbered,
    };
    return new Endpoint(this.#api, definition, { geo });
  }
}

/** An answer does not say where it comes from, but nobody can use the id without. */
function shapeIn(geo: Geo): Shape<ControlPlane> {
  const located = z.pipe(
    schema,
    z.transform((controlPlane: z.infer<typeof schema>): ControlPlane => ({ ...controlPlane, geo })),
  );
  return {
    name: 'control plane',
    schema: located,
    words: ({ config }) => [[clusterTypes, config.cluster_type]],
  };
}
