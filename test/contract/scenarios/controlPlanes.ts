// Control planes, identity and regions, through every operation that the demo has of them.

import assert from 'node:assert/strict';
import { type DemoCaller, pick } from '../support/demoCaller';

const planes = '/us/v2/control-planes';

export async function callIdentity(caller: DemoCaller): Promise<void> {
  const organization = await caller.expect(200, 'GET', '/global/v3/organizations/me');
  assert.match(pick(organization, 'name'), /Demo/);
  await caller.expect(200, 'GET', '/global/v3/users/me');
  await caller.expect(200, 'GET', '/eu/v2/organizations/me');
  const regions = await caller.expect(200, 'GET', '/global/v3/available-regions');
  assert.deepEqual(pick(regions, 'regions.stable_opt_in'), ['sg']);
  for (const path of ['/global/v3/organizations/me', '/global/v3/users/me', `${planes}`]) {
    const { status } = await caller.call('GET', path, undefined, { authorization: 'Bearer wrong' });
    assert.equal(status, 401);
  }
}

export async function callControlPlanes(caller: DemoCaller): Promise<void> {
  await caller.expect(
    200,
    'GET',
    `${planes}?filter[cloud_gateway]=true&sort=created_at desc&page[size]=2`,
  );
  await caller.expect(400, 'GET', `${planes}?filter[colour]=red`);
  await caller.expect(400, 'GET', `${planes}?page[number]=0`);
  await caller.expect(403, 'GET', '/sg/v2/control-planes');
  const made = await caller.expect(201, 'POST', planes, {
    name: 'contract',
    cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE',
    cloud_gateway: true,
    labels: { env: 'test' },
    proxy_urls: [{ host: 'api.contract.example', port: 443, protocol: 'https' }],
  });
  const one = `${planes}/${pick(made, 'id')}`;
  assert.deepEqual(await caller.expect(200, 'GET', one), made);
  await caller.expect(409, 'POST', planes, { name: 'contract' });
  await caller.expect(400, 'POST', planes, {
    name: 'x',
    proxy_urls: [{ host: 'a' }],
    labels: { kong: '-' },
  });
  await caller.expect(400, 'PATCH', one, { cloud_gateway: false });
  const changed = await caller.expect(200, 'PATCH', one, { description: 'Changed', labels: {} });
  assert.equal(pick(changed, 'description'), 'Changed');
  await caller.expect(204, 'DELETE', one);
  await caller.expect(404, 'GET', one);
  await caller.expect(404, 'PATCH', one, {});
  await caller.expect(404, 'DELETE', one);
  await caller.expect(400, 'GET', `${planes}/not-an-id`);
}

export async function callNodes(caller: DemoCaller): Promise<void> {
  const listed = await caller.expect(200, 'GET', `${planes}?filter[name][eq]=booking-prod`);
  const plane = `${planes}/${pick(listed, 'data.0.id')}`;
  const nodes = await caller.expect(200, 'GET', `${plane}/nodes?page[size]=2`);
  assert.equal(pick<unknown[]>(nodes, 'items').length, 2);
  const next = new URL(pick(nodes, 'page.next'), 'http://demo').searchParams.get('page[after]');
  await caller.expect(
    200,
    'GET',
    `${plane}/nodes?page[size]=2&page[after]=${encodeURIComponent(next ?? '')}`,
  );
  await caller.expect(200, 'GET', `${plane}/nodes/${pick(nodes, 'items.0.id')}`);
  await caller.expect(200, 'GET', `${plane}/nodes/eol`);
  await caller.expect(200, 'GET', `${plane}/expected-config-hash`);
  await caller.expect(200, 'GET', `${plane}/expected-config-version`);
  await caller.expect(204, 'DELETE', `${plane}/nodes/${pick(nodes, 'items.0.id')}`);
}
