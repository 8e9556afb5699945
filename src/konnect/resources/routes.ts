// Routes of a control plane, read only (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, offset } from '../pagination';
import { listOf, number, type Shape, text } from '../shape';
import { Endpoint } from './endpoint';
import { below, coreEntities } from './place';
import { type EntityFilter, entityQuery } from './services';

const schema = z.looseObject({
  id: z.string(),
  name: text,
  service: z.nullish(z.looseObject({ id: text })),
  protocols: listOf(z.string()),
  methods: listOf(z.string()),
  hosts: listOf(z.string()),
  paths: listOf(z.string()),
  snis: listOf(z.string()),
  /** Instead of hosts, paths and methods, with the expressions router. */
  expression: text,
  tags: listOf(z.string()),
  created_at: number,
  updated_at: number,
});

export type Route = z.infer<typeof schema>;

const definition = {
  path: `${coreEntities}/routes`,
  item: 'RouteId',
  shape: { name: 'route', schema } satisfies Shape<Route>,
  roles: { read: 'Control Planes: Viewer' },
  paging: offset,
};

export class Routes {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(ref: ControlPlaneRef, filter: EntityFilter = {}): AsyncGenerator<Route> {
    return this.#at(ref).list(entityQuery(filter), filter);
  }

  get(ref: ControlPlaneRef, idOrName: string, options: Cancellable = {}): Promise<Route> {
    return this.#at(ref).get(idOrName, options);
  }

  #at(ref: ControlPlaneRef): Endpoint<Route> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}
