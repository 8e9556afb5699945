// The accounts at cloud providers in which Kong runs data planes; made by Kong, read only (cloud-gateways v2).
import * as z from 'zod/mini';
import type { Cancellable } from '../http';
import { type Api, numbered } from '../pagination';
import { open, type Shape, text, vocabulary } from '../shape';
import { Endpoint } from './endpoint';
import { cloudGateways, everywhere } from './place';

const providers = vocabulary('provider', ['aws', 'azure', 'gcp']);

const schema = z.looseObject({
  /** Konnect's id: what a network is created with. */
  id: z.string(),
  provider: open(providers),
  /** The cloud's own id: on AWS 12 digits, leading zeros count; what an ARN is made of. */
  provider_account_id: z.string(),
  created_at: text,
  updated_at: text,
});

export type ProviderAccount = z.infer<typeof schema>;

const shape: Shape<ProviderAccount> = {
  name: 'provider account',
  schema,
  words: ({ provider }) => [[providers, provider]],
};

const definition = {
  path: `${cloudGateways}/provider-accounts`,
  item: 'providerAccountId',
  shape,
  roles: { read: 'Networks: Network Admin' },
  paging: numbered,
};

export class ProviderAccounts {
  readonly #at: Endpoint<ProviderAccount>;

  constructor(api: Api) {
    this.#at = new Endpoint(api, definition, everywhere);
  }

  list(filter: Cancellable & { readonly provider?: string } = {}): AsyncGenerator<ProviderAccount> {
    return this.#at.list({ 'filter[provider][eq]': filter.provider }, filter);
  }

  get(id: string, options: Cancellable = {}): Promise<ProviderAccount> {
    return this.#at.get(id, options);
  }
}
