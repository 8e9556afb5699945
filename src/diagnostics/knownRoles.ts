// The networks and AWS accounts of the organisation, to compare trust policies with.
import { EventEmitter } from 'vscode';
import type { KnownRoles } from '../aws/lint/finding';
import type { ActiveClient } from '../host/connection/activeClient';
import type { Connections } from '../host/connection/connections';
import { DisposableStore } from '../host/disposables';
import type { KonnectClient, Network, ProviderAccount } from '../konnect/client';

export interface KnownRolesOptions {
  readonly connections: Connections;
  readonly client: ActiveClient;
}

export class KnownRolesReader {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly #options: KnownRolesOptions;
  #reading: Promise<KnownRoles | undefined> | undefined;
  #current: KnownRoles | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(options: KnownRolesOptions) {
    this.#options = options;
    this.#owned.add(options.connections.onDidChange(() => this.forget()));
  }

  /** As far as it has been read: an editor is checked at once, and again when the answer comes. */
  get current(): KnownRoles | undefined {
    if (this.#reading === undefined) void this.load();
    return this.#current;
  }

  /** Undefined when nobody is connected or nothing can be read. */
  load(): Promise<KnownRoles | undefined> {
    this.#reading ??= this.#read();
    return this.#reading;
  }

  /** Asks Konnect anew when next needed. */
  forget(): void {
    this.#reading = undefined;
    this.#current = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #read(): Promise<KnownRoles | undefined> {
    if ((await this.#options.connections.active()) === undefined) return undefined;
    try {
      const konnect = await this.#options.client.get();
      this.#current = await readRoles(konnect);
      this.#changed.fire();
      return this.#current;
    } catch {
      // The check is worth something without the comparison; what fails here shows in the explorer.
      return undefined;
    }
  }
}

/** Without the accounts, which need another role of the token, ids are compared still. */
async function readRoles(konnect: KonnectClient): Promise<KnownRoles> {
  const [networks, accounts] = await Promise.all([
    collect(konnect.networks.list()),
    collect(konnect.providerAccounts.list()).catch((): readonly ProviderAccount[] => []),
  ]);
  return {
    networks: networks.map((network) => ofNetwork(network, accounts)),
    accounts: accounts.filter(isAws).map(({ provider_account_id }) => provider_account_id),
  };
}

function ofNetwork(
  { id, name, cloud_gateway_provider_account_id }: Network,
  accounts: readonly ProviderAccount[],
): KnownRoles['networks'][number] {
  const account = accounts.find((one) => one.id === cloud_gateway_provider_account_id);
  const accountId = account && isAws(account) ? account.provider_account_id : undefined;
  return { id, name, accountId, provider: account?.provider };
}

function isAws({ provider }: ProviderAccount): boolean {
  return provider === 'aws';
}

async function collect<T>(resources: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const resource of resources) found.push(resource);
  return found;
}
