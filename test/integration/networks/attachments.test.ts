import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import type { TestAccess } from '../../../src/extension';
import { fillNetworks } from '../limits';
import { Messages } from '../pluginLife/support';
import { bodiesOf, changesOf, waitWith } from '../requests';
import { activated, answerWith, connectedDemo, nodeOf, until } from '../support';

const gateways = '/v2/cloud-gateways/networks/<id>/transit-gateways';
const tgw = 'tgw-0123456789abcdef0';
const share =
  'arn:aws:ram:us-east-2:123456789012:resource-share/4b7e2c8a-1234-5678-abcd-ef1234567890';

suite('networks and what hangs on them', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services, { clock: createManualClock() });
    waitWith(access.services, demo);
    demo.forgetRequests();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await access.services.connections.signOut();
    await demo.close();
  });

  const run = (id: string, target?: unknown) =>
    vscode.commands.executeCommand(`kongCloudGateways.${id}`, target);
  const row = (...labels: string[]) => nodeOf(access.services, ...labels);
  const network = ['aws 418820993155', 'eu-west-2', 'euw2-az1, euw2-az2'] as const;

  test('a network is created from what can be had there, and watched until it is ready', async () => {
    const answers = ['10.60.0.0/16', 'london', 'Build it now', 'Create'];
    const asked = answerWith(access, ...network, ...answers);
    assert.equal(await run('network.create'), true);
    const [body] = bodiesOf(demo, 'POST');
    assert.deepEqual(
      { ...(body as object), cloud_gateway_provider_account_id: '<id>' },
      {
        name: 'london',
        cloud_gateway_provider_account_id: '<id>',
        region: 'eu-west-2',
        availability_zones: ['euw2-az1', 'euw2-az2'],
        cidr_block: '10.60.0.0/16',
        state: 'initializing',
      },
    );
    assert.match(asked.at(-1)?.detail ?? '', /30 to 40 minutes/);
    const { description } = access.services.explorer.tree.getTreeItem(
      await row('Networks', 'london'),
    );
    assert.match(String(description), /^ready/);
  });

  test('a range that cannot be is refused with the reason while it is typed', async () => {
    const asked = answerWith(access, ...network, '10.100.0.0/16');
    assert.equal(await run('network.create'), false);
    assert.equal(asked.at(-1)?.refusal, 'It overlaps 10.100.0.0/16, which is reserved there.');
    answerWith(access, ...network, '10.60.0.0/16', 'tokyo-prod');
    assert.equal(await run('network.create'), false);
    assert.deepEqual(changesOf(demo), []);
  });

  test('at the limit of the organisation a network can only be reserved', async () => {
    await fillNetworks(access.services);
    demo.forgetRequests();
    const asked = answerWith(
      access,
      ...network,
      '10.60.0.0/16',
      'spare',
      'Only reserve it',
      'Create',
    );
    assert.equal(await run('network.create'), true);
    assert.match(asked[5]?.text ?? '', /^The organisation may have 14 running networks/);
    assert.deepEqual(changesOf(demo), ['POST /v2/cloud-gateways/networks 201']);
  });

  test('a limit that somebody else reached meanwhile is told as what it is', async () => {
    const messages = new Messages(access);
    answerWith(access, ...network, '10.60.0.0/16', 'london', 'Build it now');
    Object.assign(access.dialogs, {
      showWarningMessage: async () => {
        await fillNetworks(access.services);
        demo.forgetRequests();
        return 'Create';
      },
    });
    assert.equal(await run('network.create'), false);
    assert.deepEqual(changesOf(demo), ['POST /v2/cloud-gateways/networks 403']);
    assert.match(
      messages.last?.text ?? '',
      /^A limit of the organisation is reached: .* ask Kong to raise the limit/,
    );
  });

  test('an answer that was lost does not make a second network', async () => {
    demo.faults.order({
      method: 'POST',
      path: '/global/v2/cloud-gateways/networks',
      times: 1,
      fault: { kind: 'resetBeforeHeaders', applied: true },
    });
    answerWith(access, ...network, '10.60.0.0/16', 'london', 'Only reserve it', 'Create');
    assert.equal(await run('network.create'), true);
    assert.equal(demo.requests.filter(({ method }) => method === 'POST').length, 1);
    assert.ok(await row('Networks', 'london'));
  });

  test('a transit gateway is created, and what is left to do is shown with the real ids', async () => {
    const target = await row('Networks', 'us-east-2-prod');
    const answers = ['AWS transit gateway', tgw, share, '10.90.0.0/16', '', 'second', 'Create'];
    answerWith(access, ...answers);
    assert.equal(await run('transitGateway.create', target), true);
    assert.deepEqual(changesOf(demo), [`POST ${gateways} 201`]);
    assert.deepEqual(bodiesOf(demo, 'POST'), [
      {
        name: 'second',
        cidr_blocks: ['10.90.0.0/16'],
        transit_gateway_attachment_config: {
          kind: 'aws-transit-gateway-attachment',
          transit_gateway_id: tgw,
          ram_share_arn: share,
        },
      },
    ]);
    const report = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: 'kongCloudGateways-report', path: '/Next steps for second.md' }),
    );
    assert.match(report.getText(), /--transit-gateway-attachment-id tgw-attach-0[0-9a-f]{16}\n/);
    assert.match(report.getText(), /--destination-cidr-block 10\.4\.0\.0\/16/);
  });

  test('what is left to do is shown again from the row, on a locked connection too', async () => {
    const report = (name: string) =>
      vscode.workspace.openTextDocument(
        vscode.Uri.from({ scheme: 'kongCloudGateways-report', path: `/Next steps for ${name}.md` }),
      );
    const { connections } = access.services;
    const active = await connections.active();
    assert.ok(active);
    await connections.setReadOnly(active, true);
    const target = await row('Networks', 'us-east-2-prod', 'warehouse-vpc');
    assert.equal(await run('transitGateway.nextSteps', target), true);
    const text = (await report('warehouse-vpc')).getText();
    assert.match(text, /aws ec2 accept-vpc-peering-connection --region us-east-2/);
    answerWith(access, 'warehouse-zone');
    assert.equal(await run('privateDns.nextSteps'), true);
    assert.match(
      (await report('warehouse-zone')).getText(),
      /--hosted-zone-id Z07319582QK4V9XH1T2BD --vpc VPCRegion=us-east-2,VPCId=vpc-0[0-9a-f]{16}/,
    );
    await connections.setReadOnly(active, false);
  });

  test('only kinds that fit the network’s cloud are offered, and overlaps are refused', async () => {
    const azure = await row('Networks', 'netherlands-payments');
    const kinds = await offered(access, () => run('transitGateway.create', azure));
    assert.deepEqual(kinds, ['Azure virtual network peering', 'Azure virtual hub peering']);
    const aws = await row('Networks', 'us-east-2-prod');
    const asked = answerWith(access, 'AWS transit gateway', tgw, share, '10.4.16.0/20');
    assert.equal(await run('transitGateway.create', aws), false);
    assert.equal(
      asked.at(-1)?.refusal,
      '10.4.16.0/20 overlaps 10.4.0.0/16, the range of the network us-east-2-prod.',
    );
    assert.deepEqual(changesOf(demo), []);
  });

  test('an open panel of a gateway in the network shows what is attached and taken away', async () => {
    await run('panel.open', await row('us', 'booking-prod'));
    const readings = () =>
      demo.requests.filter(({ path }) => /\/v2\/control-planes\/[0-9a-f-]{36}$/.test(path)).length;
    await until(() => readings() > 0);
    const target = await row('Networks', 'us-east-2-prod');
    demo.forgetRequests();
    const wish = ['AWS transit gateway', tgw, share, '10.90.0.0/16', '', 'second'];
    answerWith(access, ...wish, 'Create');
    assert.equal(await run('transitGateway.create', target), true);
    await until(() => readings() > 0);
    const made = await row('Networks', 'us-east-2-prod', 'second');
    demo.forgetRequests();
    answerWith(access, 'Delete', 'second');
    assert.equal(await run('transitGateway.delete', made), true);
    await until(() => readings() > 0);
  });

  test('a network that is not ready is said to be so, and waited for', async () => {
    const konnect = await access.services.client.get();
    const [{ id = '' } = {}] = await first(konnect.providerAccounts.list({ provider: 'gcp' }));
    await konnect.networks.create({
      name: 'coming',
      cloud_gateway_provider_account_id: id,
      region: 'us-west1',
      availability_zones: ['us-west1-a', 'us-west1-b'],
      cidr_block: '10.70.0.0/16',
    });
    demo.forgetRequests();
    const target = await row('Networks', 'coming');
    const rest = ['Google Cloud VPC peering', 'my-project-123', 'vpc-prod', '', 'peer', 'Create'];
    const asked = answerWith(access, 'Ask Now, Wait Then', ...rest);
    assert.equal(await run('transitGateway.create', target), true);
    assert.equal(asked[0]?.text, 'The network coming is not ready yet: it is created.');
    assert.deepEqual(changesOf(demo), [`POST ${gateways} 201`], 'nothing is sent before');
  });

  test('one that is only reserved, or goes, is refused', async () => {
    for (const name of ['frankfurt-reserve', 'ohio-2024']) {
      answerWith(access);
      assert.equal(await run('transitGateway.create', await row('Networks', name)), false);
    }
    assert.deepEqual(changesOf(demo), []);
  });

  test('of a transit gateway the ranges are changed, and nothing else is sent', async () => {
    const target = await row('Networks', 'us-east-2-prod', 'core-transit');
    const asked = answerWith(access, '10.64.0.0/14, 172.21.0.0/16', 'Change');
    assert.equal(await run('transitGateway.edit', target), true);
    assert.match(asked[1]?.detail ?? '', /its traffic is cut: 172\.20\.0\.0\/16\./);
    assert.deepEqual(bodiesOf(demo, 'PATCH'), [{ cidr_blocks: ['10.64.0.0/14', '172.21.0.0/16'] }]);
  });

  test('of resource endpoints the mapping is; other kinds are said to need delete and create', async () => {
    const endpoints = await row('Networks', 'dublin-private', 'operator-endpoints');
    const mapping = 'rcfg-0123456789abcdef0 = orders.internal.example.com';
    answerWith(access, mapping, 'Change');
    assert.equal(await run('transitGateway.edit', endpoints), true);
    assert.equal(bodiesOf(demo, 'PATCH').length, 1);
    answerWith(access);
    const peering = await row('Networks', 'us-east-2-prod', 'warehouse-vpc');
    assert.equal(await run('transitGateway.edit', peering), false);
    const zone = await row('Networks', 'netherlands-payments', 'cards-zone');
    assert.equal(await run('privateDns.edit', zone), false);
    assert.equal(changesOf(demo).length, 1);
  });

  test('private DNS is created and its resolver changed', async () => {
    const target = await row('Networks', 'us-east-2-prod');
    const servers = 'b.example.com = 10.64.0.2';
    answerWith(access, 'AWS outbound resolver', servers, 'second-resolver', 'Create');
    assert.equal(await run('privateDns.create', target), true);
    const made = await row('Networks', 'us-east-2-prod', 'core-resolver');
    answerWith(access, 'core-resolver', 'internal.tidewater.example = 10.64.0.10', 'Change');
    assert.equal(await run('privateDns.edit', made), true);
    assert.deepEqual(bodiesOf(demo, 'PATCH'), [
      {
        private_dns_attachment_config: {
          kind: 'aws-outbound-resolver',
          dns_config: {
            'internal.tidewater.example': { remote_dns_server_ip_addresses: ['10.64.0.10'] },
          },
        },
      },
    ]);
  });

  test('is previewed as curl and as Terraform without being sent', async () => {
    const target = await row('Networks', 'us-east-2-prod');
    const answers = ['AWS transit gateway', tgw, share, '10.90.0.0/16', '', 'second'];
    const text = () => vscode.window.activeTextEditor?.document.getText() ?? '';
    answerWith(access, ...answers, 'Preview as Terraform');
    assert.equal(await run('transitGateway.create', target), false);
    assert.match(text(), /^# Not there yet: applying this creates it/m);
    assert.match(text(), /^resource "konnect_cloud_gateway_transit_gateway" "second" \{$/m);
    answerWith(access, ...answers, 'Preview as curl');
    assert.equal(await run('transitGateway.create', target), false);
    assert.match(text(), /^curl --request POST/);
    assert.deepEqual(changesOf(demo), []);
  });
});

async function first<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  for await (const item of items) return [item];
  return [];
}

/** The labels of the first list that a command shows; it is dismissed then. */
async function offered(access: TestAccess, command: () => Thenable<unknown>) {
  const labels: string[] = [];
  Object.assign(access.dialogs, {
    showQuickPick: async (items: Thenable<readonly vscode.QuickPickItem[]>) => {
      labels.push(...(await items).map(({ label }) => label));
      return undefined;
    },
  });
  await command();
  return labels;
}
