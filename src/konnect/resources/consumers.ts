// Consumers of a control plane, read only (control-planes-config v2).
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
  username: text,
  custom_id: text,
  tags: listOf(z.string()),
  created_at: number,
  updated_at: number,
});

export type Consumer = z.infer<typeof schema>;

const definition = {
  path: `${coreEntities}/consumers`,
  item: 'ConsumerId',
  shape: { name: 'consumer', schema } satisfies Shape<Consumer>,
  roles: { read: 'Control Planes: Viewer' },
  paging: offset,
};

export class Consumers {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(ref: ControlPlaneRef, filter: EntityFilter = {}): AsyncGenerator<Consumer> {
    return this.#at(ref).list(entityQuery(filter), filter);
  }

  get(ref: ControlPlaneRef, idOrName: string, options: Cancellable = {}): Promise<Consumer> {
    return this.#at(ref).get(idOrName, options);
  }

  #at(ref: ControlPlaneRef): Endpoint<Consumer> {
    return new Endpoint(this.#api, definition, below(ref));
  }
}
