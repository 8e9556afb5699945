// Cloned plugins: a bundled plugin under another name and priority; in no Konnect description (FACTS 8.9).
import * as z from 'zod/mini';
import { isKonnectError } from '../errors';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, offset } from '../pagination';
import { number, type Shape } from '../shape';
import { Endpoint } from './endpoint';
import { below, coreEntities } from './place';
import { arrayOf, checkedBody } from './write';

const schema = z.looseObject({
  id: z.nullish(z.string()),
  name: z.string(),
  /** The plugin that is cloned; cannot change. */
  ref: z.string(),
  priority: number,
  tags: z.nullish(z.array(z.string())),
  created_at: number,
  updated_at: number,
});

export type ClonedPlugin = z.infer<typeof schema>;

const write = z.strictObject({
  name: z.string(),
  ref: z.string(),
  priority: z.optional(z.int()),
  tags: z.optional(arrayOf(z.string())),
});

export type ClonedPluginWrite = z.infer<typeof write>;

const definition = {
  path: `${coreEntities}/cloned-plugins`,
  item: 'ClonedPluginId',
  shape: { name: 'cloned plugin', schema } satisfies Shape<ClonedPlugin>,
  roles: { read: 'Control Planes: Viewer', write: 'Control Planes: Plugin Admin' },
  paging: offset,
};

export class ClonedPlugins {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Empty where Konnect does not offer them (404). */
  async *list(ref: ControlPlaneRef, options: Cancellable = {}): AsyncGenerator<ClonedPlugin> {
    try {
      yield* this.#at(ref).list({}, options);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  /** Undefined when there is none of this name, and where Konnect does not offer them (404). */
  async get(
    ref: ControlPlaneRef,
    idOrName: string,
    options: Cancellable = {},
  ): Promise<ClonedPlugin | undefined> {
    try {
      return await this.#at(ref).get(idOrName, options);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  async create(
    ref: ControlPlaneRef,
    body: ClonedPluginWrite,
    options: Cancellable = {},
  ): Promise<ClonedPlugin> {
    return this.#at(ref).create(checkedBody(this.#api.http.t, write, body), options);
  }

  /** Replaces or creates; `ref` must be as it was. */
  async put(
    ref: ControlPlaneRef,
    idOrName: string,
    body: ClonedPluginWrite,
    options: Cancellable = {},
  ): Promise<ClonedPlugin> {
    return this.#at(ref).put(idOrName, checkedBody(this.#api.http.t, write, body), options);
  }

  /** Refused while an instance uses it. */
  delete(ref: ControlPlaneRef, idOrName: string, options: Cancellable = {}): Promise<void> {
    return this.#at(ref).delete(idOrName, options);
  }

  #at(ref: ControlPlaneRef): Endpoint<ClonedPlugin> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}

function isNotFound(error: unknown): boolean {
  return isKonnectError(error) && error.kind === 'not-found';
}
