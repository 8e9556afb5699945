// What can be ordered where: gateway versions, instance types, providers with their regions (cloud-gateways v2).
import * as z from 'zod/mini';
import { globalGeo } from '../geo';
import type { Cancellable } from '../http';
import type { Api } from '../pagination';
import { listOf, type Shape, text } from '../shape';
import { cloudGateways } from './place';

const instanceType = z.looseObject({
  name: z.string(),
  /** Decimal numbers as text, as Konnect sends them. */
  hourly_cost: text,
  v_cpu: text,
  gb_memory: text,
});
const region = z.looseObject({
  region: z.string(),
  name: text,
  /** Ids such as `use2-az1`, not names such as `us-east-2a`. */
  availability_zones: listOf(z.string()),
  cidr_blocks: listOf(z.string()),
  reserved_cidr_blocks: listOf(z.string()),
});
const provider = z.looseObject({ provider: z.string(), regions: listOf(region) });

const schema = z.looseObject({
  versions: listOf(z.string()),
  instance_types: listOf(instanceType),
  providers: listOf(provider),
  serverless_v1_providers: listOf(z.looseObject({ provider: z.string() })),
});

export type Availability = z.infer<typeof schema>;
export type AvailableProvider = z.infer<typeof provider>;
export type AvailableRegion = z.infer<typeof region>;
export type InstanceType = z.infer<typeof instanceType>;

const shape: Shape<Availability> = { name: 'availability document', schema };

export class AvailabilityDocument {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** `get-availability-json`; needs no token. */
  async get({ signal }: Cancellable = {}): Promise<Availability> {
    const path = `${cloudGateways}/availability.json`;
    const request = { method: 'GET', geo: globalGeo, path, anonymous: true, signal } as const;
    return this.#api.reader.read(shape, await this.#api.http.send(request));
  }
}
