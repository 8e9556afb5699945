// Plugin schemas: what a plugin's config may hold, and the schemas of plugins installed by hand (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, items } from '../pagination';
import { listOf, number, type Shape } from '../shape';
import { Endpoint } from './endpoint';
import { below, coreEntities, itemOf } from './place';
import { checkedBody } from './write';

/** Of a plugin that is installed on self-managed nodes; a streamed plugin of the same name excludes it. */
const schema = z.looseObject({
  name: z.string(),
  lua_schema: z.nullish(z.string()),
  created_at: number,
  updated_at: number,
});
/** Kong's own form: a list of objects with one key each, the field's name. */
const fields = z.looseObject({ fields: listOf(z.record(z.string(), z.unknown())) });
const write = z.strictObject({ lua_schema: z.string() });

export type PluginSchema = z.infer<typeof schema>;
export type PluginSchemaWrite = z.infer<typeof write>;
export type PluginFields = z.infer<typeof fields>;

const roles = { read: 'Control Planes: Viewer', write: 'Control Planes: Plugin Admin' };
const definition = {
  path: `${coreEntities}/plugin-schemas`,
  item: 'name',
  shape: { name: 'plugin schema', schema } satisfies Shape<PluginSchema>,
  roles,
  paging: items,
  unwrap: itemOf,
};

export class PluginSchemas {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(ref: ControlPlaneRef, options: Cancellable = {}): AsyncGenerator<PluginSchema> {
    return this.#at(ref).list({}, options);
  }

  get(ref: ControlPlaneRef, name: string, options: Cancellable = {}): Promise<PluginSchema> {
    return this.#at(ref).get(name, options);
  }

  async create(
    ref: ControlPlaneRef,
    body: PluginSchemaWrite,
    options: Cancellable = {},
  ): Promise<PluginSchema> {
    return this.#at(ref).create(checkedBody(this.#api.http.t, write, body), options);
  }

  async put(
    ref: ControlPlaneRef,
    name: string,
    body: PluginSchemaWrite,
    options: Cancellable = {},
  ): Promise<PluginSchema> {
    return this.#at(ref).put(name, checkedBody(this.#api.http.t, write, body), options);
  }

  delete(ref: ControlPlaneRef, name: string, options: Cancellable = {}): Promise<void> {
    return this.#at(ref).delete(name, options);
  }

  /** `fetch-plugin-schema`: the fields of any plugin that the control plane knows, bundled or custom. */
  async fields(
    ref: ControlPlaneRef,
    pluginName: string,
    { signal }: Cancellable = {},
  ): Promise<PluginFields> {
    const place = below(ref);
    const answer = await this.#api.http.send({
      geo: place.geo,
      method: 'GET',
      path: `${coreEntities}/schemas/plugins/{pluginName}`,
      parameters: { ...place.parameters, pluginName },
      role: roles.read,
      signal,
    });
    return this.#api.reader.read({ name: 'plugin schema', schema: fields }, answer);
  }

  /** `validate-entity-schema`: throws InvalidRequestError, with fields, for what Konnect would refuse; saves nothing. */
  async validate(
    ref: ControlPlaneRef,
    entityName: string,
    entity: Readonly<Record<string, unknown>>,
    { signal }: Cancellable = {},
  ): Promise<void> {
    const place = below(ref);
    await this.#api.http.send({
      geo: place.geo,
      method: 'POST',
      path: `${coreEntities}/schemas/{entityName}/validate`,
      parameters: { ...place.parameters, entityName },
      body: entity,
      savesNothing: true,
      role: roles.write,
      signal,
    });
  }

  #at(ref: ControlPlaneRef): Endpoint<PluginSchema> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}
