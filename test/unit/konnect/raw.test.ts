// A resource as Konnect sends it, by its path.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { withServer } from './testClient';
import { sendJson } from './testServer';

suite('a raw read', () => {
  test('gives the whole answer, and logs the path without names and ids', () =>
    withServer(
      (response) => sendJson(response, 200, { id: 'x', anything: null }),
      async ({ client, server, lines }) => {
        const path = '/v2/control-planes/0949471e/core-entities/custom-plugins/my%20plugin';
        assert.deepEqual(await client.read({ geo: 'eu', path }), { id: 'x', anything: null });
        assert.equal(server.received[0]?.path, `/eu${path}`);
        assert.equal(lines[0]?.path, '/v2/control-planes/{id1}/core-entities/custom-plugins/{id4}');
      },
    ));

  for (const path of [
    '',
    '/',
    '/v2',
    'v2/control-planes',
    '/other/x',
    '/v2/a?b=c',
    '/v2/a#b',
    '/v2/../../etc',
    '/v2/a/%2e%2e/b',
    '/v2/a%2Fb',
    '/v2//x',
    '/v2/%E0%A4%A',
    '//evil.example/v2/x',
  ]) {
    test(`does not take ${JSON.stringify(path)}`, () =>
      withServer(
        () => assert.fail('sent'),
        async ({ client }) => {
          await assert.rejects(client.read({ geo: 'us', path }), { kind: 'invalid-request' });
        },
      ));
  }
});
