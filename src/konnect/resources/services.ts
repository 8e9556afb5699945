// Gateway services of a control plane: what plugins can be attached to (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, offset } from '../pagination';
import { boolean, listOf, number, type Shape, text } from '../shape';
import { Endpoint } from './endpoint';
import { below, coreEntities } from './place';
import { arrayOf, checkedBody } from './write';

const schema = z.looseObject({
  id: z.string(),
  name: text,
  host: z.string(),
  protocol: text,
  port: number,
  path: text,
  enabled: boolean,
  retries: number,
  connect_timeout: number,
  read_timeout: number,
  write_timeout: number,
  tags: listOf(z.string()),
  created_at: number,
  updated_at: number,
});

export type Service = z.infer<typeof schema>;

const create = z.strictObject({
  name: z.optional(z.string()),
  host: z.string(),
  protocol: z.optional(z.string()),
  port: z.optional(z.int()),
  path: z.optional(z.string()),
  enabled: z.optional(z.boolean()),
  retries: z.optional(z.int()),
  connect_timeout: z.optional(z.int()),
  read_timeout: z.optional(z.int()),
  write_timeout: z.optional(z.int()),
  tags: z.optional(arrayOf(z.string())),
});

export type ServiceCreate = z.infer<typeof create>;

/** `filter[name]…` exists for services, routes, consumers and plugins. */
export interface EntityFilter extends Cancellable {
  readonly name?: string;
  readonly nameContains?: string;
  /** With commas between them: all of these. */
  readonly tags?: string;
}

const definition = {
  path: `${coreEntities}/services`,
  item: 'ServiceId',
  shape: { name: 'service', schema } satisfies Shape<Service>,
  roles: {
    read: 'Control Planes: Viewer',
    write: 'Control Planes: Gateway Service Admin',
  },
  paging: offset,
};

export class Services {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(ref: ControlPlaneRef, filter: EntityFilter = {}): AsyncGenerator<Service> {
    return this.#at(ref).list(entityQuery(filter), filter);
  }

  get(ref: ControlPlaneRef, idOrName: string, options: Cancellable = {}): Promise<Service> {
    return this.#at(ref).get(idOrName, options);
  }

  async create(
    ref: ControlPlaneRef,
    body: ServiceCreate,
    options: Cancellable = {},
  ): Promise<Service> {
    return this.#at(ref).create(checkedBody(this.#api.http.t, create, body), options);
  }

  #at(ref: ControlPlaneRef): Endpoint<Service> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}

export function entityQuery({ name, nameContains, tags }: EntityFilter) {
  return { 'filter[name][eq]': name, 'filter[name][contains]': nameContains, tags };
}
