// Configurations: the data plane groups of a control plane; one PUT replaces the whole wish (cloud-gateways v2).
import * as z from 'zod/mini';
import { isKonnectError } from '../errors';
import { type ControlPlaneRef, globalGeo } from '../geo';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import { listOf, number, open, type Shape, stateMetadata, text, vocabulary } from '../shape';
import { type ConfigurationWrite, configurationWriteSchema } from './configurationBody';
import { Endpoint } from './endpoint';
import { cloudGateways, everywhere } from './place';
import { checkedBody } from './write';

const states = vocabulary('data plane group.state', [
  'created',
  'initializing',
  'ready',
  'terminating',
  'terminated',
]);
const providers = vocabulary('provider', ['aws', 'azure', 'gcp']);
const kinds = vocabulary('configuration.kind', ['dedicated.v0', 'serverless.v1']);
const accesses = vocabulary('configuration.api_access', ['private', 'public', 'private+public']);
const scalings = vocabulary('autoscale.kind', ['autopilot', 'static']);

/** One type for both kinds: `autopilot` has `base_rps`, the deprecated `static` the other two. */
const autoscale = z.looseObject({
  kind: open(scalings),
  base_rps: number,
  max_rps: number,
  instance_type: text,
  requested_instances: number,
});
const environment = z.array(z.looseObject({ name: z.string(), value: z.string() }));
const asked = {
  provider: open(providers),
  region: z.string(),
  cloud_gateway_network_id: text,
  autoscale: z.nullish(autoscale),
  environment: z.nullish(environment),
};
const groupConfig = z.looseObject(asked);
const group = z.looseObject({
  id: z.string(),
  ...asked,
  state: open(states),
  state_metadata: stateMetadata,
  private_ip_addresses: listOf(z.string()),
  egress_ip_addresses: listOf(z.string()),
  hostnames: listOf(z.string()),
  created_at: text,
  updated_at: text,
});

const schema = z.looseObject({
  id: z.string(),
  control_plane_id: z.string(),
  control_plane_geo: z.string(),
  version: text,
  kind: z.nullish(open(kinds)),
  api_access: z.nullish(open(accesses)),
  /** What was asked for: the part to change and send again. */
  dataplane_group_config: listOf(groupConfig),
  /** What exists. */
  dataplane_groups: listOf(group),
  /** Moves with each change; no request accepts it as a condition. */
  entity_version: number,
  created_at: text,
  updated_at: text,
});

export type Configuration = z.infer<typeof schema>;
export type DataPlaneGroup = z.infer<typeof group>;
export type DataPlaneGroupConfig = z.infer<typeof groupConfig>;
export type Autoscale = z.infer<typeof autoscale>;

export const configurationShape: Shape<Configuration> = {
  name: 'configuration',
  schema,
  *words({ kind, api_access, dataplane_group_config, dataplane_groups }) {
    yield [kinds, kind];
    yield [accesses, api_access];
    for (const { state } of dataplane_groups) yield [states, state];
    for (const { provider, autoscale } of [...dataplane_group_config, ...dataplane_groups]) {
      yield [providers, provider];
      yield [scalings, autoscale?.kind];
    }
  },
};

export interface ConfigurationFilter extends Cancellable {
  readonly controlPlane?: ControlPlaneRef;
}

const path = `${cloudGateways}/configurations`;
const roles = {
  read: 'Control Planes: Cloud Gateway Cluster Viewer',
  write: 'Control Planes: Cloud Gateway Cluster Admin',
};

export class Configurations {
  readonly #api: Api;
  readonly #at: Endpoint<Configuration>;

  constructor(api: Api) {
    this.#api = api;
    const shape = configurationShape;
    const definition = { path, item: 'configurationId', shape, roles, paging: numbered };
    this.#at = new Endpoint(api, definition, everywhere);
  }

  list(filter: ConfigurationFilter = {}): AsyncGenerator<Configuration> {
    return this.#at.list(ofControlPlane(filter.controlPlane), filter);
  }

  get(id: string, options: Cancellable = {}): Promise<Configuration> {
    return this.#at.get(id, options);
  }

  /**
   * `create-configuration`: groups that are not in the body are destroyed. Asynchronous: poll `get`.
   * A body equal to what Konnect has is no failure; the answer is then the configuration as it is.
   */
  async put(body: ConfigurationWrite, { signal }: Cancellable = {}): Promise<Configuration> {
    const checked = checkedBody(this.#api.http.t, configurationWriteSchema, body);
    try {
      const place = { geo: globalGeo, path, role: roles.write, signal };
      const answer = await this.#api.http.send({ ...place, method: 'PUT', body: checked });
      return this.#api.reader.read(configurationShape, answer, true);
    } catch (error) {
      const isIdentical =
        isKonnectError(error) && error.kind === 'conflict' && /\bidentical\b/i.test(error.message);
      const current = isIdentical ? await this.#current(checked, { signal }) : undefined;
      if (current === undefined) throw error;
      return current;
    }
  }

  async #current(
    { control_plane_id, control_plane_geo }: ConfigurationWrite,
    options: Cancellable,
  ): Promise<Configuration | undefined> {
    const controlPlane = { id: control_plane_id, geo: control_plane_geo };
    for await (const found of this.list({ controlPlane, ...options })) return found;
    return undefined;
  }
}

/** The filter of configurations and custom domains. */
export function ofControlPlane(ref: ControlPlaneRef | undefined) {
  return {
    'filter[control_plane_id][eq]': ref?.id,
    'filter[control_plane_geo][eq]': ref?.geo,
  };
}
