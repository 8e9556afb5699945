import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ConfigurationWrite } from '../../../../src/konnect/resources/configurationBody';
import { differenceOf, isNothing } from '../../../../src/operations/configuration/difference';
import { planWords } from '../../../../src/operations/configuration/planWords';
import { compareVersions } from '../../../../src/operations/configuration/versions';
import { english } from '../../../../src/text';

const ohio = {
  provider: 'aws',
  region: 'us-east-2',
  cloud_gateway_network_id: 'n-ohio',
  autoscale: { kind: 'autopilot', base_rps: 100 },
  environment: [
    { name: 'KONG_LOG_LEVEL', value: 'info' },
    { name: 'KONG_HEADERS', value: 'off' },
  ],
} as const;
const tokyo = {
  provider: 'aws',
  region: 'ap-northeast-1',
  cloud_gateway_network_id: 'n-tokyo',
  autoscale: { kind: 'static', instance_type: 'small', requested_instances: 2 },
  environment: [],
} as const;
const base: ConfigurationWrite = {
  control_plane_id: 'c',
  control_plane_geo: 'us',
  kind: 'dedicated.v0',
  version: '3.14',
  api_access: 'private',
  dataplane_groups: [ohio, tokyo],
};
const words = (after: ConfigurationWrite, before: ConfigurationWrite | undefined = base) =>
  planWords(differenceOf(before, after), english);

suite('difference of two configurations', () => {
  test('order of groups and of variables means nothing', () => {
    const turned = { ...ohio, environment: [...ohio.environment].reverse() };
    const after = { ...base, dataplane_groups: [tokyo, turned] };
    assert.equal(isNothing(differenceOf(base, after)), true);
    assert.deepEqual(words(after), []);
  });

  test('a group that is left out is destroyed, and said first', () => {
    assert.deepEqual(words({ ...base, dataplane_groups: [ohio] }), [
      'Destroys ap-northeast-1 (aws): its traffic stops, and its addresses are lost.',
      'Stays as it is: us-east-2 (aws).',
    ]);
  });

  test('another network is another group: the old one goes', () => {
    const moved = { ...ohio, cloud_gateway_network_id: 'n-other' };
    const { added, destroyed } = differenceOf(base, { ...base, dataplane_groups: [moved, tokyo] });
    assert.deepEqual([added, destroyed], [[moved], [ohio]]);
  });

  test('scaling and environment are told group by group, values not', () => {
    const environment = [
      { name: 'KONG_LOG_LEVEL', value: 'debug' },
      { name: 'KONG_REQUEST_DEBUG_TOKEN', value: 's3cr3t' },
    ];
    const changed = {
      ...ohio,
      autoscale: { kind: 'autopilot', base_rps: 250 },
      environment,
    } as const;
    assert.deepEqual(words({ ...base, dataplane_groups: [changed, tokyo] }), [
      'Scales us-east-2 (aws): autopilot from 100 requests/s → autopilot from 250 requests/s.',
      'Environment of us-east-2 (aws): KONG_LOG_LEVEL changed, KONG_HEADERS removed, KONG_REQUEST_DEBUG_TOKEN added.',
      'Stays as it is: ap-northeast-1 (aws).',
    ]);
  });

  test('a lower version is a downgrade, also where it looks higher as a decimal', () => {
    assert.equal(compareVersions('3.4', '3.10') < 0, true);
    assert.deepEqual(differenceOf(base, { ...base, version: '3.4' }).version, {
      before: '3.14',
      after: '3.4',
      isDowngrade: true,
    });
    assert.deepEqual(words({ ...base, version: '3.15' }), [
      'Gateway version 3.14 → 3.15: nodes are replaced one by one.',
    ]);
  });

  test('from private to public or private+public opens it to the internet, and so does leaving it out', () => {
    const { api_access: _, ...without } = base;
    for (const after of [
      { ...base, api_access: 'public' },
      { ...base, api_access: 'private+public' },
      without,
    ]) {
      assert.equal(differenceOf(base, after).access?.isOpened, true);
    }
    assert.deepEqual(words({ ...base, api_access: 'public' }), [
      'API access private → public: the gateway opens to the internet.',
    ]);
    const open = { ...base, api_access: 'public' };
    assert.deepEqual(words({ ...base, api_access: 'private+public' }, open), [
      'API access public → private+public: Konnect treats both alike.',
    ]);
  });

  test('everything is new where there was none', () => {
    const { access, version, added } = differenceOf(undefined, base);
    assert.deepEqual([access?.isOpened, version?.isDowngrade, added.length], [false, false, 2]);
  });
});
