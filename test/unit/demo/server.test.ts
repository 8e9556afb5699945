// The server around the demo: where things live, who may ask, what is noted, how it ends.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { suite, test } from 'node:test';
import { startDemo } from '../../../src/demo/server';
import { pick, withDemo } from './withDemo';

suite('demo server', () => {
  test(
    'regional resources live in their geo alone, global ones under global alone',
    withDemo(async ({ caller, plane }) => {
      const path = await plane('payments', 'eu');
      for (const wrong of [
        path.replace('/eu/', '/us/'),
        path.replace('/eu/', '/global/'),
        '/global/v2/control-planes',
        '/us/v2/cloud-gateways/networks',
        '/us/v3/organizations/me',
        '/mars/v2/control-planes',
        '/us/v2/control-planes/',
        '/us/v1/control-planes',
        '/',
      ]) {
        assert.equal((await caller.call('GET', wrong)).status, 404, wrong);
      }
    }),
  );

  test(
    'one geo refuses the token while the others take it',
    withDemo(async ({ caller }) => {
      const refused = await caller.expect(403, 'GET', '/sg/v2/control-planes');
      assert.equal(pick(refused, 'title'), 'Permission denied');
      await caller.expect(200, 'GET', '/me/v2/control-planes');
    }),
  );

  test(
    'without the token nothing is told but availability and regions',
    withDemo(async ({ caller, demo }) => {
      const open = { authorization: '' };
      assert.equal(
        (await caller.call('GET', '/global/v2/cloud-gateways/availability.json', undefined, open))
          .status,
        200,
      );
      assert.equal(
        (await caller.call('GET', '/global/v3/available-regions', undefined, open)).status,
        200,
      );
      for (const authorization of ['', `Basic ${demo.token}`, 'Bearer ', `Bearer ${demo.token}x`]) {
        assert.equal(
          (await caller.call('GET', '/us/v2/control-planes', undefined, { authorization })).status,
          401,
        );
      }
      assert.equal((await caller.call('GET', '/nowhere', undefined, open)).status, 401);
    }),
  );

  test(
    'each service words its refusals in its own shape',
    withDemo(async ({ caller, plane }) => {
      const path = await plane('sandbox', 'in');
      const wrong = { authorization: 'Bearer wrong' };
      const body = async (at: string) => (await caller.call('GET', at, undefined, wrong)).body;
      const keys = async (at: string) => Object.keys((await body(at)) as object).sort();
      assert.deepEqual(await keys('/global/v2/cloud-gateways/networks'), [
        'detail',
        'instance',
        'status',
        'title',
      ]);
      assert.equal(pick(await body(path), 'title'), 'Unauthenticated');
      assert.deepEqual(await body(`${path}/core-entities/services`), {
        message: 'Unauthorized',
        status: 401,
      });
      assert.deepEqual(await body(`${path}/core-entities/plugin-schemas/x`), {
        message: 'Unauthorized',
      });
      const missing = await caller.expect(404, 'GET', `${path}/core-entities/services/x`);
      assert.deepEqual(missing, { code: 5, message: 'not found', details: [] });
    }),
  );

  test(
    'a body that is no JSON, and one that is far too long, are refused',
    withDemo(async ({ demo }) => {
      const send = async (body: string) => {
        const headers = {
          authorization: `Bearer ${demo.token}`,
          'content-type': 'application/json',
        };
        const url = `${demo.apiUrl.replace('{geo}', 'us')}/v2/control-planes`;
        return (await fetch(url, { method: 'POST', headers, body })).status;
      };
      assert.equal(await send('{"name":'), 400);
      assert.equal(await send(JSON.stringify({ name: 'x'.repeat(5_000_000) })), 413);
    }),
  );

  test(
    'requests are noted with what they said and got, never with the token',
    withDemo(async ({ caller, demo }) => {
      await caller.call('POST', '/us/v2/control-planes', { name: 'noted' });
      await caller.call('GET', '/us/v2/control-planes?labels=a');
      assert.deepEqual(demo.requests, [
        {
          method: 'POST',
          geo: 'us',
          path: '/v2/control-planes',
          query: {},
          body: { name: 'noted' },
          operation: 'create-control-plane',
          status: 201,
        },
        {
          method: 'GET',
          geo: 'us',
          path: '/v2/control-planes',
          query: { labels: 'a' },
          body: undefined,
          operation: 'list-control-planes',
          status: 200,
        },
      ]);
      assert.equal(JSON.stringify(demo.requests).includes(demo.token), false);
      demo.forgetRequests();
      assert.deepEqual(demo.requests, []);
    }),
  );

  test(
    'two demos of the same seed have the same ids, and different tokens',
    withDemo(async ({ caller, demo }) => {
      const twin = await startDemo();
      const url = `${twin.apiUrl.replace('{geo}', 'eu')}/v2/control-planes?page[size]=100`;
      const answer: unknown = await (
        await fetch(url, { headers: { authorization: `Bearer ${twin.token}` } })
      ).json();
      await twin.close();
      assert.deepEqual(
        answer,
        await caller.expect(200, 'GET', '/eu/v2/control-planes?page[size]=100'),
      );
      assert.notEqual(twin.token, demo.token);
    }),
  );

  test(
    'thousands of control planes are spread over the geos for measuring',
    withDemo(
      async ({ caller }) => {
        const listed = await caller.expect(200, 'GET', '/sg/v2/control-planes?page[size]=100');
        assert.equal(pick(listed, 'meta.page.total'), 500);
      },
      { seed: { empty: true, extraControlPlanes: 3000, refusedGeos: [] } },
    ),
  );

  test(
    'it listens on loopback and says so',
    withDemo(async ({ demo }) => assert.match(demo.apiUrl, /^http:\/\/127\.0\.0\.1:\d+\/\{geo\}$/)),
  );

  test('a port that is taken is an error', async () => {
    const demo = await startDemo();
    const port = Number(new URL(demo.apiUrl).port);
    await assert.rejects(startDemo({ port }), { code: 'EADDRINUSE' });
    await demo.close();
  });

  test('left alone it ends itself', async () => {
    const demo = await startDemo({ linger: 0.01 });
    await demo.closed;
  });

  test('a socket that says nothing keeps it alive, and its end lets it go', async () => {
    const demo = await startDemo({ linger: 0.5 });
    const socket = connect(Number(new URL(demo.apiUrl).port), '127.0.0.1');
    await once(socket, 'connect');
    const url = `${demo.apiUrl.replace('{geo}', 'global')}/v3/available-regions`;
    for (let count = 0; count < 3; count += 1) {
      const response = await fetch(url, { headers: { connection: 'close' } });
      assert.equal(response.status, 200);
      await response.text();
    }
    socket.end();
    await demo.closed;
  });
});
