// Creating a transit gateway or private DNS: once, on a network that is ready, and watched until it is or its user has work to do.
import type { KonnectClient, Network } from '../../konnect/client';
import type { Cancellable } from '../../konnect/http';
import { collect } from '../collect';
import type { Run } from '../run';
import { type Rising, untilReady } from '../untilReady';
import { createOnNetwork } from './createOnNetwork';

/** What Konnect's resources of one kind of attachment have in common. */
export interface Attachments<T, W> {
  list(networkId: string, filter: Cancellable & { readonly name: string }): AsyncIterable<T>;
  create(networkId: string, wish: W, options: Cancellable): Promise<T>;
  get(networkId: string, id: string, options: Cancellable): Promise<T>;
}

export interface AttachmentWish<T, W> {
  readonly attachments: Attachments<T, W>;
  readonly network: Pick<Network, 'id' | 'name'>;
  readonly wish: W;
  /** It is there, but not ready yet: that is waited for by `wait`. */
  readonly meanwhile: (made: T, wait: () => Promise<T>) => Promise<T>;
}

export async function createAttachment<
  T extends Rising & { readonly id: string; readonly name: string },
  W extends { readonly name: string },
>(
  konnect: KonnectClient,
  { attachments, network, wish, meanwhile }: AttachmentWish<T, W>,
  run: Run,
): Promise<T> {
  const { signal } = run;
  const { name } = wish;
  const find = async () => {
    const found = await collect(attachments.list(network.id, { name, signal }));
    return found.find((one) => one.name === name);
  };
  const create = () => attachments.create(network.id, wish, { signal });
  const place = { networkId: network.id, networkName: network.name };
  const made = await createOnNetwork(konnect, { ...place, find, create }, run);
  if (run.isPreview === true) return made;
  const read = (looking: AbortSignal) => attachments.get(network.id, made.id, { signal: looking });
  const watched = { name, read, everyMs: 15_000, limitMs: 60 * 60_000 };
  return meanwhile(made, () => untilReady(watched, run));
}
