// Every verb against every fault: the exact message, the number of requests, and nothing left behind.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { KonnectClient } from '../../../src/konnect/client';
import { isKonnectError } from '../../../src/konnect/errors';
import { clientOf, timeouts } from './testClient';
import type { TestClock } from './testClock';
import { type Answer, sendJson, startServer, type TestServer } from './testServer';

const ref = { id: 'cp', geo: 'us' };
const plugin = { name: 'p', handler: 'return {}', schema: 'return {}' };
const verbs = {
  GET: (client: KonnectClient) => client.customPlugins.get(ref, 'p'),
  POST: (client: KonnectClient) => client.customPlugins.create(ref, plugin),
  PUT: (client: KonnectClient) => client.customPlugins.put(ref, 'p', plugin),
  PATCH: (client: KonnectClient) => client.networks.rename('n', 'other'),
  DELETE: (client: KonnectClient) => client.customPlugins.delete(ref, 'p'),
} as const;
type Verb = keyof typeof verbs;
const reads: readonly Verb[] = ['GET'];
const safe: readonly Verb[] = ['GET', 'PUT', 'DELETE'];
const every: readonly Verb[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

interface Fault {
  readonly answer: Answer;
  /** Without what is added for a write of unknown outcome. */
  readonly message: string;
  /** These are tried four times, the others once. */
  readonly repeated: readonly Verb[];
  /** A write may have been carried out. */
  readonly leavesOpen: boolean;
  /** This much time of each try has to run out. */
  readonly outlasts?: number;
}

const role = (verb: Verb): string => {
  if (verb === 'PATCH') return 'Networks: Network Admin';
  return verb === 'GET' ? 'Control Planes: Viewer' : 'Control Planes: Plugin Admin';
};
const lost = 'Check the connection and the proxy, and try again.';
const refuse =
  (status: number, body: unknown, headers = {}): Answer =>
  (response) =>
    sendJson(response, status, body, headers);
const page: Answer = (response) => {
  response.writeHead(502, { 'content-type': 'text/html' });
  response.end('<html><head><title>502 Bad Gateway</title></head></html>');
};

const faults: Readonly<Record<string, Fault>> = {
  'a reset before the headers': {
    answer: (response) => response.socket?.resetAndDestroy(),
    message: `The connection to {host} failed: read ECONNRESET. ${lost}`,
    repeated: safe,
    leavesOpen: true,
  },
  'a connection that is closed without an answer': {
    answer: (response) => response.socket?.destroy(),
    message: `The connection to {host} failed: other side closed. ${lost}`,
    repeated: safe,
    leavesOpen: true,
  },
  'a connection that is closed in the middle of the body': {
    answer: (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id":', () => response.socket?.end());
    },
    message: `The connection to {host} failed: other side closed. ${lost}`,
    repeated: safe,
    leavesOpen: true,
  },
  'JSON that is cut off': {
    answer: (response) => response.end('{"id":"a","na'),
    message:
      'The answer of {host} is cut off or is no JSON. Try again; if it stays so, check the API address and the proxy.',
    repeated: [],
    leavesOpen: true,
  },
  'a sign-in page with status 200': {
    answer: (response) => response.end('<!doctype html><title>Welcome</title>'),
    message:
      '{host} answered with a page instead of data: Welcome. Check the API address and the proxy.',
    repeated: [],
    leavesOpen: true,
  },
  'a redirect': {
    answer: (response) => response.writeHead(302, { location: 'https://login.example/' }).end(),
    message:
      '{host} points to login.example instead of answering. The access token was not sent there. Check the API address and the proxy.',
    repeated: [],
    leavesOpen: false,
  },
  'no answer ever': {
    answer: () => undefined,
    message: `{host} did not answer in 600 seconds. Check the connection and try again.`,
    repeated: safe,
    leavesOpen: true,
    outlasts: 600_000,
  },
  'an answer that trickles': {
    answer: (response) => response.write('{'),
    message: `{host} did not answer in 700 seconds. Check the connection and try again.`,
    repeated: safe,
    leavesOpen: true,
    outlasts: 700_000,
  },
  'status 401': {
    answer: refuse(401, { message: 'Unauthorized', status: 401 }),
    message:
      'Konnect does not accept the access token: Unauthorized. Sign in again with a valid one.',
    repeated: [],
    leavesOpen: false,
  },
  'status 403 for want of a role': {
    answer: refuse(403, { title: 'Forbidden', detail: 'No permission' }),
    message:
      'Konnect does not allow this: No permission. The role “{role}” is probably missing; ask an admin of the organisation for it.',
    repeated: [],
    leavesOpen: false,
  },
  'status 403 for a quota': {
    answer: refuse(403, { title: 'Quota Exceeded', detail: 'Max allowed: 3' }),
    message:
      'A limit of the organisation is reached: Max allowed: 3. Remove what is no longer used, or ask Kong to raise the limit.',
    repeated: [],
    leavesOpen: false,
  },
  'status 404': {
    answer: refuse(404, undefined),
    message:
      'Konnect did not find this: nothing is there. It may have been deleted, or not be part of your organisation’s plan; refresh and try again.',
    repeated: [],
    leavesOpen: false,
  },
  'status 409': {
    answer: refuse(409, { title: 'Conflict', detail: 'Name in use' }),
    message:
      'This conflicts with what Konnect has: Name in use. Refresh, compare, and change the name or the values.',
    repeated: [],
    leavesOpen: false,
  },
  'status 429': {
    answer: refuse(429, { title: 'Too Many Requests' }),
    message: 'Konnect received too many requests: Too Many Requests. Wait a minute and try again.',
    repeated: every,
    leavesOpen: false,
  },
  'status 429 with Retry-After': {
    answer: refuse(429, undefined, { 'retry-after': '3' }),
    message: 'Konnect received too many requests. Try again in 3 seconds.',
    repeated: every,
    leavesOpen: false,
  },
  'status 429 with a long Retry-After': {
    answer: refuse(429, undefined, { 'retry-after': '3600' }),
    message: 'Konnect received too many requests. Try again in 3600 seconds.',
    repeated: [],
    leavesOpen: false,
  },
  'status 500': {
    answer: refuse(500, { message: 'An unexpected error occurred' }),
    message:
      'Konnect has a problem of its own (status 500): An unexpected error occurred. Try again in a few minutes.',
    repeated: reads,
    leavesOpen: true,
  },
  'status 502 as a page': {
    answer: page,
    message:
      'Konnect has a problem of its own (status 502): 502 Bad Gateway. Try again in a few minutes.',
    repeated: safe,
    leavesOpen: true,
  },
  'status 503': {
    answer: refuse(503, undefined),
    message: 'Konnect has a problem of its own (status 503). Try again in a few minutes.',
    repeated: safe,
    leavesOpen: true,
  },
};

const open = ' It is not known whether the change was made: refresh before you repeat it.';

async function failure(started: Promise<unknown>): Promise<Error | undefined> {
  return started.then(
    () => undefined,
    (error) => error,
  );
}

/** Lets the time of each try run out, once the server has the request and the time in question runs. */
async function outlast(
  server: TestServer,
  clock: TestClock,
  ms: number,
  tries: number,
): Promise<void> {
  for (let count = 1; count <= tries; count += 1) {
    await Promise.all([server.arrived(count), clock.begun(ms, count)]);
    clock.advance(ms);
  }
}

for (const [what, fault] of Object.entries(faults)) {
  suite(what, () => {
    for (const verb of every) {
      const tries = fault.repeated.includes(verb) ? 4 : 1;
      test(`${verb} is sent ${tries === 1 ? 'once' : 'four times'} and fails with a message`, async () => {
        const server = await startServer(fault.answer);
        const { client, clock, lines } = clientOf(server);
        const started = failure(verbs[verb](client));
        if (fault.outlasts !== undefined) await outlast(server, clock, fault.outlasts, tries);
        const error = await started;
        assert.ok(isKonnectError(error), String(error));
        const uncertain = fault.leavesOpen && verb !== 'GET';
        const message = fault.message.replace('{host}', server.host).replace('{role}', role(verb));
        assert.equal(error.message, message + (uncertain ? open : ''));
        assert.equal(error.uncertain, uncertain);
        assert.equal(server.received.length, tries);
        assert.deepEqual(
          lines.map(({ attempt }) => attempt),
          Array.from({ length: tries }, (_, index) => index + 1),
        );
        await client.close();
        await server.allClosed();
        assert.equal(clock.waiting, 0);
        await server.close();
      });
    }
  });
}

suite('nobody there', () => {
  for (const verb of every) {
    test(`${verb} is tried four times, since nothing can have arrived`, async () => {
      const server = await startServer(() => undefined);
      await server.close();
      const { client, lines } = clientOf(server);
      const error = await failure(verbs[verb](client));
      assert.equal(
        error?.message,
        `The connection to ${server.host} failed: connect ECONNREFUSED ${server.host}. ${lost}`,
      );
      assert.deepEqual(
        lines.map(({ status }) => status),
        ['network', 'network', 'network', 'network'],
      );
      await client.close();
    });
  }
});

suite('a delete whose answer was lost', () => {
  test('has succeeded when the second try finds nothing', async () => {
    let count = 0;
    const server = await startServer((response) => {
      count += 1;
      if (count === 1) response.socket?.destroy();
      else sendJson(response, 404, { message: 'not found' });
    });
    const { client } = clientOf(server);
    assert.equal(await client.customPlugins.delete(ref, 'p'), undefined);
    assert.equal(server.received.length, 2);
    await client.close();
    await server.close();
  });
});

suite('the limits of a connection', () => {
  test('end a wait for headers, and the time is in the message', async () => {
    const server = await startServer(() => undefined);
    const { client } = clientOf(server, { timeouts: { ...timeouts, headersMs: 20 } });
    const error = await failure(client.customPlugins.create(ref, plugin));
    assert.equal(
      error?.message,
      `${server.host} did not answer in 0.02 seconds. Check the connection and try again.${open}`,
    );
    await client.close();
    await server.close();
  });

  test('end a wait between two pieces of a body', async () => {
    const server = await startServer((response) => response.write('{'));
    const { client } = clientOf(server, { timeouts: { ...timeouts, bodyMs: 20 } });
    const error = await failure(client.customPlugins.create(ref, plugin));
    assert.match(error?.message ?? '', /did not answer in 0.02 seconds/);
    await client.close();
    await server.close();
  });
});
