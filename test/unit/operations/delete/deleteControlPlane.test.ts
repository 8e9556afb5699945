import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  deleteControlPlane,
  readParts,
} from '../../../../src/operations/delete/deleteControlPlane';
import { all } from '../../konnect/testClient';
import { type AtHand, controlPlaneNamed, withKonnect } from '../withKonnect';

/** A gateway with a cache and a domain that is still on its way. */
async function prepared({ konnect, demo }: AtHand) {
  const plane = await controlPlaneNamed(konnect, 'eu', 'partners-private');
  const { id, geo } = plane;
  await konnect.addOns.create({
    name: 'partners-cache',
    owner: { kind: 'control-plane', control_plane_id: id, control_plane_geo: geo },
    config: { kind: 'managed-cache.v0', capacity_config: { kind: 'tiered', tier: 'micro' } },
  });
  await konnect.customDomains.create({ controlPlane: plane, domain: 'partners.example.com' });
  demo.forgetRequests();
  return { plane, seen: await readParts(konnect, plane) };
}

suite('deleting a control plane', () => {
  test(
    'takes down what hangs on it first, and leaves its networks',
    withKonnect(async (at) => {
      const { konnect, run, changes, demo } = at;
      const { plane, seen } = await prepared(at);
      const networks = (await all(konnect.networks.list())).map(({ name }) => name);
      await deleteControlPlane(konnect, plane, seen, run);
      const order = changes().map((line) => line.replaceAll(/[0-9a-f-]{36}/g, '<id>'));
      const domain = 'DELETE /v2/cloud-gateways/custom-domains/<id>';
      assert.deepEqual(order, [
        ...[400, 400, 204].map((status) => `${domain} ${status}`),
        'DELETE /v2/cloud-gateways/add-ons/<id> 204',
        'PUT /v2/cloud-gateways/configurations 200',
        'DELETE /v2/control-planes/<id> 204',
      ]);
      const put = demo.requests.find(({ method }) => method === 'PUT')?.body;
      const { version, api_access, kind } = seen.configuration ?? {};
      assert.deepEqual(put, {
        control_plane_id: plane.id,
        control_plane_geo: 'eu',
        kind,
        version,
        api_access,
        dataplane_groups: [],
      });
      const after = (await all(konnect.networks.list())).map(({ name }) => name);
      assert.ok(
        networks.filter((name) => name !== 'ohio-2024').every((name) => after.includes(name)),
      );
      await assert.rejects(konnect.controlPlanes.get(plane), { kind: 'not-found' });
    }),
  );

  test(
    'cancelled on the way says what goes on, and picks up when it is run again',
    withKonnect(async (at) => {
      const { konnect, run, cancelled, changes } = at;
      const { plane, seen } = await prepared(at);
      const stopping = {
        ...run,
        report: (step: string) => /still there/.test(step) && cancelled.abort(),
      };
      await assert.rejects(deleteControlPlane(konnect, plane, seen, stopping as typeof run), {
        name: 'Interrupted',
        message:
          /^Stopped before the control plane partners-private was deleted, at this step: data plane groups that are still there: \d\. What Konnect has begun goes on there\. Delete it again to take this up\.$/,
      });
      const { signal } = new AbortController();
      await deleteControlPlane(konnect, plane, await readParts(konnect, plane), { ...run, signal });
      const puts = changes().filter((line) => line.startsWith('PUT'));
      assert.equal(puts.length, 1, 'nothing is done twice');
      await assert.rejects(konnect.controlPlanes.get(plane), { kind: 'not-found' });
    }),
  );

  test(
    'stops before anything when there is more than the user was told of',
    withKonnect(async (at) => {
      const { konnect, run, demo, changes } = at;
      const { plane, seen } = await prepared(at);
      await konnect.customDomains.create({ controlPlane: plane, domain: 'late.example.com' });
      demo.forgetRequests();
      await assert.rejects(deleteControlPlane(konnect, plane, seen, run), {
        message:
          'Nothing was changed: late.example.com came up meanwhile. Look at it, then start again.',
      });
      assert.deepEqual(changes(), []);
    }),
  );

  test(
    'waits until groups on their way are there, as Konnect changes none before',
    withKonnect(async (at) => {
      const { konnect, run, told } = at;
      const plane = await controlPlaneNamed(konnect, 'in', 'sandbox');
      const { id } = (await all(konnect.networks.list({ name: 'frankfurt-reserve' })))[0] ?? {};
      await konnect.configurations.put({
        control_plane_id: plane.id,
        control_plane_geo: 'in',
        version: '3.14',
        api_access: 'private',
        dataplane_groups: [
          {
            provider: 'aws',
            region: 'eu-central-1',
            cloud_gateway_network_id: id ?? '',
            autoscale: { kind: 'autopilot', base_rps: 100 },
          },
        ],
      });
      await deleteControlPlane(konnect, plane, await readParts(konnect, plane), run);
      assert.deepEqual(told.slice(0, 3), [
        'taking down its data plane groups: 1',
        'waiting until all data plane groups are ready, as Konnect changes none before',
        10,
      ]);
      await assert.rejects(konnect.controlPlanes.get(plane), { kind: 'not-found' });
    }),
  );
});
