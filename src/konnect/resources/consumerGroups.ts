// Consumer groups of a control plane, read only (control-planes-config v2).
import * as z from 'zod/mini';
import type { ControlPlaneRef } from '../geo';
import type { Cancellable } from '../http';
import { type Api, offset } from '../pagination';
import type { Shape } from '../shape';
import { Endpoint } from './endpoint';
import { below, coreEntities } from './place';

const schema = z.looseObject({ id: z.string(), name: z.string() });

export type ConsumerGroup = z.infer<typeof schema>;

const definition = {
  path: `${coreEntities}/consumer_groups`,
  item: 'ConsumerGroupId',
  shape: { name: 'consumer group', schema } satisfies Shape<ConsumerGroup>,
  roles: { read: 'Control Planes: Viewer' },
  paging: offset,
};

export class ConsumerGroups {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  list(ref: ControlPlaneRef, options: Cancellable = {}): AsyncGenerator<ConsumerGroup> {
    return new Endpoint(this.#api, definition, below(ref)).list({}, options);
  }
}
