// The connection in use: which Konnect address, which organisation, and the token that belongs to exactly that pair.
import { type Event, EventEmitter, type SecretStorage } from 'vscode';
import { DisposableStore } from './disposables';

/** The api address at sign-in and the organisation found there. */
export interface Connection {
  /** With `{geo}`, as it was at sign-in; later changes of the setting do not move it. */
  readonly apiUrl: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly demo: boolean;
}

interface StoredConnection extends Connection {
  readonly token: string;
}

/** Everything is one secret: it is replaced as a whole, and other windows hear of it at once. */
const secretKey = 'connection';

/** The identity that a token is bound to. */
export function connectionKey({ apiUrl, organization }: Connection): string {
  return `${apiUrl}#${organization.id}`;
}

export class Connections {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly #secrets: SecretStorage;
  #stored: Promise<StoredConnection | undefined> | undefined;

  /** Signed in, signed out or switched, in this window or another one. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
    this.#owned.add(
      secrets.onDidChange(({ key }) => {
        if (key === secretKey) this.#forget();
      }),
    );
  }

  async active(): Promise<Connection | undefined> {
    const stored = await this.#read();
    if (stored === undefined) return undefined;
    const { token: _, ...connection } = stored;
    return connection;
  }

  /** The token of that connection alone; undefined once another one is in use. */
  async token(connection: Connection): Promise<string | undefined> {
    const stored = await this.#read();
    return stored !== undefined && connectionKey(stored) === connectionKey(connection)
      ? stored.token
      : undefined;
  }

  async use(connection: Connection, token: string): Promise<void> {
    await this.#secrets.store(secretKey, JSON.stringify({ ...connection, token }));
    this.#forget();
  }

  async signOut(): Promise<void> {
    await this.#secrets.delete(secretKey);
    this.#forget();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #forget(): void {
    this.#stored = undefined;
    this.#changed.fire();
  }

  #read(): Promise<StoredConnection | undefined> {
    this.#stored ??= Promise.resolve(this.#secrets.get(secretKey)).then(parseStored);
    return this.#stored;
  }
}

/** A secret that another version wrote differently counts as signed out. */
function parseStored(text: string | undefined): StoredConnection | undefined {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Partial<StoredConnection>;
    const { apiUrl, organization, token } = value;
    if (typeof apiUrl !== 'string' || typeof token !== 'string' || organization === undefined)
      return undefined;
    return { apiUrl, token, organization, demo: value.demo === true };
  } catch {
    return undefined;
  }
}
