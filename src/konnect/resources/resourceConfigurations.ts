// Settings of the organisation for its data planes, such as the idle timeout; read only (cloud-gateways v2).
import * as z from 'zod/mini';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import { listOf, open, type Shape, text, vocabulary } from '../shape';
import { Endpoint } from './endpoint';
import { cloudGateways, everywhere } from './place';

const qualifiers = vocabulary('resource configuration.qualifier', [
  'data-plane-group-idle-timeout-minutes',
]);

const schema = z.looseObject({ id: z.string(), qualifier: open(qualifiers), value: z.number() });
const defaultSchema = z.extend(schema, {
  name: text,
  description: text,
  overrides: listOf(schema),
  created_at: text,
  updated_at: text,
});

export type ResourceConfiguration = z.infer<typeof schema>;
export type DefaultResourceConfiguration = z.infer<typeof defaultSchema>;

const shape: Shape<ResourceConfiguration> = {
  name: 'resource configuration',
  schema,
  words: ({ qualifier }) => [[qualifiers, qualifier]],
};
const defaultShape: Shape<DefaultResourceConfiguration> = { ...shape, schema: defaultSchema };
const common = { item: 'resourceConfigurationId', roles: {}, paging: numbered };
const definition = { ...common, path: `${cloudGateways}/resource-configurations`, shape };
const defaults = {
  ...common,
  path: `${cloudGateways}/default-resource-configurations`,
  shape: defaultShape,
};

export class ResourceConfigurations {
  readonly #own: Endpoint<ResourceConfiguration>;
  readonly #defaults: Endpoint<DefaultResourceConfiguration>;

  constructor(api: Api) {
    this.#own = new Endpoint(api, definition, everywhere);
    this.#defaults = new Endpoint(api, defaults, everywhere);
  }

  list(options: Cancellable = {}): AsyncGenerator<ResourceConfiguration> {
    return this.#own.list({}, options);
  }

  get(id: string, options: Cancellable = {}): Promise<ResourceConfiguration> {
    return this.#own.get(id, options);
  }

  defaults(options: Cancellable = {}): AsyncGenerator<DefaultResourceConfiguration> {
    return this.#defaults.list({}, options);
  }
}
