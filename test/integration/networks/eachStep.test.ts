// Every command that changes Konnect, from the palette: left at each of its questions it sends nothing, and both previews show it.
import assert from 'node:assert/strict';
import { after, afterEach, before, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import { createManualClock } from '../../../src/demo/world/clock';
import type { TestAccess } from '../../../src/extension';
import { type CommandId, commandEffects } from '../../../src/manifest';
import { changesOf, waitWith } from '../requests';
import { activated, answerWith, connectedDemo } from '../support';

/** Answers until the question with its consequences; `gone`: of what is deleted, whose name is typed after that. */
interface Way {
  readonly answers: readonly string[];
  readonly gone?: string;
}

const prod = 'booking-prod';
const [onOhio, account] = ['us-east-2-prod', 'aws 418820993155'];
const share =
  'arn:aws:ram:us-east-2:123456789012:resource-share/4b7e2c8a-1234-5678-abcd-ef1234567890';
const secret = ['Authorization', 'Bearer', 'Type it, hidden', 's3cr3t-value'];
const newNetwork = ['use2-az1, use2-az2', '10.60.0.0/22'];

const ways: Readonly<Partial<Record<CommandId, Way>>> = {
  'kongCloudGateways.gateway.provision': {
    answers: [
      ...['$(add) New control plane…', 'eu', 'harbour-east', account, 'us-east-2'],
      ...['$(add) New network…', 'harbour-net', ...newNetwork, 'Build it now'],
      ...['autopilot', '100', '3.14', 'private', '$(rocket) Provision…'],
    ],
  },
  'kongCloudGateways.controlPlane.create': { answers: ['eu', 'harbour-east'] },
  'kongCloudGateways.controlPlane.edit': { answers: [prod, 'Labels', 'env=test'] },
  'kongCloudGateways.controlPlane.delete': { answers: ['sandbox'], gone: 'Delete' },
  'kongCloudGateways.customDomain.create': { answers: [prod, 'new.tidewater.example'] },
  'kongCloudGateways.customDomain.delete': { answers: ['pay.tidewater.example'], gone: 'Delete' },
  'kongCloudGateways.network.create': {
    answers: [account, 'us-east-2', ...newNetwork, 'harbour-net', 'Build it now'],
  },
  'kongCloudGateways.network.rename': { answers: ['tokyo-prod', 'tokyo-main'] },
  'kongCloudGateways.network.delete': { answers: ['frankfurt-reserve'], gone: 'Delete' },
  'kongCloudGateways.transitGateway.create': {
    answers: [
      ...[onOhio, 'AWS transit gateway', 'tgw-0123456789abcdef0', share, '10.90.0.0/16'],
      ...['', 'second'],
    ],
  },
  'kongCloudGateways.transitGateway.edit': { answers: ['core-transit', '10.64.0.0/14'] },
  'kongCloudGateways.transitGateway.delete': { answers: ['core-transit'], gone: 'Delete' },
  'kongCloudGateways.privateDns.create': {
    answers: [onOhio, 'AWS outbound resolver', 'b.example.com = 10.64.0.2', 'second-resolver'],
  },
  'kongCloudGateways.privateDns.edit': {
    answers: ['core-resolver', 'core-resolver', 'b.example.com = 10.64.0.2'],
  },
  'kongCloudGateways.privateDns.delete': { answers: ['cards-zone'], gone: 'Delete' },
  'kongCloudGateways.dataPlaneGroup.add': {
    answers: [prod, account, 'eu-west-1', 'dublin-private', 'autopilot', '50'],
  },
  'kongCloudGateways.dataPlaneGroup.scale': { answers: [prod, 'us-east-2', 'autopilot', '900'] },
  'kongCloudGateways.dataPlaneGroup.editEnvironment': {
    answers: [
      ...[prod, 'us-east-2', 'KONG_LOG_LEVEL', '$(edit) Change its value…', 'debug'],
      '$(check) Done',
    ],
  },
  'kongCloudGateways.dataPlaneGroup.remove': { answers: [prod, 'us-east-2'], gone: 'Remove' },
  'kongCloudGateways.configuration.upgrade': { answers: [prod, '3.15'] },
  'kongCloudGateways.configuration.setAccess': { answers: [prod, 'private'] },
  'kongCloudGateways.configuration.tearDown': { answers: [prod], gone: 'Tear Down' },
  'kongCloudGateways.service.injectSecret': {
    answers: ['payments', 'card-payments', ...secret, 'In Konnect’s secret store'],
  },
  'kongCloudGateways.plugin.toggleInstance': { answers: [prod, 'prometheus'] },
  'kongCloudGateways.plugin.removeInstance': {
    answers: [prod, 'tide-headers-timetables'],
    gone: 'Remove',
  },
};

/** Those of files of plugins and of instances ask by what they find there: other scenarios show them. */
const elsewhere = /\.plugin\.(upload|undoUpload|delete|moveInstances|addInstance|editInstance)$/;
/** What is deleted is nothing that Terraform could create; of what stays, it can. */
const withoutTerraform = /\.(delete|removeInstance)$/;
/** Networks belong to the organisation as a whole. */
const withoutGeo = /\.(network|transitGateway|privateDns)\./;

suite('each question of a change', () => {
  let access: TestAccess;
  let demo: DemoServer;

  before(async () => {
    access = await activated();
    demo = await connectedDemo(access.services, { clock: createManualClock() });
    waitWith(access.services, demo);
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(async () => {
    await access.services.connections.signOut();
    await demo.close();
  });

  const shown = () => vscode.window.activeTextEditor?.document.getText() ?? '';

  test('is asked in the table below, of every command', () => {
    const changing = Object.entries(commandEffects).filter(([, effect]) => effect === 'changes');
    const missing = changing.filter(([id]) => !(id in ways) && !elsewhere.test(id));
    assert.deepEqual(missing, []);
  });

  for (const [id, { answers, gone }] of Object.entries(ways)) {
    test(`of ${id.replace('kongCloudGateways.', '')} can be left, and sends nothing`, async () => {
      const all = [...answers, ...(gone ? [gone] : [])];
      for (const step of [...all, ''].keys()) {
        demo.forgetRequests();
        const asked = answerWith(access, ...all.slice(0, step), undefined);
        const at = () => `left at ${step + 1}: ${JSON.stringify(asked.at(-1))}`;
        assert.equal(await vscode.commands.executeCommand(id), false, at());
        assert.deepEqual(changesOf(demo), [], at());
        assert.ok(asked.length > step, at());
      }
    });

    test(`of ${id.replace('kongCloudGateways.', '')} can end in a preview`, async () => {
      demo.forgetRequests();
      const asked = answerWith(access, ...answers, 'Preview as curl');
      assert.equal(await vscode.commands.executeCommand(id), false);
      assert.match(shown(), /^(# .*\n)*curl /, JSON.stringify(asked.at(-1)));
      const place = withoutGeo.test(id) ? /\(Demo\)\.$/ : /\(Demo\), geo (us|eu|in)\.$/;
      assert.match(asked.at(-1)?.detail ?? '', place);
      if (!withoutTerraform.test(id)) {
        answerWith(access, ...answers, 'Preview as Terraform');
        assert.equal(await vscode.commands.executeCommand(id), false);
        assert.match(shown(), /^resource "konnect_/m);
      }
      assert.deepEqual(changesOf(demo), []);
    });
  }
});
