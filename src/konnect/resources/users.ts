// The user behind a personal access token, for a name to show (identity v3).
import * as z from 'zod/mini';
import { isKonnectError } from '../errors';
import { globalGeo } from '../geo';
import type { Cancellable } from '../http';
import type { Api } from '../pagination';
import { boolean, type Shape, text } from '../shape';

const schema = z.looseObject({
  id: text,
  email: text,
  full_name: text,
  preferred_name: text,
  active: boolean,
  inferred_region: text,
  created_at: text,
  updated_at: text,
});

export type User = z.infer<typeof schema>;

const shape: Shape<User> = { name: 'user', schema };
/** How Konnect says that a token is a system account's is not documented, so all three count. */
const noUser: readonly string[] = ['authentication', 'permission', 'not-found'];

export class Users {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** `get-users-me`; undefined for the token of a system account. Not a test of the token. */
  async me({ signal }: Cancellable = {}): Promise<User | undefined> {
    const path = '/v3/users/me';
    try {
      const answer = await this.#api.http.send({ method: 'GET', geo: globalGeo, path, signal });
      return this.#api.reader.read(shape, answer);
    } catch (error) {
      if (isKonnectError(error) && noUser.includes(error.kind)) return undefined;
      throw error;
    }
  }
}
