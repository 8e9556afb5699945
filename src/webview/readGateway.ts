// Reads everything that the panel shows of one gateway, and tells after each part how far it is.
import type { ControlPlaneRef, KonnectClient, Network } from '../konnect/client';
import { type Failure, type GatewayParts, networkIds, type Part } from './gatewayParts';

export type GatewaySource = Pick<
  KonnectClient,
  'controlPlanes' | 'configurations' | 'customDomains' | 'providerAccounts' | 'networks'
>;

export interface Reading {
  /** What was known before: shown until the new value of a part is there. */
  readonly before: GatewayParts;
  readonly signal: AbortSignal;
  readonly onProgress: (parts: GatewayParts) => void;
  /** Turns a failed request into words. */
  readonly explain: (error: unknown) => Failure;
}

export async function readGateway(
  konnect: GatewaySource,
  ref: ControlPlaneRef,
  reading: Reading,
): Promise<void> {
  const { signal } = reading;
  const progress = new Progress(reading);
  const filter = { controlPlane: ref, signal };
  await Promise.all([
    progress.settle(konnect.controlPlanes.get(ref, { signal }), (controlPlane) => ({
      controlPlane,
    })),
    progress.settle(all(konnect.customDomains.list(filter)), (domains) => ({ domains })),
    progress.settle(all(konnect.providerAccounts.list({ signal })), (accounts) => ({ accounts })),
    progress
      .settle(first(konnect.configurations.list(filter)), (configuration) => ({ configuration }))
      .then((configuration) =>
        readNetworks(progress, networkIds(configuration), (id) =>
          konnect.networks.get(id, { signal }),
        ),
      ),
  ]);
}

async function readNetworks(
  progress: Progress,
  ids: readonly string[],
  read: (id: string) => Promise<Network>,
): Promise<void> {
  const loading: Part<Network> = { state: 'loading' };
  progress.change(({ networks }) => ({
    networks: new Map(ids.map((id) => [id, networks.get(id) ?? loading])),
  }));
  const put =
    (id: string) =>
    (part: Part<Network>, { networks }: GatewayParts) => ({
      networks: new Map(networks).set(id, part),
    });
  await Promise.all(ids.map((id) => progress.settle(read(id), put(id))));
}

class Progress {
  #parts: GatewayParts;
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#parts = reading.before;
    this.#reading = reading;
  }

  /** The value, or undefined when it could not be read. */
  async settle<T>(
    work: Promise<T>,
    put: (part: Part<T>, parts: GatewayParts) => Partial<GatewayParts>,
  ): Promise<T | undefined> {
    const part = await this.#partOf(work);
    this.change((parts) => put(part, parts));
    return part.state === 'loaded' ? part.value : undefined;
  }

  /** A stopped reading has nothing to say any more: its failures are only the cancellation. */
  change(change: (parts: GatewayParts) => Partial<GatewayParts>): void {
    if (this.#reading.signal.aborted) return;
    this.#parts = { ...this.#parts, ...change(this.#parts) };
    this.#reading.onProgress(this.#parts);
  }

  async #partOf<T>(work: Promise<T>): Promise<Part<T>> {
    try {
      return { state: 'loaded', value: await work };
    } catch (error) {
      // The words for a cancellation are never shown, and it is no failure to be told about.
      const failure = this.#reading.signal.aborted ? { reason: '' } : this.#reading.explain(error);
      return { state: 'failed', failure };
    }
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** There is one configuration per control plane. */
async function first<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  for await (const item of items) return item;
  return undefined;
}
