// The connections that the user has signed in to, and which of them is in use. A token belongs to exactly one of them.
import { type Event, EventEmitter, type SecretStorage } from 'vscode';
import { DisposableStore } from '../disposables';

/** The api address at sign-in and the organisation found there. */
export interface Connection {
  /** With `{geo}`, as it was at sign-in; later changes of the setting do not move it. */
  readonly apiUrl: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly demo: boolean;
  /** A lock: nothing that changes Konnect runs on it. */
  readonly readOnly: boolean;
}

interface StoredConnection extends Connection {
  readonly token: string;
}

interface Stored {
  readonly activeKey: string | undefined;
  readonly connections: readonly StoredConnection[];
}

/** Everything is one secret: it is replaced as a whole, and other windows hear of it at once. */
const secretKey = 'connections';
const nothing: Stored = { activeKey: undefined, connections: [] };

/** The identity that a token is bound to. */
export function connectionKey({
  apiUrl,
  organization,
}: Pick<Connection, 'apiUrl' | 'organization'>): string {
  return `${apiUrl}#${organization.id}`;
}

export class Connections {
  readonly #owned = new DisposableStore();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly #secrets: SecretStorage;
  #stored: Promise<Stored> | undefined;

  /** Signed in, signed out, switched or locked, in this window or another one. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
    this.#owned.add(
      secrets.onDidChange(({ key }) => {
        if (key === secretKey) this.#forget();
      }),
    );
  }

  async all(): Promise<readonly Connection[]> {
    return (await this.#read()).connections.map(withoutToken);
  }

  async active(): Promise<Connection | undefined> {
    const active = activeOf(await this.#read());
    return active && withoutToken(active);
  }

  /** The token of that connection alone, and only while it is the one in use. */
  async token(connection: Connection): Promise<string | undefined> {
    const active = activeOf(await this.#read());
    const isActive = active !== undefined && connectionKey(active) === connectionKey(connection);
    return isActive ? active.token : undefined;
  }

  /** Adds the connection, or gives it a new token (a lock stays), and puts it into use. There is one demo at a time. */
  async use(connection: Connection, token: string): Promise<void> {
    const { connections } = await this.#read();
    const key = connectionKey(connection);
    const previous = connections.find((one) => connectionKey(one) === key);
    const readOnly = previous?.readOnly ?? connection.readOnly;
    const others = connections.filter((one) => one !== previous && !(one.demo && connection.demo));
    await this.#write({
      activeKey: key,
      connections: [...others, { ...connection, readOnly, token }],
    });
  }

  async switchTo(connection: Connection): Promise<void> {
    await this.#write({ ...(await this.#read()), activeKey: connectionKey(connection) });
  }

  async setReadOnly(connection: Connection, readOnly: boolean): Promise<void> {
    const stored = await this.#read();
    const key = connectionKey(connection);
    await this.#write({
      ...stored,
      connections: stored.connections.map((one) =>
        connectionKey(one) === key ? { ...one, readOnly } : one,
      ),
    });
  }

  /** Removes the connection in use and its token. Another one is not put into use by itself. */
  async signOut(): Promise<void> {
    const { activeKey, connections } = await this.#read();
    const left = connections.filter((one) => connectionKey(one) !== activeKey);
    await this.#write({ activeKey: undefined, connections: left });
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #write(stored: Stored): Promise<void> {
    if (stored.connections.length === 0) await this.#secrets.delete(secretKey);
    else await this.#secrets.store(secretKey, JSON.stringify(stored));
    this.#forget();
  }

  #forget(): void {
    this.#stored = undefined;
    this.#changed.fire();
  }

  #read(): Promise<Stored> {
    this.#stored ??= Promise.resolve(this.#secrets.get(secretKey)).then(parseStored);
    return this.#stored;
  }
}

function activeOf({ activeKey, connections }: Stored): StoredConnection | undefined {
  return connections.find((one) => connectionKey(one) === activeKey);
}

function withoutToken({ token: _, ...connection }: StoredConnection): Connection {
  return connection;
}

/** What another version wrote differently counts as not there. */
function parseStored(text: string | undefined): Stored {
  if (text === undefined) return nothing;
  try {
    const { activeKey, connections } = JSON.parse(text) as Partial<Stored>;
    return { activeKey, connections: (connections ?? []).filter(isConnection) };
  } catch {
    return nothing;
  }
}

function isConnection({ apiUrl, token, organization }: Partial<StoredConnection>): boolean {
  return (
    typeof apiUrl === 'string' && typeof token === 'string' && typeof organization?.id === 'string'
  );
}
