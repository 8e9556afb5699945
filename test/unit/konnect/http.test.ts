// One request on the wire: what is sent, what is logged, what is never done.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { MockAgent } from 'undici';
import { KonnectClient } from '../../../src/konnect/client';
import { english } from '../../../src/text';
import { withServer } from './testClient';
import { type Answer, sendJson, startServer } from './testServer';

const organization = { id: 'o', name: 'Acme' };
const ok: Answer = (response) => sendJson(response, 200, organization);
const ref = { id: 'cp', geo: 'eu' };

suite('a request', () => {
  test('carries the token, what it accepts, and no more', () =>
    withServer(ok, async ({ client, server }) => {
      assert.deepEqual(await client.organizations.me(), organization);
      const [request] = server.received;
      assert.equal(request?.path, '/global/v3/organizations/me');
      assert.equal(request?.headers.authorization, 'Bearer kpat_test');
      assert.equal(request?.headers.accept, 'application/json, application/problem+json');
      assert.equal(request?.headers['content-type'], undefined);
    }));

  test('with a body says that it is JSON', () =>
    withServer(
      (response) => sendJson(response, 201, { id: 's', host: 'example.com' }),
      async ({ client, server }) => {
        await client.services.create(ref, { host: 'example.com' });
        const [request] = server.received;
        assert.equal(request?.path, '/eu/v2/control-planes/cp/core-entities/services');
        assert.equal(request?.headers['content-type'], 'application/json');
        assert.equal(request?.body, '{"host":"example.com"}');
      },
    ));

  test('for what is public carries no token, and none is asked for', () =>
    withServer(
      (response) => sendJson(response, 200, { versions: ['3.14'] }),
      async ({ client, server }) => {
        const { versions, providers } = await client.availability.get();
        assert.deepEqual([versions, providers], [['3.14'], []]);
        assert.equal(server.received[0]?.headers.authorization, undefined);
      },
      { token: () => assert.fail('asked for the token') },
    ));

  test('goes to no host but that of the address, with the token of its own client', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    agent
      .get('https://global.api.konghq.com')
      .intercept({ path: '/v3/organizations/me', headers: { authorization: 'Bearer spat_1' } })
      .reply(200, organization);
    const client = new KonnectClient({
      apiUrl: 'https://{geo}.api.konghq.com',
      token: async () => 'spat_1',
      fetch: globalThis.fetch,
      t: english,
      log: () => undefined,
      connections: agent,
    });
    assert.equal((await client.organizations.me()).name, 'Acme');
    await client.close();
    assert.equal(agent.pendingInterceptors().length, 0);
    await agent.close();
  });

  test('is not sent without a token, nor in clear to another machine', async () => {
    const options = {
      fetch: () => assert.fail('sent'),
      t: english,
      log: () => assert.fail('logged'),
    };
    const none = new KonnectClient({ ...options, apiUrl: 'https://x.example', token: () => '' });
    await assert.rejects(none.organizations.me(), { kind: 'authentication' });
    const clear = new KonnectClient({ ...options, apiUrl: 'http://x.example', token: () => 'a' });
    await assert.rejects(clear.organizations.me(), { kind: 'invalid-request' });
    await Promise.all([none.close(), clear.close()]);
  });

  test('leaves a line in the log, with the path as a template', () =>
    withServer(
      (response) =>
        sendJson(response, 200, { id: 'n', name: 'n' }, { 'x-datadog-trace-id': '123' }),
      async ({ client, lines }) => {
        await client.nodes.get(ref, 'my-node');
        assert.deepEqual(lines, [
          {
            method: 'GET',
            path: '/v2/control-planes/{controlPlaneId}/nodes/{nodeId}',
            status: 200,
            durationMs: 0,
            traceId: '123',
            attempt: 1,
          },
        ]);
      },
    ));

  test('is logged once per try, with the trace of each answer', () => {
    let count = 0;
    const answer: Answer = (response, request, incoming) => {
      count += 1;
      if (count === 1) sendJson(response, 503, { title: 'Busy', instance: 'kong:trace:9' });
      else ok(response, request, incoming);
    };
    return withServer(answer, async ({ client, lines, clock }) => {
      await client.organizations.me();
      assert.deepEqual(
        lines.map(({ status, traceId, attempt }) => [status, traceId, attempt]),
        [
          [503, 'kong:trace:9', 1],
          [200, undefined, 2],
        ],
      );
      assert.deepEqual(
        clock.slept.filter((ms) => ms < 60_000),
        [375],
      );
    });
  });

  test('waits as long as Retry-After says', () => {
    let count = 0;
    const answer: Answer = (response, request, incoming) => {
      count += 1;
      if (count === 1) sendJson(response, 429, { message: 'slow' }, { 'retry-after': '7' });
      else ok(response, request, incoming);
    };
    return withServer(answer, async ({ client, clock }) => {
      await client.organizations.me();
      assert.ok(clock.slept.includes(7000));
    });
  });
});

suite('a redirect', () => {
  test('is never followed, and the message names where it leads', async () => {
    const other = await startServer(ok);
    const answer: Answer = (response) => {
      response.writeHead(307, { location: `http://${other.host}/steal` }).end();
    };
    await withServer(answer, async ({ client, server }) => {
      await assert.rejects(client.organizations.me(), {
        kind: 'unexpected-response',
        status: 307,
        message: `${server.host} points to ${other.host} instead of answering. The access token was not sent there. Check the API address and the proxy.`,
      });
      assert.deepEqual([server.received.length, other.received.length], [1, 0]);
    });
    await other.close();
  });

  test('without a target is an unexpected answer', () =>
    withServer(
      (response) => response.writeHead(304).end(),
      async ({ client, server }) => {
        await assert.rejects(client.organizations.me(), {
          message: `${server.host} answered with status 304 instead of data. Check the API address and the proxy.`,
        });
      },
    ));
});

suite('an answer of status 200', () => {
  const answers: readonly (readonly [string, string, RegExp])[] = [
    [
      'that is a sign-in page',
      '<html><title>Sign in</title>',
      /answered with a page instead of data: Sign in\./,
    ],
    ['that is cut off', '{"id":"o","na', /is cut off or is no JSON/],
    ['that is empty', '', /cannot be read as organization: \(whole\) \(invalid_type\)/],
    [
      'that is something else',
      '{"id":7}',
      /organization: id \(invalid_type\), name \(invalid_type\)/,
    ],
  ];
  for (const [what, body, message] of answers) {
    test(`${what} is an unexpected answer`, () =>
      withServer(
        (response) => response.end(body),
        async ({ client, server }) => {
          await assert.rejects(client.organizations.me(), { kind: 'unexpected-response', message });
          assert.equal(server.received.length, 1);
        },
      ));
  }

  test('may come with a byte order mark and any content type', () =>
    withServer(
      (response) => {
        response.writeHead(200, { 'content-type': 'text/plain' });
        response.end(`\ufeff${JSON.stringify(organization)}`);
      },
      async ({ client }) => assert.equal((await client.organizations.me()).id, 'o'),
    ));

  test('that never ends in size is given up, and its connection closed', () => {
    const piece = Buffer.alloc(4 * 1024 * 1024, 32);
    const answer: Answer = (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      more();
    };
    return withServer(answer, async ({ client, server }) => {
      await assert.rejects(client.organizations.me(), /is too large to be right/);
      await server.allClosed();
    });
  });
});
