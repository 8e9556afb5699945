// Reads everything that the panel shows of one gateway, and tells after each part how far it is.
import type { ControlPlaneRef, KonnectClient, Network, TransitGateway } from '../konnect/client';
import { type Failure, type GatewayParts, networkIds, type Part } from './gatewayParts';

export type GatewaySource = Pick<
  KonnectClient,
  | 'controlPlanes'
  | 'configurations'
  | 'customDomains'
  | 'providerAccounts'
  | 'networks'
  | 'transitGateways'
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
        readNetworks(progress, networkIds(configuration), {
          network: (id) => konnect.networks.get(id, { signal }),
          attachments: (id) => all(konnect.transitGateways.list(id, { signal })),
        }),
      ),
  ]);
}

interface NetworkReads {
  readonly network: (id: string) => Promise<Network>;
  readonly attachments: (id: string) => Promise<readonly TransitGateway[]>;
}

async function readNetworks(
  progress: Progress,
  ids: readonly string[],
  read: NetworkReads,
): Promise<void> {
  progress.change(({ networks, attachments }) => ({
    networks: keptOnly(ids, networks),
    attachments: keptOnly(ids, attachments),
  }));
  await Promise.all(
    ids.flatMap((id) => [
      progress.settle(read.network(id), (part, { networks }) => ({
        networks: new Map(networks).set(id, part),
      })),
      progress.settle(read.attachments(id), (part, { attachments }) => ({
        attachments: new Map(attachments).set(id, part),
      })),
    ]),
  );
}

/** In the order of the ids; what was known of one stays until its new value is there. */
function keptOnly<T>(
  ids: readonly string[],
  before: ReadonlyMap<string, Part<T>>,
): ReadonlyMap<string, Part<T>> {
  const loading: Part<T> = { state: 'loading' };
  return new Map(ids.map((id) => [id, before.get(id) ?? loading]));
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
