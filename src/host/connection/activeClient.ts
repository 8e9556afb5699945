// The Konnect client of the connection in use; its bundle is loaded when the first request is due.
import { type Disposable, type LogOutputChannel, l10n } from 'vscode';
import type { KonnectClient, KonnectOptions } from '../../konnect/client';
import { logRequest } from '../log';
import { signIn, startDemo } from '../runCommand';
import { UserError } from '../userError';
import { type Connection, type Connections, connectionKey } from './connections';
import { PreviewedRequests } from './previewedRequests';

export interface ActiveClientOptions {
  readonly connections: Connections;
  readonly fetch: typeof globalThis.fetch;
  /** Hears of the connection that requests are about to go to. */
  readonly onUse: (connection: Connection) => void;
  readonly log: LogOutputChannel;
  /** Authorities to trust instead of those that VS Code or Node would. */
  readonly certificates: () => readonly string[] | undefined;
  /** Besides the token: what no log and no error may repeat. */
  readonly secrets: () => readonly string[];
  /** The bundle behind the seam. */
  readonly load: () => Promise<{ KonnectClient: new (options: KonnectOptions) => KonnectClient }>;
}

export class ActiveClient {
  readonly #options: ActiveClientOptions;
  #current: { readonly key: string; readonly client: Promise<KonnectClient> } | undefined;

  readonly #listening: Disposable;

  constructor(options: ActiveClientOptions) {
    this.#options = options;
    this.#listening = options.connections.onDidChange(() => this.#closeUnlessActive());
  }

  /** @throws UserError when nobody is signed in */
  async get(): Promise<KonnectClient> {
    const connection = await this.#options.connections.active();
    if (connection === undefined) throw notConnected();
    this.#options.onUse(connection);
    const key = connectionKey(connection);
    if (this.#current?.key !== key) {
      this.#close();
      const client = this.create(connection.apiUrl, () => this.#token(connection));
      this.#current = { key, client };
    }
    return this.#current.client;
  }

  /** A client of the connection in use that writes changes down instead of sending them. The caller closes it. */
  async preview(): Promise<{
    readonly konnect: KonnectClient;
    readonly recorded: PreviewedRequests;
  }> {
    const connection = await this.#options.connections.active();
    if (connection === undefined) throw notConnected();
    const recorded = new PreviewedRequests(this.#options.fetch);
    const token = () => this.#token(connection);
    return { konnect: await this.create(connection.apiUrl, token, recorded.fetch), recorded };
  }

  /** A client for an address and a token that are not a connection yet. */
  async create(
    apiUrl: string,
    token: () => Promise<string> | string,
    fetch = this.#options.fetch,
  ): Promise<KonnectClient> {
    const { load, log, secrets } = this.#options;
    const { KonnectClient } = await load();
    const certificates = this.#options.certificates();
    return new KonnectClient({
      apiUrl,
      token,
      fetch,
      secrets,
      ...(certificates && { certificates }),
      t: l10n.t,
      log: (line) => logRequest(log, line),
      notice: ({ property, value }) =>
        log.warn(`Konnect answers ${property} ${value}, which this version does not know`),
    });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#close();
  }

  /** What is under way for a connection that is no longer in use ends. */
  async #closeUnlessActive(): Promise<void> {
    const active = await this.#options.connections.active();
    const key = active && connectionKey(active);
    if (this.#current !== undefined && this.#current.key !== key) this.#close();
  }

  #close(): void {
    const current = this.#current;
    this.#current = undefined;
    current?.client.then(
      (client) => client.close(),
      () => undefined,
    );
  }

  async #token(connection: Connection): Promise<string> {
    const token = await this.#options.connections.token(connection);
    if (token === undefined) throw notConnected();
    return token;
  }
}

export function notConnected(): UserError {
  return new UserError(
    l10n.t('You are not connected to Konnect. Sign in, or start the demo.'),
    signIn(),
    startDemo(),
  );
}
