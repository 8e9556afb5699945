// Making a connection: a token is asked of Konnect before it is stored.
import type { ActiveClient } from './activeClient';
import type { Connection, Connections } from './connections';
import type { DemoServer } from './demoServer';

interface Needs {
  readonly client: ActiveClient;
  readonly connections: Connections;
}

/**
 * @param apiUrl an address that may be trusted with the token
 * @throws KonnectError when Konnect refuses the token or cannot be reached; nothing is stored then
 */
export async function connect(
  { client, connections }: Needs,
  { apiUrl, token, demo }: { apiUrl: string; token: string; demo: boolean },
  signal?: AbortSignal,
): Promise<Connection> {
  const candidate = await client.create(apiUrl, () => token);
  try {
    const { id, name } = await candidate.organizations.me({ ...(signal && { signal }) });
    const connection: Connection = { apiUrl, organization: { id, name }, demo, readOnly: false };
    await connections.use(connection, token);
    return connection;
  } finally {
    await candidate.close();
  }
}

/** A demo that still runs is used again: its data is the user's. */
export async function connectDemo(needs: Needs & { readonly demo: DemoServer }): Promise<void> {
  const { connections, demo } = needs;
  const earlier = (await connections.all()).find((connection) => connection.demo);
  if (earlier !== undefined && (await demo.isRunning(earlier.apiUrl))) {
    await connections.switchTo(earlier);
  } else {
    await connect(needs, { ...(await demo.start()), demo: true });
  }
}

/**
 * The connection in use. A demo that was started for this window from outside takes the place of an earlier demo, and
 * is used at once when nobody has signed in.
 */
export async function resume(
  needs: Needs & { readonly demo: DemoServer },
): Promise<Connection | undefined> {
  const { connections, demo } = needs;
  const active = await connections.active();
  const given = demo.given();
  if (
    given !== undefined &&
    (active === undefined || (active.demo && active.apiUrl !== given.apiUrl))
  ) {
    return connect(needs, { ...given, demo: true });
  }
  return active;
}
