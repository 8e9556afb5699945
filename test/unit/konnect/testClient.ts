// A client of the test server, with everything it logs at hand.
import { KonnectClient, type KonnectOptions, type Notice } from '../../../src/konnect/client';
import type { RequestLogLine } from '../../../src/konnect/http';
import { english } from '../../../src/text';
import { TestClock } from './testClock';
import { type Answer, startServer, type TestServer } from './testServer';

/** Longer than any retry delay, so that the clock can tell the two apart. */
export const timeouts = {
  connectMs: 300_000,
  headersMs: 300_000,
  bodyMs: 300_000,
  totalMs: 700_000,
};

export interface Setup {
  readonly client: KonnectClient;
  readonly server: TestServer;
  readonly clock: TestClock;
  readonly lines: RequestLogLine[];
  readonly notices: Notice[];
}

export function clientOf(
  server: Pick<TestServer, 'apiUrl'>,
  options: Partial<KonnectOptions> = {},
): Omit<Setup, 'server'> {
  const lines: RequestLogLine[] = [];
  const notices: Notice[] = [];
  const clock = new TestClock(60_000);
  const client = new KonnectClient({
    apiUrl: server.apiUrl,
    token: () => 'kpat_test',
    fetch: globalThis.fetch,
    t: english,
    log: (line) => lines.push(line),
    notice: (notice) => notices.push(notice),
    clock,
    timeouts,
    ...options,
  });
  return { client, clock, lines, notices };
}

/** Server and client for one test; both are closed after it. */
export async function withServer(
  answer: Answer,
  use: (setup: Setup) => Promise<void>,
  options: Partial<KonnectOptions> = {},
): Promise<void> {
  const server = await startServer(answer);
  const { client, ...rest } = clientOf(server, options);
  try {
    await use({ client, server, ...rest });
  } finally {
    await client.close();
    await server.close();
  }
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
