// Custom plugins: the name, handler and schema that Konnect streams to data planes (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import type { Api, Paging } from '../pagination';
import { number, type Shape } from '../shape';
import { Endpoint } from './endpoint';
import { below, coreEntities } from './place';
import { arrayOf, checkedBody } from './write';

const schema = z.looseObject({
  id: z.string(),
  name: z.string(),
  /** Lua source. */
  handler: z.string(),
  /** Lua source. */
  schema: z.string(),
  tags: z.nullish(z.array(z.string())),
  created_at: number,
  updated_at: number,
});

export type CustomPlugin = z.infer<typeof schema>;

const write = z.strictObject({
  name: z.string(),
  handler: z.string(),
  schema: z.string(),
  tags: z.optional(arrayOf(z.string())),
});

export type CustomPluginWrite = z.infer<typeof write>;

/** A list carries both sources of each plugin, up to 100 KB each. */
const paging: Paging = { style: 'offset', size: 25 };

const definition = {
  path: `${coreEntities}/custom-plugins`,
  item: 'CustomPluginId',
  shape: { name: 'custom plugin', schema } satisfies Shape<CustomPlugin>,
  roles: { read: 'Control Planes: Viewer', write: 'Control Planes: Plugin Admin' },
  paging,
};

export class CustomPlugins {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(ref: ControlPlaneRef, options: Cancellable = {}): AsyncGenerator<CustomPlugin> {
    return this.#at(ref).list({}, options);
  }

  get(ref: ControlPlaneRef, idOrName: string, options: Cancellable = {}): Promise<CustomPlugin> {
    return this.#at(ref).get(idOrName, options);
  }

  async create(
    ref: ControlPlaneRef,
    body: CustomPluginWrite,
    options: Cancellable = {},
  ): Promise<CustomPlugin> {
    return this.#at(ref).create(checkedBody(this.#api.http.t, write, body), options);
  }

  /** Replaces, or creates when there is none of this id or name: a typing error makes a new plugin. */
  async put(
    ref: ControlPlaneRef,
    idOrName: string,
    body: CustomPluginWrite,
    options: Cancellable = {},
  ): Promise<CustomPlugin> {
    return this.#at(ref).put(idOrName, checkedBody(this.#api.http.t, write, body), options);
  }

  /** Refused while an instance uses it; no failure when there is none. */
  delete(ref: ControlPlaneRef, idOrName: string, options: Cancellable = {}): Promise<void> {
    return this.#at(ref).delete(idOrName, options);
  }

  #at(ref: ControlPlaneRef): Endpoint<CustomPlugin> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}
