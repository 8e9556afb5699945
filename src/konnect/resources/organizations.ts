// The organisation that an access token belongs to (identity v3).
import * as z from 'zod/mini';
import { globalGeo } from '../geo';
import type { Cancellable } from '../http';
import type { Api } from '../pagination';
import { open, type Shape, text, vocabulary } from '../shape';

const states = vocabulary('organization.state', ['active', 'inactive', 'deleting', 'deleted']);

const schema = z.looseObject({
  id: z.string(),
  name: z.string(),
  owner_id: text,
  login_path: text,
  state: z.nullish(open(states)),
  retention_period_days: z.nullish(z.number()),
  created_at: text,
  updated_at: text,
});

export type Organization = z.infer<typeof schema>;

const shape: Shape<Organization> = {
  name: 'organization',
  schema,
  words: ({ state }) => [[states, state]],
};

export class Organizations {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** `get-organizations-me`: works for both kinds of token, so it is how a token is tested. */
  async me({ signal }: Cancellable = {}): Promise<Organization> {
    const path = '/v3/organizations/me';
    const answer = await this.#api.http.send({ method: 'GET', geo: globalGeo, path, signal });
    return this.#api.reader.read(shape, answer);
  }
}
