// What a screen reader says, row by row, over the whole demo organisation; and the marks that warn.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { TreeNode } from '../../../src/tree/nodes/node';
import { activated, connectedDemo, nodeOf, rows } from '../support';

interface Seen {
  readonly kind: string;
  readonly label: string;
  readonly spoken: string;
  readonly description: string;
  readonly tooltip: string;
}

suite('rows', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
  });

  test('each says its kind, its name and its state in words', async () => {
    const all = await everyRow(access);
    const kinds = new Set(all.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), [...expectedKinds].sort());
    const silent = all.filter(({ spoken }) => spoken === '');
    assert.deepEqual(silent, []);
    const wrong = all.filter(({ kind, label, spoken }) => {
      const start = spokenStarts[kind];
      return start !== undefined && !(start.test(spoken) && spoken.includes(label));
    });
    assert.deepEqual(wrong, []);
    const stateless = all.filter(
      ({ kind, description, spoken }) =>
        stateful.has(kind) && !spoken.includes(description.split(' · ')[0] ?? ''),
    );
    assert.deepEqual(stateless, []);
  });

  test('each with something wrong says the reason in its label, its tooltip and below it', async () => {
    const all = await everyRow(access);
    const problems = all.filter(({ label }) => label === 'Problem');
    assert.ok(problems.length >= 3);
    for (const { description } of problems) {
      const owner = all.find(
        ({ spoken, kind }) => kind !== 'detail' && spoken.includes(description),
      );
      assert.ok(owner, description);
      assert.match(owner.tooltip, /Reason/);
    }
  });

  test('static scaling is called deprecated on the row and aloud', async () => {
    const all = await everyRow(access);
    const fixed = all.filter(({ description }) => description.includes('static'));
    assert.ok(fixed.length > 0);
    for (const { description, spoken } of fixed) {
      assert.match(description, /static, deprecated/);
      assert.match(spoken, /static, deprecated/);
    }
  });

  test('a control plane that names the switched-off domain is marked, with what to do below it', async () => {
    const name = 'd8830f4e19.gateways.konghq.com';
    const advice = `${name} was switched off on 2025-09-30. Use d8830f4e19.gateways.konggateway.com instead, here and in your DNS.`;
    const payments = await nodeOf(access.services, 'eu', 'payments');
    const item = access.services.explorer.tree.getTreeItem(payments);
    assert.equal(item.description, 'old domain · Card payments and refunds');
    assert.equal(item.accessibilityInformation?.label, 'Control plane payments, old domain');
    assert.ok(item.tooltip instanceof vscode.MarkdownString);
    assert.match(item.tooltip.value, /switched off on/);
    assert.equal(
      (await rows(access.services, payments, 0, 0))[0],
      `[warning] Old domain — ${advice}`,
    );
  });

  test('a service on the switched-off domain is marked, others are not', async () => {
    const { client } = access.services;
    const konnect = await client.get();
    const sandbox = await nodeOf(access.services, 'in', 'sandbox');
    const { controlPlane } = sandbox as TreeNode & { controlPlane: { id: string; geo: string } };
    await konnect.services.create(controlPlane, {
      name: 'chained',
      host: 'a1b2c3d4.aws-us-east-2.edge.gateways.konghq.com',
    });
    await konnect.services.create(controlPlane, { name: 'api', host: 'us.cp0.konghq.com' });
    await vscode.commands.executeCommand('kongCloudGateways.explorer.refresh');
    const services = await nodeOf(access.services, 'in', 'sandbox', 'Services');
    const shown = (await rows(access.services, services)).filter((row) => /old domain/i.test(row));
    assert.equal(shown.length, 2);
    assert.match(shown[0] ?? '', /^\[warning\] chained — .* · old domain$/);
    assert.match(shown[1] ?? '', /^ {2}\[warning\] Old domain — a1b2c3d4\.aws-us-east-2\.edge\./);
  });

  test('a domain whose reason names the switched-off domain says so', async () => {
    const reason = "CNAME points to 'a1.gateways.konghq.com.'";
    const path = '/global/v2/cloud-gateways/custom-domains';
    demo.faults.order({ path, fault: { kind: 'unknownValues', values: { reason } } });
    const domains = await nodeOf(access.services, 'us', 'booking-prod', 'Custom domains');
    const shown = await rows(access.services, domains);
    const at = shown.findIndex((row) => row.startsWith('[error]'));
    assert.deepEqual(shown.slice(at, at + 3), [
      '[error] tickets.tidewater.example — error · old domain',
      `  [warning] Problem — ${reason}`,
      '  [warning] Old domain — a1.gateways.konghq.com was switched off on 2025-09-30. Use a1.gateways.konggateway.com instead, here and in your DNS.',
    ]);
  });

  test('a control plane group is shown as what it is', async () => {
    const konnect = await access.services.client.get();
    await konnect.controlPlanes.create('au', {
      name: 'all-ports',
      cluster_type: 'CLUSTER_TYPE_CONTROL_PLANE_GROUP',
      cloud_gateway: true,
    });
    await vscode.commands.executeCommand('kongCloudGateways.explorer.refresh');
    const group = await nodeOf(access.services, 'au', 'all-ports');
    const item = access.services.explorer.tree.getTreeItem(group);
    assert.ok(item.iconPath instanceof vscode.ThemeIcon);
    assert.deepEqual(
      [item.iconPath.id, item.description, item.accessibilityInformation?.label],
      ['layers', 'control plane group', 'Control plane group all-ports'],
    );
  });
});

const stateful = new Set([
  'dataPlaneGroup',
  'customDomain',
  'network',
  'transitGateway',
  'privateDns',
  'addOn',
]);
const spokenStarts: Readonly<Record<string, RegExp>> = {
  controlPlane: /^Control plane /,
  dataPlaneGroup: /^Data plane group /,
  customDomain: /^Custom domain /,
  network: /^Network /,
  transitGateway: /^Attachment /,
  privateDns: /^Attachment /,
  addOn: /^Add-on /,
  providerAccount: /^Provider account /,
  quota: /^Quota /,
  node: /^Node /,
  service: /^Service /,
  route: /^Route /,
  plugin: /^Plugin /,
  customPlugin: /^Custom plugin /,
};
const headings = [
  'dataPlaneGroups',
  'nodes',
  'customDomains',
  'services',
  'plugins',
  'customPlugins',
];
const expectedKinds = [
  ...Object.keys(spokenStarts),
  ...headings,
  ...['networks', 'addOns', 'providerAccounts', 'quotas', 'geo', 'detail', 'failure', 'code', ''],
];

async function everyRow({ services }: TestAccess, node?: TreeNode): Promise<Seen[]> {
  const { tree } = services.explorer;
  const seen: Seen[] = [];
  for (const child of await tree.getChildren(node)) {
    const item = tree.getTreeItem(child);
    const { label, description, tooltip, contextValue = '' } = item;
    seen.push({
      kind: contextValue.split(';')[0] ?? '',
      label: String(label),
      spoken: item.accessibilityInformation?.label ?? '',
      description: String(description ?? ''),
      tooltip: tooltip instanceof vscode.MarkdownString ? tooltip.value : String(tooltip ?? ''),
    });
    if (item.collapsibleState) seen.push(...(await everyRow({ services } as TestAccess, child)));
  }
  return seen;
}
