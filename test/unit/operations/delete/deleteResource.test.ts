import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { network, privateDns } from '../../../../src/operations/delete/deletable';
import { requestDeletion, waitUntilGone } from '../../../../src/operations/delete/deleteResource';
import { readNetworkUse, usersOf } from '../../../../src/operations/delete/networkUse';
import { english } from '../../../../src/text';
import { all } from '../../konnect/testClient';
import { networkNamed, withKonnect } from '../withKonnect';

suite('deleting', () => {
  test(
    'is asked for once, and watched until it is gone',
    withKonnect(async ({ konnect, run, told, changes }) => {
      const reserve = await networkNamed(konnect, 'frankfurt-reserve');
      const one = network(konnect, reserve);
      await requestDeletion(one, run);
      await waitUntilGone(one, run, 600_000);
      assert.deepEqual(changes(), [`DELETE /v2/cloud-gateways/networks/${reserve.id} 204`]);
      const step = 'frankfurt-reserve is terminating';
      assert.deepEqual(told, [step, 5, step, 5, step, 5]);
    }),
  );

  test(
    'is repeated while Konnect is at work on it: after 10 seconds, then half as long again',
    withKonnect(async ({ konnect, run, told, changes }) => {
      const moving = await networkNamed(konnect, 'oregon-telemetry');
      await konnect.networks.create({
        name: 'new',
        cloud_gateway_provider_account_id: moving.cloud_gateway_provider_account_id,
        region: 'us-west-2',
        availability_zones: ['usw2-az1', 'usw2-az2'],
        cidr_block: '10.50.0.0/16',
      });
      await requestDeletion(network(konnect, await networkNamed(konnect, 'new')), run);
      assert.deepEqual(
        told.filter((one) => typeof one === 'number'),
        [10, 15, 22.5],
      );
      assert.equal(told[0], 'new is created; Konnect deletes it after that');
      assert.deepEqual(
        changes()
          .slice(1)
          .map((line) => line.split(' ').at(-1)),
        ['400', '400', '400', '204'],
      );
    }),
  );

  test(
    'of what is in use is refused at once',
    withKonnect(async ({ konnect, run, told, changes }) => {
      const used = await networkNamed(konnect, 'us-east-2-prod');
      await assert.rejects(requestDeletion(network(konnect, used), run), {
        name: 'InvalidRequestError',
      });
      assert.deepEqual([told, changes().length], [[], 1]);
      assert.deepEqual(usersOf(await readNetworkUse(konnect, used.id), english), [
        'The gateway booking-prod (us) has data plane groups in it: remove those first.',
        'The gateway booking-staging (us) has data plane groups in it: remove those first.',
        'The gateway payments (eu) has data plane groups in it: remove those first.',
        'The transit gateway core-transit (ready) hangs on it: delete that first.',
        'The transit gateway warehouse-vpc (pending-acceptance) hangs on it: delete that first.',
        'The private DNS core-resolver (ready) hangs on it: delete that first.',
        'The private DNS warehouse-zone (pending-association) hangs on it: delete that first.',
      ]);
    }),
  );

  test(
    'of what is gone, or goes already, is done',
    withKonnect(async ({ konnect, run, told }) => {
      const going = await networkNamed(konnect, 'ohio-2024');
      await requestDeletion(network(konnect, going), run);
      const gone = { id: '00000000-0000-4000-8000-000000000000', name: 'gone' };
      await requestDeletion(network(konnect, gone), run);
      await waitUntilGone(network(konnect, gone), run, 1);
      assert.deepEqual(told, []);
    }),
  );

  test(
    'ends with what is the case when it is cancelled',
    withKonnect(async ({ konnect, run, cancelled }) => {
      const { id } = await networkNamed(konnect, 'us-east-2-prod');
      const found = await all(konnect.privateDns.list(id));
      const pending = found.find(({ name }) => name === 'warehouse-zone');
      assert.ok(pending);
      const one = privateDns(konnect, id, pending);
      const stopping = { ...run, report: () => cancelled.abort() };
      await assert.rejects(requestDeletion(one, stopping), {
        name: 'Interrupted',
        message: 'warehouse-zone was not deleted: it is still pending-association.',
      });
    }),
  );

  test(
    'that was accepted goes on when it is cancelled, and says so',
    withKonnect(async ({ konnect, run, cancelled }) => {
      const one = network(konnect, await networkNamed(konnect, 'frankfurt-reserve'));
      await requestDeletion(one, run);
      const stopping = { ...run, report: () => cancelled.abort() };
      await assert.rejects(waitUntilGone(one, stopping, 600_000), {
        name: 'Interrupted',
        message:
          'Konnect goes on deleting frankfurt-reserve; the Cloud Gateways view shows when it is gone.',
      });
    }),
  );
});
