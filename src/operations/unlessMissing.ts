// What Konnect answers, or nothing where it has nothing.
import { isKonnectError } from '../konnect/errors';

export async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isKonnectError(error) && error.kind === 'not-found') return undefined;
    throw error;
  }
}
