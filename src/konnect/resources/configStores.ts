// Konnect's own secret store: config stores of a control plane (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, cursor } from '../pagination';
import { type Shape, text } from '../shape';
import { ConfigStoreSecrets } from './configStoreSecrets';
import { Endpoint } from './endpoint';
import { below, controlPlane } from './place';
import { checkedBody } from './write';

const schema = z.looseObject({ id: z.string(), name: text, created_at: text, updated_at: text });

export type ConfigStore = z.infer<typeof schema>;

const write = z.strictObject({ name: z.string() });

export type ConfigStoreWrite = z.infer<typeof write>;

const definition = {
  path: `${controlPlane}/config-stores`,
  item: 'configStoreId',
  shape: { name: 'config store', schema } satisfies Shape<ConfigStore>,
  roles: { read: 'Control Planes: Vault Admin', write: 'Control Planes: Vault Admin' },
  paging: cursor,
};

export class ConfigStores {
  readonly secrets: ConfigStoreSecrets;
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
    this.secrets = new ConfigStoreSecrets(api);
  }

  list(ref: ControlPlaneRef, options: Cancellable = {}): AsyncGenerator<ConfigStore> {
    return this.#at(ref).list({}, options);
  }

  get(ref: ControlPlaneRef, id: string, options: Cancellable = {}): Promise<ConfigStore> {
    return this.#at(ref).get(id, options);
  }

  async create(
    ref: ControlPlaneRef,
    body: ConfigStoreWrite,
    options: Cancellable = {},
  ): Promise<ConfigStore> {
    return this.#at(ref).create(checkedBody(this.#api.http.t, write, body), options);
  }

  async put(
    ref: ControlPlaneRef,
    id: string,
    body: ConfigStoreWrite,
    options: Cancellable = {},
  ): Promise<ConfigStore> {
    return this.#at(ref).put(id, checkedBody(this.#api.http.t, write, body), options);
  }

  /** Refused while it holds secrets, unless they are to go with it. */
  delete(
    ref: ControlPlaneRef,
    id: string,
    { withSecrets = false, ...options }: Cancellable & { readonly withSecrets?: boolean } = {},
  ): Promise<void> {
    return this.#at(ref).delete(id, options, withSecrets ? { force: 'true' } : {});
  }

  #at(ref: ControlPlaneRef): Endpoint<ConfigStore> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}
