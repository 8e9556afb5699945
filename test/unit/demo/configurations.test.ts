// A configuration's PUT replaces everything: what it leaves out goes, and it waits for what is on its way.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type DemoAtHand, pick, withDemo } from './withDemo';

const base = '/global/v2/cloud-gateways';
const empty = { seed: { empty: true } };

interface Bench {
  readonly group: (network?: string) => Readonly<Record<string, unknown>>;
  readonly put: (status: number, groups: readonly object[], more?: object) => Promise<unknown>;
  readonly groups: () => Promise<readonly { state: string; region: string; id: string }[]>;
  readonly networks: ReadonlyMap<string, string>;
}

/** A control plane, a network that is ready and one that is offline. */
async function bench({ caller, advance }: DemoAtHand): Promise<Bench> {
  const accounts = await caller.expect(
    200,
    'GET',
    `${base}/provider-accounts?filter[provider][eq]=aws`,
  );
  const networks = new Map<string, string>();
  for (const [name, region, zone, state, cidr_block] of [
    ['ohio', 'us-east-2', 'use2', 'initializing', '10.1.0.0/16'],
    ['dublin', 'eu-west-1', 'euw1', 'offline', '10.2.0.0/16'],
  ] as const) {
    const made = await caller.expect(201, 'POST', `${base}/networks`, {
      name,
      region,
      state,
      cidr_block,
      availability_zones: [`${zone}-az1`, `${zone}-az2`],
      cloud_gateway_provider_account_id: pick(accounts, 'data.0.id'),
    });
    networks.set(name, pick(made, 'id'));
  }
  advance(60);
  const plane = await caller.expect(201, 'POST', '/us/v2/control-planes', {
    name: 'gateway',
    cloud_gateway: true,
  });
  const control_plane_id = pick(plane, 'id');
  const path = `${base}/configurations`;
  return {
    networks,
    group: (network = 'ohio') => ({
      provider: 'aws',
      region: network === 'ohio' ? 'us-east-2' : 'eu-west-1',
      cloud_gateway_network_id: networks.get(network),
      autoscale: { kind: 'autopilot', base_rps: 100 },
    }),
    put: (status, groups, more = {}) =>
      caller.expect(status, 'PUT', path, {
        control_plane_id,
        control_plane_geo: 'us',
        version: '3.14',
        dataplane_groups: groups,
        ...more,
      }),
    groups: async () => pick(await caller.expect(200, 'GET', path), 'data.0.dataplane_groups'),
  };
}

suite('demo configurations', () => {
  test(
    'groups come into being and get addresses and nodes',
    withDemo(async (at) => {
      const { put, group, groups } = await bench(at);
      const made = await put(200, [group()]);
      assert.equal(pick(made, 'dataplane_groups.0.state'), 'created');
      assert.equal(pick(made, 'dataplane_group_config.0.autoscale.max_rps'), 1000);
      assert.equal(pick(made, 'api_access'), 'private+public');
      at.advance(5);
      assert.deepEqual(
        (await groups()).map(({ state }) => state),
        ['initializing'],
      );
      at.advance(60);
      const [ready] = await groups();
      assert.equal(ready?.state, 'ready');
      assert.equal(pick<string[]>(ready, 'private_ip_addresses').length, 2);
      const nodes = await at.caller.expect(200, 'GET', `${await at.plane('gateway')}/nodes`);
      assert.equal(pick(nodes, 'page.total_count'), 2);
    }, empty),
  );

  test(
    'the same again is a conflict, also with groups and variables in another order',
    withDemo(async (at) => {
      const { put, group } = await bench(at);
      const a = { name: 'KONG_LOG_LEVEL', value: 'info' };
      const b = { name: 'KONG_HEADERS', value: 'off' };
      await put(200, [{ ...group(), environment: [a, b] }, group('dublin')]);
      const refused = await put(409, [group('dublin'), { ...group(), environment: [b, a] }]);
      assert.match(pick(refused, 'detail'), /are identical\.$/);
      at.advance(120);
      await put(200, [group('dublin'), { ...group(), environment: [b] }]);
    }, empty),
  );

  test(
    'a PUT is refused while groups of the one before are on their way, and taken afterwards',
    withDemo(async (at) => {
      const { put, group } = await bench(at);
      await put(200, [group()]);
      const refused = await put(400, [group()], { version: '3.15' });
      assert.equal(pick(refused, 'invalid_parameters.0.field'), 'dataplane_groups');
      at.advance(60);
      await put(200, [group()], { version: '3.15' });
      at.advance(60);
      const nodes = await at.caller.expect(200, 'GET', `${await at.plane('gateway')}/nodes`);
      assert.match(pick(nodes, 'items.0.version'), /^3\.15\./);
    }, empty),
  );

  test(
    'groups that the PUT leaves out are terminated, then gone with their nodes',
    withDemo(async (at) => {
      const { put, group, groups } = await bench(at);
      await put(200, [group(), group('dublin')]);
      at.advance(120);
      const [, dublin] = await groups();
      await put(200, [group('dublin')]);
      assert.deepEqual(
        (await groups()).map(({ region, state }) => [region, state]),
        [
          ['us-east-2', 'terminating'],
          ['eu-west-1', 'ready'],
        ],
      );
      at.advance(60);
      assert.deepEqual(
        (await groups()).map(({ id }) => id),
        [dublin?.id],
      );
      const nodes = await at.caller.expect(200, 'GET', `${await at.plane('gateway')}/nodes`);
      assert.equal(pick(nodes, 'page.total_count'), 2);
    }, empty),
  );

  test(
    'leaving out access and variables resets them',
    withDemo(async (at) => {
      const { put, group, groups } = await bench(at);
      const environment = [{ name: 'KONG_LOG_LEVEL', value: 'info' }];
      await put(200, [{ ...group(), environment }], { api_access: 'private' });
      at.advance(60);
      const changed = await put(200, [group()]);
      assert.equal(pick(changed, 'api_access'), 'private+public');
      assert.equal(pick(changed, 'dataplane_group_config.0.environment'), undefined);
      assert.equal(pick(changed, 'entity_version'), 2);
      assert.equal(pick((await groups())[0], 'environment'), undefined);
    }, empty),
  );

  test(
    'an offline network starts with the first configuration that uses it, and its group waits for it',
    withDemo(async (at) => {
      const { put, group, groups, networks } = await bench(at);
      await put(200, [group('dublin')]);
      const network = `${base}/networks/${networks.get('dublin')}`;
      assert.equal(pick(await at.caller.expect(200, 'GET', network), 'state'), 'initializing');
      at.advance(30);
      assert.equal((await groups())[0]?.state, 'initializing');
      at.advance(60);
      assert.equal((await groups())[0]?.state, 'ready');
      const used = await at.caller.expect(200, 'GET', `${network}/configuration-references`);
      assert.equal(pick(used, 'meta.page.total'), 1);
      await at.caller.expect(400, 'DELETE', network);
    }, empty),
  );

  test(
    'no groups at all takes the gateway down; then the control plane can be deleted, and the network',
    withDemo(async (at) => {
      const { put, group, groups, networks } = await bench(at);
      await put(200, [group()]);
      at.advance(60);
      const plane = await at.plane('gateway');
      await at.caller.expect(400, 'DELETE', plane);
      await put(200, []);
      await put(409, []);
      await at.caller.expect(400, 'DELETE', plane);
      at.advance(60);
      assert.deepEqual(await groups(), []);
      await at.caller.expect(204, 'DELETE', plane);
      await at.caller.expect(204, 'DELETE', `${base}/networks/${networks.get('ohio')}`);
    }, empty),
  );

  test(
    'what does not fit is named by its field',
    withDemo(async (at) => {
      const { put, group } = await bench(at);
      const rules = async (groups: readonly object[], more?: object) =>
        pick<{ field: string; rule: string }[]>(
          await put(400, groups, more),
          'invalid_parameters',
        ).map(({ field, rule }) => `${field} ${rule}`);
      assert.deepEqual(await rules([group()], { version: '2.8' }), ['version enum']);
      assert.deepEqual(await rules([{ ...group(), region: 'eu-west-1' }]), [
        'dataplane_groups.0.region invalid',
      ]);
      assert.deepEqual(await rules([{ ...group(), provider: 'gcp' }]), [
        'dataplane_groups.0.provider invalid',
      ]);
      assert.deepEqual(await rules([group(), { provider: 'aws', region: 'eu-west-1' }]), [
        'dataplane_groups.1.cloud_gateway_network_id required',
        'dataplane_groups.1.autoscale required',
      ]);
      assert.deepEqual(await rules([{ ...group(), id: 'x', state: 'ready' }]), [
        'dataplane_groups.0.id unknown_property',
        'dataplane_groups.0.state unknown_property',
      ]);
      assert.deepEqual(await rules([group(), group()]), ['dataplane_groups invalid']);
      const environment = [{ name: 'AWS_SECRET', value: 'x' }];
      assert.deepEqual(await rules([{ ...group(), environment }]), [
        'dataplane_groups.0.environment.0.name matches_regex',
      ]);
    }, empty),
  );

  test(
    'more groups than the quota allows are a 403 that is not about roles',
    withDemo(async ({ caller }) => {
      const made = await caller.expect(201, 'POST', '/us/v2/control-planes', {
        name: 'many',
        cloud_gateway: true,
      });
      const networks = await caller.expect(
        200,
        'GET',
        `${base}/networks?page[size]=100&filter[state][eq]=ready`,
      );
      const accounts = await caller.expect(200, 'GET', `${base}/provider-accounts`);
      const providers = new Map(
        pick<{ id: string; provider: string }[]>(accounts, 'data').map(({ id, provider }) => [
          id,
          provider,
        ]),
      );
      const dataplane_groups = pick<Record<string, string>[]>(networks, 'data').map((network) => ({
        provider: providers.get(network.cloud_gateway_provider_account_id ?? ''),
        region: network.region,
        cloud_gateway_network_id: network.id,
        autoscale: { kind: 'autopilot', base_rps: 1 },
      }));
      const refused = await caller.expect(403, 'PUT', `${base}/configurations`, {
        control_plane_id: pick(made, 'id'),
        control_plane_geo: 'us',
        version: '3.14',
        dataplane_groups,
      });
      assert.equal(pick(refused, 'title'), 'Quota Exceeded');
      assert.match(
        pick(refused, 'detail'),
        /^Maximum number of Data Plane Groups exceeded\. Max allowed: \d+\.$/,
      );
    }),
  );
});
