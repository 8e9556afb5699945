// Cloud gateways: provider accounts to custom domains, from nothing to a running gateway and back.

import assert from 'node:assert/strict';
import { type DemoCaller, pick } from '../support/demoCaller';

const base = '/global/v2/cloud-gateways';
const minute = 60_000;

export async function callReadOnly(caller: DemoCaller): Promise<void> {
  await caller.expect(200, 'GET', `${base}/availability.json`);
  const accounts = await caller.expect(
    200,
    'GET',
    `${base}/provider-accounts?filter[provider][oeq]=aws,gcp`,
  );
  await caller.expect(200, 'GET', `${base}/provider-accounts/${pick(accounts, 'data.0.id')}`);
  await caller.expect(404, 'GET', `${base}/provider-accounts/none`);
  await caller.expect(400, 'GET', `${base}/provider-accounts?filter[name][eq]=x`);
  for (const [list, one] of [
    ['default-resource-quotas', undefined],
    ['resource-quotas', 'resource-quotas'],
    ['default-resource-configurations', undefined],
    ['resource-configurations', 'resource-configurations'],
  ] as const) {
    const listed = await caller.expect(200, 'GET', `${base}/${list}?page[size]=100`);
    if (one === undefined) continue;
    await caller.expect(200, 'GET', `${base}/${one}/${pick(listed, 'data.0.id')}`);
    await caller.expect(404, 'GET', `${base}/${one}/none`);
  }
  for (const list of [
    'configurations',
    'networks',
    'custom-domains',
    'provider-accounts',
    'add-ons',
  ]) {
    await caller.expect(200, 'GET', `${base}/${list}?page[size]=100`);
    const { status } = await caller.call('GET', `${base}/${list}`, undefined, {
      authorization: 'Basic x',
    });
    assert.equal(status, 401);
  }
}

export async function callNetworks(caller: DemoCaller): Promise<void> {
  const account = await awsAccount(caller);
  const networks = `${base}/networks`;
  const wish = {
    name: 'contract-network',
    cloud_gateway_provider_account_id: account,
    region: 'us-east-2',
    availability_zones: ['use2-az1', 'use2-az2'],
    cidr_block: '10.200.0.0/16',
  };
  const made = await caller.expect(201, 'POST', networks, wish);
  const one = `${networks}/${pick(made, 'id')}`;
  await caller.expect(409, 'POST', networks, { ...wish, state: 'offline' });
  await caller.expect(400, 'POST', networks, { ...wish, name: 'n'.repeat(121) });
  await caller.expect(400, 'POST', networks, {
    ...wish,
    availability_zones: ['use2-az9'],
    cidr_block: '8.0.0.0/8',
  });
  await caller.expect(400, 'DELETE', one);
  await caller.expect(200, 'PATCH', one, { name: 'contract-renamed' });
  await caller.expect(400, 'PATCH', one, { region: 'us-west-2' });
  await caller.expect(
    200,
    'GET',
    `${networks}?filter[name][contains]=contract&filter[state][neq]=ready`,
  );
  caller.demo.clock.advance(minute);
  assert.equal(pick(await caller.expect(200, 'GET', one), 'state'), 'ready');
  await caller.expect(200, 'GET', `${one}/configuration-references`);
  await caller.expect(204, 'DELETE', one);
  assert.equal(pick(await caller.expect(200, 'GET', one), 'state'), 'terminating');
  caller.demo.clock.advance(minute);
  await caller.expect(404, 'GET', one);
  await caller.expect(404, 'PATCH', one, { name: 'x' });
  await caller.expect(404, 'DELETE', one);
  await caller.expect(404, 'GET', `${one}/configuration-references`);
  await spendNetworks(caller, wish);
}

async function spendNetworks(caller: DemoCaller, wish: object): Promise<void> {
  const made: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const { status, body } = await caller.call('POST', `${base}/networks`, {
      ...wish,
      name: `spent-${count}`,
    });
    if (status === 403) {
      assert.equal(pick(body, 'title'), 'Quota Exceeded');
      break;
    }
    made.push(pick(body, 'id'));
  }
  assert.ok(made.length < 20, 'the quota of networks binds');
  caller.demo.clock.advance(minute);
  for (const id of made) await caller.expect(204, 'DELETE', `${base}/networks/${id}`);
  caller.demo.clock.advance(minute);
}

async function awsAccount(caller: DemoCaller): Promise<string> {
  const accounts = await caller.expect(
    200,
    'GET',
    `${base}/provider-accounts?filter[provider][eq]=aws`,
  );
  return pick(accounts, 'data.0.id');
}

export async function callConfigurations(caller: DemoCaller): Promise<void> {
  const plane = pick(
    await caller.expect(201, 'POST', '/us/v2/control-planes', {
      name: 'configured',
      cloud_gateway: true,
    }),
    'id',
  );
  const network = await caller.expect(
    200,
    'GET',
    `${base}/networks?filter[name][eq]=us-east-2-prod`,
  );
  const group = {
    provider: 'aws',
    region: 'us-east-2',
    cloud_gateway_network_id: pick(network, 'data.0.id'),
    autoscale: { kind: 'autopilot', base_rps: 100 },
    environment: [{ name: 'KONG_LOG_LEVEL', value: 'info' }],
  };
  const wish = {
    control_plane_id: plane,
    control_plane_geo: 'us',
    kind: 'dedicated.v0',
    version: '3.14',
    api_access: 'private+public',
    dataplane_groups: [group],
  };
  const put = (status: number, body: unknown) =>
    caller.expect(status, 'PUT', `${base}/configurations`, body);
  const made = await put(200, wish);
  await put(409, wish);
  await put(400, { ...wish, version: '3.13' });
  await put(400, {
    ...wish,
    version: 3.9,
    dataplane_groups: [{ provider: 'aws', autoscale: [{}] }],
  });
  await put(404, { ...wish, control_plane_geo: 'eu' });
  caller.demo.clock.advance(minute);
  const one = `${base}/configurations/${pick(made, 'id')}`;
  assert.equal(pick(await caller.expect(200, 'GET', one), 'dataplane_groups.0.state'), 'ready');
  await caller.expect(404, 'GET', `${base}/configurations/none`);
  await caller.expect(
    200,
    'GET',
    `${base}/configurations?filter[control_plane_id][eq]=${plane}&filter[control_plane_geo]=us`,
  );
  await caller.expect(400, 'GET', `${base}/configurations?filter[control_plane_geo][eq]=mars`);
  const dozen = Array.from({ length: 13 }, (_, index) => ({
    ...group,
    environment: [{ name: 'KONG_AAA', value: `${index}` }],
  }));
  await put(400, { ...wish, dataplane_groups: dozen });
  await caller.expect(400, 'DELETE', `/us/v2/control-planes/${plane}`);
  await put(200, { ...wish, dataplane_groups: [] });
  caller.demo.clock.advance(minute);
  await caller.expect(204, 'DELETE', `/us/v2/control-planes/${plane}`);
}

export async function callCustomDomains(caller: DemoCaller): Promise<void> {
  const planes = await caller.expect(
    200,
    'GET',
    '/us/v2/control-planes?filter[name][eq]=booking-staging',
  );
  const domains = `${base}/custom-domains`;
  const wish = {
    control_plane_id: pick(planes, 'data.0.id'),
    control_plane_geo: 'us',
    domain: 'new.tidewater.example',
  };
  const made = await caller.expect(201, 'POST', domains, wish);
  const one = `${domains}/${pick(made, 'id')}`;
  await caller.expect(409, 'POST', domains, wish);
  await caller.expect(400, 'POST', domains, { ...wish, domain: '' });
  await caller.expect(400, 'POST', domains, { ...wish, domain: 'no domain' });
  await caller.expect(404, 'POST', domains, {
    ...wish,
    control_plane_geo: 'in',
    domain: 'b.tidewater.example',
  });
  await caller.expect(400, 'DELETE', one);
  caller.demo.clock.advance(minute);
  assert.equal(pick(await caller.expect(200, 'GET', one), 'state'), 'ready');
  assert.deepEqual(await caller.expect(200, 'GET', `${one}/online-status`), {
    cname: 'verified',
    ssl: 'verified',
  });
  await caller.expect(
    200,
    'GET',
    `${domains}?filter[state]=ready&filter[domain][ocontains]=new,pay`,
  );
  await caller.expect(400, 'GET', `${domains}?filter[state][contains]=rea`);
  await caller.expect(204, 'DELETE', one);
  caller.demo.clock.advance(minute);
  await caller.expect(404, 'GET', one);
  await caller.expect(404, 'DELETE', one);
  await caller.expect(404, 'GET', `${one}/online-status`);
}
