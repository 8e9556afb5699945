// Creating something once: no POST may be repeated blindly, as Konnect knows no idempotency key (FACTS 2.3).
import { isKonnectError } from '../konnect/errors';

/** `find` looks for it by name, after a request of which nobody knows whether it was carried out. */
export async function createOnce<T>(
  find: () => Promise<T | undefined>,
  create: () => Promise<T>,
): Promise<T> {
  try {
    return await create();
  } catch (error) {
    const isUnknown = isKonnectError(error) && error.uncertain && error.kind !== 'cancelled';
    const found = isUnknown ? await find().catch(() => undefined) : undefined;
    if (found === undefined) throw error;
    return found;
  }
}
