// The filter, and what the view says around its rows.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { activated, answerWith, connectedDemo, nodeOf, rows, until } from '../support';

const run = vscode.commands.executeCommand;
const filter = 'kongCloudGateways.explorer.filter';

suite('the filter', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
  });

  afterEach(async () => {
    await run('kongCloudGateways.explorer.clearFilter');
    await access.services.connections.signOut();
    await demo.close();
  });

  const shown = async (label: string) =>
    rows(access.services, await nodeOf(access.services, label), 0, 0);
  const hidden = (count: number) =>
    ` — Nothing matches the filter here (${count} hidden). Clear it to see them.`;

  test('by text shows the control planes that match, and says where none does', async () => {
    await rows(access.services, undefined, 0, 0);
    answerWith(access, 'Text…', 'STAGING');
    assert.equal(await run(filter), true);
    assert.deepEqual(await shown('us'), [
      '[server-environment] booking-staging — Tomorrow’s bookings',
    ]);
    assert.deepEqual(await shown('eu'), [hidden(2)]);
    const { view, filter: active } = access.services.explorer;
    assert.deepEqual(active, { text: 'STAGING', state: undefined });
    assert.equal(view.description, '“STAGING”');
    assert.match(view.message ?? '', /^Filter: “STAGING”\./);
  });

  test('clears by the row that says so, and by its command', async () => {
    answerWith(access, 'Text…', 'nothing is called so');
    await run(filter);
    const us = await nodeOf(access.services, 'us');
    const [row] = await access.services.explorer.tree.getChildren(us);
    assert.ok(row);
    const { command } = access.services.explorer.tree.getTreeItem(row);
    await run(command?.command ?? '');
    assert.equal((await shown('us')).length, 3);
    assert.equal(access.services.explorer.view.description, '');
    assert.match(access.services.explorer.view.message ?? '', /^Sample data/);
  });

  test('by state offers the states that are there with their number, and finds what nobody has opened', async () => {
    for (const geo of ['us', 'eu', 'au', 'me', 'in', 'sg']) await shown(geo);
    demo.forgetRequests();
    const asked = answerWith(access, 'error');
    await run(filter);
    assert.deepEqual(
      asked.map(({ text }) => text),
      ['Show only what contains a text, or is in a state'],
    );
    const paths = new Set(demo.requests.map(({ path }) => path));
    assert.deepEqual([...paths].sort(), [
      '/v2/cloud-gateways/configurations',
      '/v2/cloud-gateways/custom-domains',
    ]);
    assert.deepEqual(
      (await shown('us')).map((row) => row.split(' — ')[0]),
      ['[server-environment] booking-prod'],
    );
    const path = ['us', 'booking-prod', 'Custom domains'] as const;
    assert.deepEqual(await rows(access.services, await nodeOf(access.services, ...path), 0, 0), [
      '[error] tickets.tidewater.example — error',
    ]);
    assert.equal(access.services.explorer.view.description, 'error');
  });

  test('finds a custom domain by its name before its control plane is opened', async () => {
    answerWith(access, 'Text…', 'pay.tidewater');
    await run(filter);
    assert.deepEqual(
      (await shown('eu')).map((row) => row.split(' — ')[0]),
      ['[warning] payments'],
    );
    const controlPlane = await nodeOf(access.services, 'eu', 'payments');
    assert.deepEqual(await rows(access.services, controlPlane, 0, 1), [
      '[link] Custom domains',
      '  [pass-filled] pay.tidewater.example — ready',
    ]);
  });

  test('a list that is refused leaves the filter with what it knows', async () => {
    await rows(access.services, undefined, 0, 0);
    const fault = { kind: 'status', status: 403 } as const;
    demo.faults.order({ path: '/global/v2/cloud-gateways/**', fault });
    answerWith(access, 'Text…', 'telemetry');
    assert.equal(await run(filter), true);
    assert.equal((await shown('us')).length, 1);
  });

  test('all that is below a match is shown, and headings lead to what was loaded', async () => {
    await rows(access.services, await nodeOf(access.services, 'us', 'booking-prod'), 0, 1);
    answerWith(access, 'Text…', 'tide-headers');
    await run(filter);
    const controlPlane = await nodeOf(access.services, 'us', 'booking-prod');
    const all = await rows(access.services, controlPlane);
    assert.deepEqual(
      all.filter((row) => !row.startsWith(' ')),
      ['[plug] Plugins', '[file-code] Custom plugins'],
    );
    assert.ok(all.includes('  [file-code] tide-headers — uploaded <date>'));
    assert.ok(!all.some((row) => row.includes('prometheus')));
  });
});

suite('the view says', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
  });

  test('how many nodes are not in sync and how many things are in error, of what was opened', async () => {
    demo = await connectedDemo(access.services);
    const { view } = access.services.explorer;
    await rows(access.services, undefined, 0, 0);
    assert.equal(view.badge, undefined);
    await rows(access.services, await nodeOf(access.services, 'us', 'booking-prod', 'Nodes'));
    await rows(
      access.services,
      await nodeOf(access.services, 'us', 'booking-prod', 'Custom domains'),
      0,
      0,
    );
    assert.deepEqual(view.badge, {
      value: 2,
      tooltip: 'Nodes not in sync: 1, In error: 1 (of what has been opened)',
    });
    await access.services.connections.signOut();
    await until(() => view.badge === undefined);
  });

  test('that there is no control plane yet, and leaves networks and accounts within reach', async () => {
    demo = await connectedDemo(access.services, { seed: { empty: true, refusedGeos: [] } });
    const { view } = access.services.explorer;
    await rows(access.services, undefined, 0, 0);
    await until(() =>
      /there is no Dedicated Cloud Gateways control plane yet/.test(view.message ?? ''),
    );
    assert.deepEqual(await rows(access.services, undefined, 0, 0), [
      '[add] Create a control plane…',
      '[type-hierarchy] Networks',
      '[extensions] Add-ons',
      '[account] Provider accounts',
      '[dashboard] Quotas',
    ]);
    assert.ok(
      (await rows(access.services, await nodeOf(access.services, 'Provider accounts'))).length > 0,
    );
    answerWith(access, 'eu', 'first-gateway', 'Create');
    await run('kongCloudGateways.controlPlane.create');
    await nodeOf(access.services, 'eu', 'first-gateway');
  });

  test('which role is missing when no geo may be read, and still shows what other roles allow', async () => {
    demo = await connectedDemo(access.services);
    const fault = { kind: 'status', status: 403 } as const;
    demo.faults.order({ path: '/*/v2/control-planes', fault });
    const us = await nodeOf(access.services, 'us');
    const [failure] = await rows(access.services, us);
    assert.match(failure ?? '', /The role “Control Planes: Viewer” is probably missing/);
    const networks = await nodeOf(access.services, 'Networks');
    assert.ok((await rows(access.services, networks, 0, 0)).length > 3);
  });
});
