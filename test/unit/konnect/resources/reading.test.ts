// Answers are read tolerantly: what is new passes, what is unknown is noted once, what is missing has a fallback.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { all, withServer } from '../testClient';
import { type Answer, sendJson } from '../testServer';

const ref = { id: 'cp', geo: 'us' };
const give =
  (body: unknown, status = 200): Answer =>
  (response) =>
    sendJson(response, status, body);
const network = {
  id: 'n',
  name: 'net',
  cloud_gateway_provider_account_id: 'acc',
  region: 'us-east-2',
  cidr_block: '10.0.0.0/16',
  state: 'hibernating',
  state_metadata: null,
};

suite('reading', () => {
  test('passes unknown fields and states on', () =>
    withServer(give({ ...network, invented: { yes: [1] } }), async ({ client }) => {
      const found = await client.networks.get('n');
      assert.equal(found.state, 'hibernating');
      assert.deepEqual(found.invented, { yes: [1] });
      assert.deepEqual(found.availability_zones, []);
    }));

  test('notes an unknown value once, however often it comes', () =>
    withServer(
      give({ data: [network, { ...network, id: 'm' }], meta: { page: { total: 2 } } }),
      async ({ client, notices }) => {
        await all(client.networks.list());
        await all(client.networks.list());
        assert.deepEqual(notices, [{ property: 'network.state', value: 'hibernating' }]);
      },
    ));

  test('says where a control plane lives, and takes cluster types of old', () =>
    withServer(
      give({ id: 'cp', name: 'x', config: { cluster_type: 'CLUSTER_TYPE_HYBRID' }, geo: 'lie' }),
      async ({ client, notices }) => {
        const { geo, config } = await client.controlPlanes.get({ id: 'cp', geo: 'sg' });
        assert.deepEqual(
          [geo, config.cluster_type, config.proxy_urls],
          ['sg', 'CLUSTER_TYPE_HYBRID', []],
        );
        assert.deepEqual(notices, [
          { property: 'control plane.cluster_type', value: 'CLUSTER_TYPE_HYBRID' },
        ]);
      },
    ));

  test('takes single nodes out of their wrapping', () =>
    withServer(give({ item: { id: 'n1', config_hash: 'abc' } }), async ({ client }) => {
      assert.equal((await client.nodes.get(ref, 'n1')).config_hash, 'abc');
    }));

  test('never hands on the value of a stored secret', () =>
    withServer(give({ key: 'k', value: 's3cret' }), async ({ client }) => {
      const secret = await client.configStores.secrets.get({ controlPlane: ref, id: 's' }, 'k');
      assert.deepEqual(secret, { key: 'k' });
    }));

  test('fails when what identifies a resource is missing', () =>
    withServer(give({ name: 'x', config: {} }), async ({ client }) => {
      await assert.rejects(client.controlPlanes.get(ref), {
        kind: 'unexpected-response',
        uncertain: false,
        message:
          'Konnect’s answer cannot be read as control plane: id (invalid_type). A newer version of this extension may be needed.',
      });
    }));

  test('after a write says that the change may have been made', () =>
    withServer(give({}, 201), async ({ client }) => {
      await assert.rejects(client.services.create(ref, { host: 'x' }), {
        kind: 'unexpected-response',
        uncertain: true,
      });
    }));
});

suite('users.me', () => {
  for (const status of [401, 403, 404]) {
    test(`is nobody when Konnect answers ${status}`, () =>
      withServer(give({ message: 'no' }, status), async ({ client }) => {
        assert.equal(await client.users.me(), undefined);
      }));
  }

  test('fails when Konnect has a problem', () =>
    withServer(give({}, 500), async ({ client }) => {
      await assert.rejects(client.users.me(), { kind: 'server' });
    }));

  test('is the user of the token', () =>
    withServer(give({ email: 'a@example.com' }), async ({ client }) => {
      assert.equal((await client.users.me())?.email, 'a@example.com');
    }));
});

suite('regions.list', () => {
  const known = ['us', 'eu', 'au', 'me', 'in', 'sg'];

  test('is what Konnect offers, without what cannot be a geo', () => {
    const regions = {
      stable: ['us', 'eu', 'global'],
      stable_opt_in: ['sg', 'eu'],
      beta: ['jp', 'evil.example/'],
    };
    return withServer(give({ regions }), async ({ client, server }) => {
      assert.deepEqual(await client.regions.list(), ['us', 'eu', 'sg', 'jp']);
      assert.equal(server.received[0]?.headers.authorization, undefined);
    });
  });

  for (const [what, answer] of [
    ['Konnect has none to offer', give({ regions: {} })],
    ['Konnect answers something else', give([])],
    ['Konnect does not know the question', give({}, 404)],
  ] as const) {
    test(`is what is documented when ${what}`, () =>
      withServer(answer, async ({ client }) =>
        assert.deepEqual(await client.regions.list(), known),
      ));
  }

  test('can be cancelled', () =>
    withServer(give({}), async ({ client }) => {
      await assert.rejects(client.regions.list({ signal: AbortSignal.abort() }), {
        kind: 'cancelled',
      });
    }));
});

suite('cloned plugins', () => {
  test('are none where Konnect does not offer them', () =>
    withServer(give({ message: 'Not Found' }, 404), async ({ client }) => {
      assert.deepEqual(await all(client.clonedPlugins.list(ref)), []);
      assert.equal(await client.clonedPlugins.get(ref, 'x'), undefined);
      await assert.rejects(client.clonedPlugins.create(ref, { name: 'a', ref: 'acl' }), {
        kind: 'not-found',
      });
    }));

  test('fail like anything else otherwise', () =>
    withServer(give({ message: 'Forbidden' }, 403), async ({ client }) => {
      await assert.rejects(all(client.clonedPlugins.list(ref)), { kind: 'permission' });
      await assert.rejects(client.clonedPlugins.get(ref, 'x'), { kind: 'permission' });
    }));
});

suite('checking an entity without saving it', () => {
  test('fails with the fields that Konnect would refuse', () =>
    withServer(
      give(
        {
          code: 3,
          message: 'validation error',
          details: [{ field: 'config.x', messages: ['unknown field'] }],
        },
        400,
      ),
      async ({ client, server }) => {
        await assert.rejects(
          client.pluginSchemas.validate(ref, 'plugins', { name: 'cors', config: { x: 1 } }),
          {
            kind: 'invalid-request',
            fields: [{ field: 'config.x', reason: 'unknown field' }],
          },
        );
        assert.equal(
          server.received[0]?.path,
          '/us/v2/control-planes/cp/core-entities/schemas/plugins/validate',
        );
      },
    ));
});
