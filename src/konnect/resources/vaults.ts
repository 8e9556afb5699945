// Vaults: where `{vault://…}` references of plugins lead (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, offset } from '../pagination';
import { number, type Shape, text } from '../shape';
import { Endpoint, textsIn } from './endpoint';
import { below, coreEntities } from './place';
import { arrayOf, checkedBody } from './write';

const schema = z.looseObject({
  id: z.string(),
  /** Its kind: `konnect` is a config store, others are `env`, `aws`, … */
  name: z.string(),
  /** What a reference begins with. */
  prefix: z.string(),
  description: text,
  config: z.nullish(z.record(z.string(), z.unknown())),
  tags: z.nullish(z.array(z.string())),
  created_at: number,
  updated_at: number,
});

export type Vault = z.infer<typeof schema>;

const write = z.strictObject({
  name: z.string(),
  prefix: z.string(),
  description: z.optional(z.string()),
  config: z.optional(z.record(z.string(), z.unknown())),
  tags: z.optional(arrayOf(z.string())),
});

export type VaultWrite = z.infer<typeof write>;

const definition = {
  path: `${coreEntities}/vaults`,
  item: 'VaultId',
  shape: { name: 'vault', schema } satisfies Shape<Vault>,
  roles: { read: 'Control Planes: Viewer', write: 'Control Planes: Vault Admin' },
  paging: offset,
  secretsOf: textsIn('config'),
};

export class Vaults {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(ref: ControlPlaneRef, options: Cancellable = {}): AsyncGenerator<Vault> {
    return this.#at(ref).list({}, options);
  }

  get(ref: ControlPlaneRef, idOrPrefix: string, options: Cancellable = {}): Promise<Vault> {
    return this.#at(ref).get(idOrPrefix, options);
  }

  async create(ref: ControlPlaneRef, body: VaultWrite, options: Cancellable = {}): Promise<Vault> {
    return this.#at(ref).create(checkedBody(this.#api.http.t, write, body), options);
  }

  /** Replaces or creates. */
  async put(
    ref: ControlPlaneRef,
    idOrPrefix: string,
    body: VaultWrite,
    options: Cancellable = {},
  ): Promise<Vault> {
    return this.#at(ref).put(idOrPrefix, checkedBody(this.#api.http.t, write, body), options);
  }

  delete(ref: ControlPlaneRef, idOrPrefix: string, options: Cancellable = {}): Promise<void> {
    return this.#at(ref).delete(idOrPrefix, options);
  }

  #at(ref: ControlPlaneRef): Endpoint<Vault> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}
