// Creating something on a network, which Konnect takes only when the network is ready (FACTS 5.6, 10).
import type { KonnectClient } from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import { createOnce } from '../createOnce';
import type { Run } from '../run';
import { untilReady } from '../untilReady';

export interface OnNetwork<T> {
  readonly networkId: string;
  readonly networkName: string;
  readonly find: () => Promise<T | undefined>;
  readonly create: () => Promise<T>;
}

const limitMs = 60 * 60_000;

/** Waits for the network when it is on its way; only a refusal for that cause is tried again. */
export async function createOnNetwork<T>(
  { networks }: KonnectClient,
  { networkId, networkName, find, create }: OnNetwork<T>,
  run: Run,
): Promise<T> {
  const read = (signal: AbortSignal) => networks.get(networkId, { signal });
  for (;;) {
    if (run.isPreview !== true)
      await untilReady({ name: networkName, read, everyMs: 30_000, limitMs }, run);
    try {
      return await createOnce(find, create);
    } catch (error) {
      const isRefused = isKonnectError(error) && error.kind === 'invalid-request';
      if (!isRefused || (await read(run.signal)).state === 'ready') throw error;
    }
  }
}
