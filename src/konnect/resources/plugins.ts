// Plugin instances of a control plane, each with a scope (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, offset } from '../pagination';
import { boolean, listOf, number, type Shape, text } from '../shape';
import { Endpoint, textsIn } from './endpoint';
import { below, coreEntities } from './place';
import { type PluginWrite, pluginWriteSchema } from './pluginBody';
import { type EntityFilter, entityQuery } from './services';
import { checkedBody } from './write';

const reference = z.nullish(z.looseObject({ id: z.string() }));
const phases = z.nullish(z.looseObject({ access: listOf(z.string()) }));

const schema = z.looseObject({
  id: z.string(),
  /** The plugin, bundled or custom, that this is an instance of. */
  name: z.string(),
  instance_name: text,
  enabled: boolean,
  /** May hold secrets in clear. */
  config: z.nullish(z.record(z.string(), z.unknown())),
  /** Its scope: without any of these four, the whole control plane. */
  service: reference,
  route: reference,
  consumer: reference,
  consumer_group: reference,
  protocols: z.nullish(z.array(z.string())),
  tags: z.nullish(z.array(z.string())),
  ordering: z.nullish(z.looseObject({ before: phases, after: phases })),
  condition: text,
  partials: z.nullish(z.array(z.looseObject({ id: text, name: text, path: text }))),
  created_at: number,
  updated_at: number,
});

export type Plugin = z.infer<typeof schema>;

/** Plugins that are attached to this one thing. */
export type PluginScope = 'services' | 'routes' | 'consumers' | 'consumer_groups';

export interface PluginFilter extends EntityFilter {
  readonly scope?: { readonly of: PluginScope; readonly id: string };
}

const shape: Shape<Plugin> = { name: 'plugin', schema };
const roles = { read: 'Control Planes: Viewer', write: 'Control Planes: Plugin Admin' };
const item = 'PluginId';
const definition = {
  path: `${coreEntities}/plugins`,
  item,
  shape,
  roles,
  paging: offset,
  secretsOf: textsIn('config'),
};

/** As the API description names the parameters of the nested paths. */
const scopeParameters: Readonly<Record<PluginScope, string>> = {
  services: 'ServiceId',
  routes: 'RouteId',
  consumers: 'ConsumerIdForNestedEntities',
  consumer_groups: 'ConsumerGroupId',
};

export class Plugins {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Below a scope Konnect filters by tags only. */
  list(ref: ControlPlaneRef, filter: PluginFilter = {}): AsyncGenerator<Plugin> {
    const { scope, ...rest } = filter;
    if (scope === undefined) return this.#at(ref).list(entityQuery(rest), rest);
    const parameter = scopeParameters[scope.of];
    const path = `${coreEntities}/${scope.of}/{${parameter}}/plugins`;
    const place = { geo: ref.geo, parameters: { controlPlaneId: ref.id, [parameter]: scope.id } };
    return new Endpoint(this.#api, { ...definition, path }, place).list({ tags: rest.tags }, rest);
  }

  get(ref: ControlPlaneRef, id: string, options: Cancellable = {}): Promise<Plugin> {
    return this.#at(ref).get(id, options);
  }

  async create(
    ref: ControlPlaneRef,
    body: PluginWrite,
    options: Cancellable = {},
  ): Promise<Plugin> {
    return this.#at(ref).create(checkedBody(this.#api.http.t, pluginWriteSchema, body), options);
  }

  /** Replaces or creates: what the body leaves out returns to its default, so start from `pluginWrite`. */
  async put(
    ref: ControlPlaneRef,
    id: string,
    body: PluginWrite,
    options: Cancellable = {},
  ): Promise<Plugin> {
    return this.#at(ref).put(id, checkedBody(this.#api.http.t, pluginWriteSchema, body), options);
  }

  delete(ref: ControlPlaneRef, id: string, options: Cancellable = {}): Promise<void> {
    return this.#at(ref).delete(id, options);
  }

  #at(ref: ControlPlaneRef): Endpoint<Plugin> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}
