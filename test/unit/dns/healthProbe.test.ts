// The health probe against real servers: what it sends to a host that is not Konnect's, and what it makes of the answer.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite, test } from 'node:test';
import { probeHealth } from '../../../src/dns/healthProbe';

const tools = { fetch, now: () => 0, timeoutMs: 300 };

async function withServer<T>(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/___konnect/healthz`,
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

suite('a health probe', () => {
  test('carries no token, no cookie and no other header of ours', async () => {
    const headers: string[] = [];
    const health = await withServer(
      (request, response) => {
        headers.push(...Object.keys(request.headers), request.method ?? '', request.url ?? '');
        response.end('{}');
      },
      (address) => probeHealth(address, tools),
    );
    assert.deepEqual(health, { kind: 'up', tookMs: 0 });
    const ours = headers.filter(
      (name) => !/^(host|connection|accept.*|sec-fetch-.*|user-agent)$/.test(name),
    );
    assert.deepEqual(ours, ['GET', '/___konnect/healthz']);
  });

  test('does not follow a redirect to another host', async () => {
    const health = await withServer(
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      (address) => probeHealth(address, tools),
    );
    assert.deepEqual(health, { kind: 'answered', status: 302 });
  });

  test('tells an answer that is not 200', async () => {
    const health = await withServer(
      (_, response) => response.writeHead(503).end(),
      (address) => probeHealth(address, tools),
    );
    assert.deepEqual(health, { kind: 'answered', status: 503 });
  });

  test('ends when nobody answers', async () => {
    const health = await withServer(
      () => {},
      (address) => probeHealth(address, tools),
    );
    assert.equal(health.kind === 'failed' && health.why, 'timeout');
  });

  test('tells a port that nobody listens on from a name that does not exist', async () => {
    const closed = await withServer(
      () => {},
      async (address) => address,
    );
    const refused = await probeHealth(closed, tools);
    assert.equal(refused.kind === 'failed' && refused.why, 'no-connection');
    const nameless = await probeHealth('https://x.invalid/___konnect/healthz', {
      ...tools,
      fetch: () => Promise.reject(failure('ENOTFOUND')),
    });
    assert.deepEqual(nameless, { kind: 'failed', why: 'no-name', said: 'ENOTFOUND' });
  });

  for (const code of [
    'CERT_HAS_EXPIRED',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ]) {
    test(`tells ${code} as a matter of the certificate`, async () => {
      const health = await probeHealth('https://x.invalid/', {
        ...tools,
        fetch: () => Promise.reject(failure(code)),
      });
      assert.deepEqual(health, { kind: 'failed', why: 'certificate', said: code });
    });
  }
});

/** As `fetch` fails: what happened is in the cause. */
function failure(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('it failed'), { code }) });
}
