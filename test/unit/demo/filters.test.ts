// Filters of lists, as each list offers them.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type DemoAtHand, pick, withDemo } from './withDemo';

const networks = '/global/v2/cloud-gateways/networks';

async function names(at: DemoAtHand, path: string, field = 'name'): Promise<readonly string[]> {
  const size = path.includes('core-entities') ? 'size=100' : 'page[size]=100';
  const body = await at.caller.expect(
    200,
    'GET',
    `${path}${path.includes('?') ? '&' : '?'}${size}`,
  );
  return pick<Record<string, string>[]>(body, 'data').map((item) => item[field] ?? '');
}

suite('demo filters', () => {
  test(
    'operators on text: equal, other, one of, containing, containing one of',
    withDemo(async (at) => {
      assert.deepEqual(await names(at, `${networks}?filter[name][eq]=tokyo-prod`), ['tokyo-prod']);
      assert.deepEqual(await names(at, `${networks}?filter[name][oeq]=tokyo-prod,ohio-2024`), [
        'tokyo-prod',
        'ohio-2024',
      ]);
      assert.deepEqual(await names(at, `${networks}?filter[name][contains]=prod`), [
        'us-east-2-prod',
        'tokyo-prod',
      ]);
      assert.deepEqual(await names(at, `${networks}?filter[name][ocontains]=tokyo,dublin`), [
        'tokyo-prod',
        'dublin-private',
      ]);
      assert.equal(
        (await names(at, `${networks}?filter[name][neq]=tokyo-prod`)).includes('tokyo-prod'),
        false,
      );
    }),
  );

  test(
    'several filters hold together',
    withDemo(async (at) => {
      assert.deepEqual(
        await names(at, `${networks}?filter[name][contains]=prod&filter[state][eq]=ready`),
        ['us-east-2-prod', 'tokyo-prod'],
      );
      assert.deepEqual(
        await names(at, `${networks}?filter[name][contains]=prod&filter[state][eq]=offline`),
        [],
      );
    }),
  );

  test(
    'control planes: bare cloud_gateway, cluster types, labels with and without value, order by creation',
    withDemo(async (at) => {
      const planes = '/us/v2/control-planes';
      const gateways = ['booking-prod', 'booking-staging', 'fleet-telemetry'];
      assert.deepEqual(await names(at, `${planes}?filter[cloud_gateway]=true`), gateways);
      assert.deepEqual(await names(at, `${planes}?labels=team:bookings,env`), [
        'booking-prod',
        'booking-staging',
      ]);
      assert.deepEqual(
        await names(at, `${planes}?filter[cluster_type][eq]=CLUSTER_TYPE_K8S_INGRESS_CONTROLLER`),
        ['ticket-kiosks'],
      );
      assert.deepEqual((await names(at, `${planes}?sort=created_at desc`))[0], 'fleet-telemetry');
      await at.caller.expect(400, 'GET', `${planes}?filter[cloud_gateway][eq]=perhaps`);
      await at.caller.expect(400, 'GET', `${planes}?sort=name`);
    }),
  );

  test(
    'an operator or a field that the list does not have is refused',
    withDemo(async ({ caller }) => {
      for (const filter of [
        'filter[state][contains]=re',
        'filter[region][eq]=us',
        'filter[name]=x',
        'filter=x',
      ]) {
        const refused = await caller.expect(400, 'GET', `${networks}?${filter}`);
        assert.equal(pick(refused, 'invalid_parameters.0.source'), 'query');
      }
    }),
  );

  test(
    'core entities: tags with "," and "/", names of the kinds that have the filter',
    withDemo(async (at) => {
      const core = `${await at.plane('booking-prod')}/core-entities`;
      assert.deepEqual(await names(at, `${core}/consumers?tags=partner/first-party`, 'username'), [
        'mobile-app',
        'tour-operator',
      ]);
      assert.deepEqual(
        await names(at, `${core}/consumers?tags=partner,first-party`, 'username'),
        [],
      );
      assert.deepEqual(await names(at, `${core}/plugins?filter[name][eq]=tide-headers`), [
        'tide-headers',
      ]);
      assert.deepEqual(await names(at, `${core}/services?filter[name][contains]=table`), [
        'timetables',
      ]);
      assert.equal(
        (await names(at, `${core}/custom-plugins?filter[name][eq]=tide-headers`)).length,
        2,
      );
    }),
  );
});
