// What the organisation may have at most; read only (cloud-gateways v2).
import * as z from 'zod/mini';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import { listOf, open, type Shape, text, vocabulary } from '../shape';
import { Endpoint } from './endpoint';
import { cloudGateways, everywhere } from './place';

const resources = vocabulary('quota.resource', [
  'count/provider-accounts.per-provider',
  'count/networks.not-offline',
  'count/data-planes-estimate',
  'count/serverless-data-planes-estimate',
  'count/data-plane-groups-estimate',
  'count/managed-cache-instances',
  'max/managed-cache-size',
]);

const schema = z.looseObject({
  id: z.string(),
  resource: open(resources),
  name: text,
  description: text,
  value: z.number(),
  created_at: text,
  updated_at: text,
});
const defaultSchema = z.extend(schema, { overrides: listOf(schema) });

export type Quota = z.infer<typeof schema>;
export type DefaultQuota = z.infer<typeof defaultSchema>;

const shape: Shape<Quota> = {
  name: 'quota',
  schema,
  words: ({ resource }) => [[resources, resource]],
};
const defaultShape: Shape<DefaultQuota> = { ...shape, schema: defaultSchema };
const common = { item: 'resourceQuotaId', roles: {}, paging: numbered };
const definition = { ...common, path: `${cloudGateways}/resource-quotas`, shape };
const defaults = {
  ...common,
  path: `${cloudGateways}/default-resource-quotas`,
  shape: defaultShape,
};

export class Quotas {
  readonly #own: Endpoint<Quota>;
  readonly #defaults: Endpoint<DefaultQuota>;

  constructor(api: Api) {
    this.#own = new Endpoint(api, definition, everywhere);
    this.#defaults = new Endpoint(api, defaults, everywhere);
  }

  list(options: Cancellable = {}): AsyncGenerator<Quota> {
    return this.#own.list({}, options);
  }

  get(id: string, options: Cancellable = {}): Promise<Quota> {
    return this.#own.get(id, options);
  }

  /** What applies without an own quota, with the overrides of the organisation. */
  defaults(options: Cancellable = {}): AsyncGenerator<DefaultQuota> {
    return this.#defaults.list({}, options);
  }
}
