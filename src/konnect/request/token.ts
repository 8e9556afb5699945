// Fetches the access token for a request and refuses one that cannot be sent, without ever quoting it.
import type { Translate } from '../../text';
import { AuthenticationError } from '../errors';

export type TokenSource = () => Promise<string> | string;

/** A token that HTTP cannot carry would end up in the text of fetch's own error. */
export async function readToken(t: Translate, source: TokenSource): Promise<string> {
  const token = (await source()).trim();
  if (token === '') throw new AuthenticationError(t, { said: t('there is none') });
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new AuthenticationError(t, { said: t('it contains characters that no token has') });
  }
  return token;
}
