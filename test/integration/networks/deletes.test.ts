import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import type { TestAccess } from '../../../src/extension';
import { changesOf, waitWith } from '../requests';
import { activated, answerWith, connectedDemo, nodeOf } from '../support';

suite('deleting', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services, { clock: createManualClock() });
    waitWith(access.services, demo);
    demo.forgetRequests();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await access.services.connections.signOut();
    await demo.close();
  });

  const run = (id: string, target?: unknown) =>
    vscode.commands.executeCommand(`kongCloudGateways.${id}`, target);
  const row = (...labels: string[]) => nodeOf(access.services, ...labels);

  test('a network in use is refused, and its users are listed', async () => {
    const target = await row('Networks', 'us-east-2-prod');
    const asked = answerWith(access, undefined);
    assert.equal(await run('network.delete', target), false);
    assert.equal(asked[0]?.text, 'The network us-east-2-prod is in use and cannot be deleted.');
    assert.match(asked[0]?.detail ?? '', /^The gateway booking-prod \(us\) has data plane groups/);
    assert.deepEqual(changesOf(demo), []);
  });

  test('a network that nobody uses goes once its name is typed', async () => {
    const target = await row('Networks', 'frankfurt-reserve');
    const asked = answerWith(access, 'Delete', 'frankfurt-reserve');
    assert.equal(await run('network.delete', target), true);
    assert.match(asked[0]?.detail ?? '', /egress addresses: allow lists have to be changed/);
    assert.deepEqual(changesOf(demo), ['DELETE /v2/cloud-gateways/networks/<id> 204']);
    await assert.rejects(row('Networks', 'frankfurt-reserve'));
  });

  test('nothing is sent when the name is not typed, or the question dismissed', async () => {
    const target = await row('Networks', 'frankfurt-reserve');
    answerWith(access, 'Delete', 'frankfurt');
    assert.equal(await run('network.delete', target), false);
    answerWith(access, undefined);
    assert.equal(await run('network.delete', target), false);
    assert.deepEqual(changesOf(demo), []);
  });

  test('attachments are picked from the palette and go from a stable state', async () => {
    const asked = answerWith(access, 'core-transit', 'Delete', 'core-transit');
    assert.equal(await run('transitGateway.delete'), true);
    assert.match(asked[1]?.detail ?? '', /^Traffic between its network and 10\.64\.0\.0\/14, 172/);
    answerWith(access, 'cards-zone', 'Delete', 'cards-zone');
    assert.equal(await run('privateDns.delete'), true);
    assert.deepEqual(changesOf(demo), [
      'DELETE /v2/cloud-gateways/networks/<id>/transit-gateways/<id> 204',
      'DELETE /v2/cloud-gateways/networks/<id>/private-dns/<id> 204',
    ]);
  });

  test('what Konnect does not delete in its state is said, waited for, and told in the end', async () => {
    const asked = answerWith(access, 'warehouse-zone', 'Delete', 'warehouse-zone');
    assert.equal(await run('privateDns.delete'), false);
    assert.match(
      asked[1]?.detail ?? '',
      /^It is pending-association now: Konnect deletes it only from ready, error\. That is waited for/m,
    );
    assert.deepEqual(
      [...new Set(changesOf(demo))],
      ['DELETE /v2/cloud-gateways/networks/<id>/private-dns/<id> 400'],
    );
  });

  test('a custom domain goes with its certificate', async () => {
    const target = await row('eu', 'payments', 'Custom domains', 'pay.tidewater.example');
    const asked = answerWith(access, 'Delete', 'pay.tidewater.example');
    assert.equal(await run('customDomain.delete', target), true);
    assert.match(asked[0]?.detail ?? '', /its certificate goes with it/);
    assert.match(
      asked[0]?.detail ?? '',
      /In the organisation Tidewater Ferries \(Demo\), geo eu\.$/,
    );
    assert.deepEqual(changesOf(demo), ['DELETE /v2/cloud-gateways/custom-domains/<id> 204']);
  });

  test('a control plane goes after all that hangs on it; its networks stay', async () => {
    const target = await row('eu', 'partners-private');
    const asked = answerWith(access, 'Delete', 'partners-private');
    assert.equal(await run('controlPlane.delete', target), true);
    assert.match(asked[0]?.detail ?? '', /its data plane groups \(aws eu-west-1\) are destroyed/);
    assert.match(asked[0]?.detail ?? '', /^Networks stay/m);
    assert.deepEqual(changesOf(demo), [
      'PUT /v2/cloud-gateways/configurations 200',
      'DELETE /v2/control-planes/<id> 204',
    ]);
    assert.ok(await row('Networks', 'dublin-private'));
    await assert.rejects(row('eu', 'partners-private'));
  });

  test('every request of it can be previewed as curl, in order', async () => {
    const target = await row('us', 'booking-prod');
    answerWith(access, 'Preview as curl');
    assert.equal(await run('controlPlane.delete', target), false);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    const methods = text.match(/--request \w+/g)?.map((one) => one.slice('--request '.length));
    assert.deepEqual(methods, [...Array(6).fill('DELETE'), 'PUT', 'DELETE']);
    assert.ok(text.includes('"dataplane_groups": []'));
    assert.deepEqual(changesOf(demo), []);
  });

  test('a rate limit on the way is waited for, and nothing is done twice', async () => {
    demo.faults.order({
      method: 'PUT',
      path: '/global/v2/cloud-gateways/configurations',
      times: 1,
      fault: { kind: 'status', status: 429, retryAfter: 0 },
    });
    const target = await row('eu', 'partners-private');
    answerWith(access, 'Delete', 'partners-private');
    assert.equal(await run('controlPlane.delete', target), true);
    assert.deepEqual(changesOf(demo), [
      'PUT /v2/cloud-gateways/configurations 429',
      'PUT /v2/cloud-gateways/configurations 200',
      'DELETE /v2/control-planes/<id> 204',
    ]);
  });

  test('a network is renamed and nothing else of it is sent', async () => {
    const target = await row('Networks', 'tokyo-prod');
    answerWith(access, 'tokyo-main', 'Rename');
    assert.equal(await run('network.rename', target), true);
    assert.deepEqual(
      demo.requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body),
      [{ name: 'tokyo-main' }],
    );
    assert.ok(await row('Networks', 'tokyo-main'));
  });
});
