// What takes time: networks, custom domains, transit gateways, private DNS, add-ons.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type DemoAtHand, pick, withDemo } from './withDemo';

const base = '/global/v2/cloud-gateways';

async function states(
  at: DemoAtHand,
  path: string,
  ...seconds: readonly number[]
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const wait of seconds) {
    at.advance(wait);
    const { status, body } = await at.caller.call('GET', path);
    seen.push(status === 404 ? 'gone' : pick(body, 'state'));
  }
  return seen;
}

async function networkPath({ caller }: DemoAtHand, name: string): Promise<string> {
  return `${base}/networks/${pick(await caller.expect(200, 'GET', `${base}/networks?filter[name][eq]=${name}`), 'data.0.id')}`;
}

suite('demo life cycles', () => {
  test(
    'a network is created, initializing, ready, terminating, gone',
    withDemo(async (at) => {
      const accounts = await at.caller.expect(200, 'GET', `${base}/provider-accounts`);
      const made = await at.caller.expect(201, 'POST', `${base}/networks`, {
        name: 'new',
        cloud_gateway_provider_account_id: pick(accounts, 'data.0.id'),
        region: 'us-west-2',
        availability_zones: ['usw2-az1', 'usw2-az2', 'usw2-az3'],
        cidr_block: '10.90.0.0/16',
      });
      const path = `${base}/networks/${pick(made, 'id')}`;
      assert.deepEqual(await states(at, path, 0, 5, 60), ['created', 'initializing', 'ready']);
      const ready = await at.caller.expect(200, 'GET', path);
      assert.match(pick(ready, 'provider_metadata.vpc_id'), /^vpc-0[0-9a-f]{16}$/);
      assert.equal(pick<string[]>(ready, 'provider_metadata.subnet_ids').length, 3);
      await at.caller.expect(204, 'DELETE', path);
      assert.deepEqual(await states(at, path, 0, 60), ['terminating', 'gone']);
    }),
  );

  test(
    'an offline network stays offline',
    withDemo(async (at) => {
      assert.deepEqual(await states(at, await networkPath(at, 'frankfurt-reserve'), 0, 100_000), [
        'offline',
        'offline',
      ]);
    }),
  );

  test(
    'the seed has a network and a group that failed while their state stayed initializing, and they can be removed',
    withDemo(async (at) => {
      const path = await networkPath(at, 'mumbai-lab');
      const network = await at.caller.expect(200, 'GET', path);
      assert.equal(pick(network, 'state'), 'initializing');
      assert.match(pick(network, 'state_metadata.reason'), /insufficient/);
      await at.caller.expect(400, 'DELETE', path);
      const refused = await at.caller.expect(
        400,
        'DELETE',
        await networkPath(at, 'oregon-telemetry'),
      );
      assert.match(pick(refused, 'invalid_parameters.0.reason'), /configuration/);
    }),
  );

  test(
    'a custom domain is verified step by step',
    withDemo(async (at) => {
      const plane = (await at.plane('payments', 'eu')).split('/').at(-1);
      const made = await at.caller.expect(201, 'POST', `${base}/custom-domains`, {
        control_plane_id: plane,
        control_plane_geo: 'eu',
        domain: 'Cards.Tidewater.example',
      });
      assert.equal(pick(made, 'domain'), 'cards.tidewater.example');
      assert.equal(pick(made, 'certificate_id'), null);
      const path = `${base}/custom-domains/${pick(made, 'id')}`;
      const online = async (wait: number) => {
        at.advance(wait);
        return at.caller.expect(200, 'GET', `${path}/online-status`);
      };
      assert.deepEqual(await states(at, path, 0, 5), ['created', 'initializing']);
      assert.deepEqual(await online(0), { cname: 'unverified', ssl: 'unverified' });
      assert.deepEqual(await online(10), { cname: 'verified', ssl: 'unverified' });
      assert.deepEqual(await online(20), { cname: 'verified', ssl: 'verified' });
      assert.deepEqual(await states(at, path, 0), ['ready']);
      await at.caller.expect(204, 'DELETE', path);
      assert.deepEqual(await states(at, path, 0, 30), ['terminating', 'gone']);
    }),
  );

  const gateways: readonly (readonly [
    kind: string,
    network: string,
    config: object,
    waits: string,
  ])[] = [
    [
      'aws-vpc-peering-attachment',
      'us-east-2-prod',
      { peer_account_id: '012345678901', peer_vpc_id: 'vpc-0a', peer_vpc_region: 'us-east-2' },
      'pending-acceptance',
    ],
    [
      'gcp-vpc-peering-attachment',
      'sydney-sensors',
      { peer_project_id: 'p', peer_vpc_name: 'v' },
      'pending-user-action',
    ],
  ];
  for (const [kind, network, config, waits] of gateways) {
    test(
      `${kind} waits in ${waits}`,
      withDemo(async (at) => {
        const list = `${await networkPath(at, network)}/transit-gateways`;
        const made = await at.caller.expect(201, 'POST', list, {
          name: kind,
          cidr_blocks: ['172.30.0.0/16'],
          transit_gateway_attachment_config: { kind, ...config },
        });
        const path = `${list}/${pick(made, 'id')}`;
        await at.caller.expect(400, 'DELETE', path);
        assert.deepEqual(await states(at, path, 0, 10, 60), ['initializing', waits, 'ready']);
        await at.caller.expect(400, 'PATCH', path, { cidr_blocks: ['172.31.0.0/16'] });
        await at.caller.expect(204, 'DELETE', path);
        assert.deepEqual(await states(at, path, 0, 60), ['terminating', 'gone']);
      }),
    );
  }

  test(
    'the kind of an attachment must be of the network’s cloud',
    withDemo(async (at) => {
      const network = await networkPath(at, 'sydney-sensors');
      const refused = await at.caller.expect(400, 'POST', `${network}/private-dns`, {
        name: 'zone',
        private_dns_attachment_config: {
          kind: 'aws-private-hosted-zone-attachment',
          hosted_zone_id: 'Z1',
        },
      });
      assert.equal(
        pick(refused, 'invalid_parameters.0.field'),
        'private_dns_attachment_config.kind',
      );
    }),
  );

  test(
    'private DNS can be deleted from ready and error only',
    withDemo(async (at) => {
      const [ohio, sydney] = [
        await networkPath(at, 'us-east-2-prod'),
        await networkPath(at, 'sydney-sensors'),
      ];
      const id = async (network: string, name: string) =>
        pick(
          await at.caller.expect(200, 'GET', `${network}/private-dns?filter[name][eq]=${name}`),
          'data.0.id',
        );
      await at.caller.expect(
        400,
        'DELETE',
        `${ohio}/private-dns/${await id(ohio, 'warehouse-zone')}`,
      );
      const failed = `${sydney}/private-dns/${await id(sydney, 'gauges-zone')}`;
      await at.caller.expect(204, 'DELETE', failed);
      assert.deepEqual(await states(at, failed, 0, 60), ['terminating', 'gone']);
    }),
  );

  test(
    'a managed cache grows, and says where it can be reached when it is ready',
    withDemo(async (at) => {
      const path = `${base}/add-ons/${pick(await at.caller.expect(200, 'GET', `${base}/add-ons`), 'data.0.id')}`;
      const config = {
        kind: 'managed-cache.v0',
        capacity_config: { kind: 'tiered', tier: 'medium' },
      };
      const changed = await at.caller.expect(200, 'PATCH', path, { config });
      assert.equal(pick(changed, 'config.state_metadata.cache_host'), undefined);
      assert.deepEqual(await states(at, path, 0, 60), ['initializing', 'ready']);
      const ready = await at.caller.expect(200, 'GET', path);
      assert.match(pick(ready, 'config.state_metadata.cache_host'), /^\{vault:\/\/env\//);
      assert.equal(pick<unknown[]>(ready, 'config.data_plane_groups').length, 2);
    }),
  );
});
