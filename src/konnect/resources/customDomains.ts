// Custom domains of a control plane; no change is possible, only delete and create (cloud-gateways v2).
import * as z from 'zod/mini';
import { type ControlPlaneRef, globalGeo } from '../geo';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import { number, open, type Shape, stateMetadata, text, vocabulary } from '../shape';
import { ofControlPlane } from './configurations';
import { Endpoint } from './endpoint';
import { cloudGateways, everywhere } from './place';

const states = vocabulary('custom domain.state', [
  'created',
  'initializing',
  'ready',
  'terminating',
  'terminated',
  'error',
]);
const checks = vocabulary('custom domain.online status', ['verified', 'unverified']);

const schema = z.looseObject({
  id: z.string(),
  control_plane_id: z.string(),
  control_plane_geo: z.string(),
  domain: z.string(),
  certificate_id: text,
  sni_id: text,
  state: open(states),
  state_metadata: stateMetadata,
  kind: text,
  entity_version: number,
  created_at: text,
  updated_at: text,
});
const onlineStatus = z.looseObject({ cname: open(checks), ssl: open(checks) });

export type CustomDomain = z.infer<typeof schema>;
export type OnlineStatus = z.infer<typeof onlineStatus>;

export interface CustomDomainCreate {
  readonly controlPlane: ControlPlaneRef;
  readonly domain: string;
}

export interface CustomDomainFilter extends Cancellable {
  readonly controlPlane?: ControlPlaneRef;
  readonly domain?: string;
}

const path = `${cloudGateways}/custom-domains`;
const roles = {
  read: 'Control Planes: Cloud Gateway Cluster Viewer',
  write: 'Control Planes: Cloud Gateway Cluster Admin',
};
const shape: Shape<CustomDomain> = {
  name: 'custom domain',
  schema,
  words: ({ state }) => [[states, state]],
};
const statusShape: Shape<OnlineStatus> = {
  name: 'online status',
  schema: onlineStatus,
  words: ({ cname, ssl }) => [
    [checks, cname],
    [checks, ssl],
  ],
};

export class CustomDomains {
  readonly #api: Api;
  readonly #at: Endpoint<CustomDomain>;

  constructor(api: Api) {
    this.#api = api;
    const definition = { path, item: 'customDomainId', shape, roles, paging: numbered };
    this.#at = new Endpoint(api, definition, everywhere);
  }

  list(filter: CustomDomainFilter = {}): AsyncGenerator<CustomDomain> {
    const query = { ...ofControlPlane(filter.controlPlane), 'filter[domain][eq]': filter.domain };
    return this.#at.list(query, filter);
  }

  get(id: string, options: Cancellable = {}): Promise<CustomDomain> {
    return this.#at.get(id, options);
  }

  create(
    { controlPlane, domain }: CustomDomainCreate,
    options: Cancellable = {},
  ): Promise<CustomDomain> {
    const { id, geo } = controlPlane;
    return this.#at.create({ control_plane_id: id, control_plane_geo: geo, domain }, options);
  }

  /** Refused while it is in transition. */
  delete(id: string, options: Cancellable = {}): Promise<void> {
    return this.#at.delete(id, options);
  }

  /** One request per domain; Konnect itself looks only every 5 minutes. */
  async onlineStatus(id: string, { signal }: Cancellable = {}): Promise<OnlineStatus> {
    const answer = await this.#api.http.send({
      method: 'GET',
      geo: globalGeo,
      path: `${path}/{customDomainId}/online-status`,
      parameters: { customDomainId: id },
      role: roles.read,
      signal,
    });
    return this.#api.reader.read(statusShape, answer);
  }
}
