// Secrets in a config store: values go in and never come out (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, cursor } from '../pagination';
import { type Shape, text } from '../shape';
import { Endpoint, textsIn } from './endpoint';
import { controlPlane } from './place';
import { checkedBody } from './write';

/** Should Konnect ever send the value, it stays out of what this client hands on. */
const schema = z.object({ key: z.string(), created_at: text, updated_at: text });

export type ConfigStoreSecret = z.infer<typeof schema>;

const create = z.strictObject({ key: z.string(), value: z.string() });

export type ConfigStoreSecretCreate = z.infer<typeof create>;

/** A config store of a control plane. */
export interface ConfigStoreRef {
  readonly controlPlane: ControlPlaneRef;
  readonly id: string;
}

const definition = {
  path: `${controlPlane}/config-stores/{configStoreId}/secrets`,
  item: 'key',
  shape: { name: 'secret', schema } satisfies Shape<ConfigStoreSecret>,
  roles: { read: 'Control Planes: Vault Admin', write: 'Control Planes: Vault Admin' },
  paging: cursor,
  secretsOf: textsIn('value'),
};

export class ConfigStoreSecrets {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(store: ConfigStoreRef, options: Cancellable = {}): AsyncGenerator<ConfigStoreSecret> {
    return this.#at(store).list({}, options);
  }

  get(store: ConfigStoreRef, key: string, options: Cancellable = {}): Promise<ConfigStoreSecret> {
    return this.#at(store).get(key, options);
  }

  async create(
    store: ConfigStoreRef,
    body: ConfigStoreSecretCreate,
    options: Cancellable = {},
  ): Promise<ConfigStoreSecret> {
    return this.#at(store).create(checkedBody(this.#api.http.t, create, body), options);
  }

  /** Replaces the value, or creates the secret. */
  put(
    store: ConfigStoreRef,
    key: string,
    value: string,
    options: Cancellable = {},
  ): Promise<ConfigStoreSecret> {
    return this.#at(store).put(key, { value }, options);
  }

  delete(store: ConfigStoreRef, key: string, options: Cancellable = {}): Promise<void> {
    return this.#at(store).delete(key, options);
  }

  #at({
    controlPlane: { id, geo },
    id: configStoreId,
  }: ConfigStoreRef): Endpoint<ConfigStoreSecret> {
    const parameters = { controlPlaneId: id, configStoreId };
    return new Endpoint(this.#api, definition, { geo, parameters });
  }
}
