// Read-modify-write of a configuration: what must always be sent, and what never.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ConfigurationWrite } from '../../../../src/konnect/resources/configurationBody';
import type { Configuration } from '../../../../src/konnect/resources/configurations';
import { configurationWrite } from '../../../../src/konnect/resources/configurationWrite';
import { withServer } from '../testClient';
import { type Answer, sendJson } from '../testServer';

const autopilot = { kind: 'autopilot', base_rps: 100, max_rps: 1000 };
const fixed = { kind: 'static', instance_type: 'small', requested_instances: 2 };
const environment = [{ name: 'KONG_LOG_LEVEL', value: 'info', created_by: 'x' }];
const group = (over: object) => ({
  provider: 'aws',
  region: 'ap-northeast-1',
  cloud_gateway_network_id: 'net',
  autoscale: autopilot,
  environment,
  ...over,
});
const current: Configuration = {
  id: 'conf',
  control_plane_id: 'cp',
  control_plane_geo: 'us',
  version: '3.14',
  kind: 'dedicated.v0',
  api_access: 'private',
  dataplane_group_config: [
    group({ id: 'never', state: 'ready' }),
    group({ region: 'eu-west-1', environment: null, autoscale: fixed }),
  ],
  dataplane_groups: [
    {
      id: 'g1',
      provider: 'aws',
      region: 'us-east-2',
      state: 'ready',
      private_ip_addresses: [],
      egress_ip_addresses: [],
      hostnames: [],
    },
  ],
  entity_version: 7,
  created_at: '2026-01-01T00:00:00Z',
};
const expected: ConfigurationWrite = {
  control_plane_id: 'cp',
  control_plane_geo: 'us',
  kind: 'dedicated.v0',
  version: '3.14',
  api_access: 'private',
  dataplane_groups: [
    {
      provider: 'aws',
      region: 'ap-northeast-1',
      cloud_gateway_network_id: 'net',
      autoscale: { kind: 'autopilot', base_rps: 100 },
      environment: [{ name: 'KONG_LOG_LEVEL', value: 'info' }],
    },
    {
      provider: 'aws',
      region: 'eu-west-1',
      cloud_gateway_network_id: 'net',
      autoscale: { kind: 'static', instance_type: 'small', requested_instances: 2 },
      environment: [],
    },
  ],
};

suite('the body made from a configuration', () => {
  test('holds what was asked for, with nothing derived or read only', () => {
    assert.deepEqual(configurationWrite(current), expected);
  });

  test('spells out the access and the kind that Konnect left out', () => {
    const { kind, api_access, ...bare } = current;
    assert.ok(kind && api_access);
    const body = configurationWrite({ ...bare, dataplane_group_config: [] });
    assert.deepEqual([body.kind, body.api_access], ['dedicated.v0', 'private+public']);
  });

  test('for serverless leaves out what serverless does not have', () => {
    const body = configurationWrite({
      ...current,
      kind: 'serverless.v1',
      version: null,
      api_access: null,
      dataplane_group_config: [{ provider: 'aws', region: 'us' }],
    });
    assert.deepEqual(body, {
      control_plane_id: 'cp',
      control_plane_geo: 'us',
      kind: 'serverless.v1',
      dataplane_groups: [{ provider: 'aws', region: 'us' }],
    });
  });

  test('does not guess at a scaling that it does not know', () => {
    for (const autoscale of [
      { kind: 'psychic' },
      { kind: 'autopilot' },
      { kind: 'static', instance_type: 'small' },
    ]) {
      const [wish] = configurationWrite({
        ...current,
        dataplane_group_config: [group({ autoscale })],
      }).dataplane_groups;
      assert.equal(wish?.autoscale, undefined);
    }
  });
});

suite('putting a configuration', () => {
  test('sends the body as it is', () =>
    withServer(
      (response) => sendJson(response, 200, current),
      async ({ client, server }) => {
        const { entity_version } = await client.configurations.put(expected);
        assert.equal(entity_version, 7);
        assert.equal(server.received[0]?.path, '/global/v2/cloud-gateways/configurations');
        assert.deepEqual(JSON.parse(server.received[0]?.body ?? ''), expected);
      },
    ));

  test('sends nothing when the body holds more than may be sent', () =>
    withServer(
      () => assert.fail('sent'),
      async ({ client }) => {
        const [first] = expected.dataplane_groups;
        assert.ok(first);
        const groups = [
          { ...first, autoscale: { kind: 'autopilot' as const, base_rps: 1, max_rps: 10 } },
        ];
        await assert.rejects(client.configurations.put({ ...expected, dataplane_groups: groups }), {
          kind: 'invalid-request',
          fields: [
            {
              field: 'dataplane_groups.0.autoscale.max_rps',
              rule: 'unknown_property',
              reason: 'cannot be sent',
            },
          ],
          message:
            'Konnect did not take the request: dataplane_groups.0.autoscale.max_rps: cannot be sent. Correct the values and try again.',
        });
      },
    ));

  const identical: Answer = (response, { method }) => {
    const detail =
      'Proposed cloud gateway configuration and current cloud gateway configuration are identical.';
    if (method === 'PUT') sendJson(response, 409, { title: 'Conflict', detail });
    else sendJson(response, 200, { data: [current], meta: { page: { total: 1 } } });
  };

  test('that changes nothing gives the configuration as it is', () =>
    withServer(identical, async ({ client, server }) => {
      assert.equal((await client.configurations.put(expected)).id, 'conf');
      const [, list] = server.received;
      assert.equal(list?.query.get('filter[control_plane_id][eq]'), 'cp');
      assert.equal(list?.query.get('filter[control_plane_geo][eq]'), 'us');
    }));

  test('that conflicts with something else fails', () =>
    withServer(
      (response) => sendJson(response, 409, { title: 'Conflict', detail: 'In transition' }),
      async ({ client }) => {
        await assert.rejects(client.configurations.put(expected), { kind: 'conflict' });
      },
    ));
});
