// Changes of a gateway that runs, from its rows: planned, confirmed, compared once more, sent once, followed.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { configurationWrite } from '../../../src/konnect/resources/configurationWrite';
import { readConfiguration } from '../../../src/operations/configuration/applyConfiguration';
import type { TreeNode } from '../../../src/tree/nodes/node';
import { planeNamed } from '../pluginLife/support';
import { answerWith, nodeOf } from '../support';
import { type AtHand, atHand } from './support';

suite('a change of a gateway', () => {
  let at: AtHand;
  let ohio: TreeNode;

  beforeEach(async () => {
    at = await atHand();
    ohio = await nodeOf(at.access.services, 'us', 'booking-prod', 'Data plane groups', 'us-east-2');
    at.demo.forgetRequests();
  });
  afterEach(async () => {
    await at.close();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`kongCloudGateways.${command}`, ...args);
  const idle = () => at.access.services.background.idle();
  const said = () => at.messages.all.map(({ kind, text }) => `${kind}: ${text}`);
  const regions = () => at.lastWish()?.dataplane_groups.map(({ region }) => region);

  test('scaling one group leaves the other as it is, and ends when it is ready', async () => {
    const asked = answerWith(at.access, 'autopilot', '1000', 'Scale');
    assert.equal(await run('dataPlaneGroup.scale', ohio), true);
    await idle();
    assert.deepEqual(at.writes(), ['PUT configurations 200']);
    assert.deepEqual(
      at.lastWish()?.dataplane_groups.map(({ autoscale }) => autoscale),
      [
        { kind: 'autopilot', base_rps: 1000 },
        { kind: 'autopilot', base_rps: 250 },
      ],
    );
    assert.equal(at.lastWish()?.dataplane_groups[0]?.environment?.length, 2);
    assert.equal(
      asked.at(-1)?.detail,
      [
        'Scales us-east-2 (aws): autopilot from 500 requests/s → autopilot from 1000 requests/s.',
        'Stays as it is: ap-northeast-1 (aws).',
        'Autopilot groups cost by use; Konnect publishes no price for them here.',
        'In the organisation Tidewater Ferries (Demo), geo us.',
      ].join('\n'),
    );
    assert.deepEqual(said(), ['info: us-east-2 of booking-prod is scaled.']);
  });

  test('an answer that is lost: sent again, it is identical, which is no fault', async () => {
    at.demo.faults.order({
      method: 'PUT',
      path: '/global/v2/cloud-gateways/configurations',
      times: 1,
      fault: { kind: 'resetBeforeHeaders', applied: true },
    });
    answerWith(at.access, 'autopilot', '1000', 'Scale');
    assert.equal(await run('dataPlaneGroup.scale', ohio), true);
    await idle();
    assert.deepEqual(at.writes(), ['PUT configurations undefined', 'PUT configurations 409']);
    assert.deepEqual(said(), ['info: us-east-2 of booking-prod is scaled.']);
  });

  test('what is so already is not sent', async () => {
    answerWith(at.access, 'autopilot', '500');
    await run('dataPlaneGroup.scale', ohio);
    assert.deepEqual(at.writes(), []);
    assert.deepEqual(said(), ['info: booking-prod is so already: nothing was sent.']);
  });

  test('back leads to the question before, and leaving at any question sends nothing', async () => {
    answerWith(at.access, 'static small', '<back>', 'autopilot', '700', undefined);
    assert.equal(await run('dataPlaneGroup.scale', ohio), false);
    for (const left of [[undefined], ['autopilot', undefined]]) {
      answerWith(at.access, ...left);
      assert.equal(await run('dataPlaneGroup.scale', ohio), false);
    }
    assert.deepEqual(at.writes(), []);
  });

  test('somebody else who changes it between plan and sending stops it, with the difference', async () => {
    const { services } = at.access;
    const konnect = await services.client.get();
    const plane = await planeNamed(at.access, 'booking-prod');
    const before = await readConfiguration(konnect, plane);
    assert.ok(before);
    answerWith(at.access, 'autopilot', '1000');
    Object.assign(at.access.dialogs, {
      showWarningMessage: async () => {
        await konnect.configurations.put({ ...configurationWrite(before), version: '3.15' });
        return 'Scale';
      },
    });
    assert.equal(await run('dataPlaneGroup.scale', ohio), false);
    assert.deepEqual(at.writes(), ['PUT configurations 200'], 'theirs');
    assert.equal(at.lastWish()?.version, '3.15');
    assert.deepEqual(said(), [
      'error: Somebody else has changed booking-prod meanwhile, so nothing was sent: Gateway version 3.14 → 3.15: nodes are replaced one by one.',
    ]);
    assert.deepEqual(
      at.messages.last?.actions.map(({ title }) => title),
      ['Show Difference', 'Try Again'],
    );
  });

  test('a group that goes has to be named, and only that group goes', async () => {
    answerWith(at.access, 'Remove', 'us-east-1');
    assert.equal(await run('dataPlaneGroup.remove', ohio), false);
    assert.deepEqual(at.writes(), []);
    answerWith(at.access, 'Remove', 'us-east-2');
    await run('dataPlaneGroup.remove', ohio);
    await idle();
    assert.deepEqual(at.writes(), ['PUT configurations 200']);
    assert.deepEqual(regions(), ['ap-northeast-1']);
    assert.deepEqual(said(), ['info: us-east-2 of booking-prod is removed.']);
  });

  test('the environment is edited with masked values, and checked as it is typed', async () => {
    const asked = answerWith(
      at.access,
      '$(add) Add a variable…',
      'KONG_REQUEST_DEBUG_TOKEN',
      's3cr3t-value',
      'KONG_LOG_LEVEL',
      '$(edit) Change its value…',
      'info',
      'KONG_UNTRUSTED_LUA',
      '$(trash) Remove it',
      '$(check) Done',
      'Show Plan',
      'Go On…',
      'Change',
    );
    await run('dataPlaneGroup.editEnvironment', ohio);
    await idle();
    assert.deepEqual(at.writes(), ['PUT configurations 200']);
    assert.deepEqual(at.lastWish()?.dataplane_groups[0]?.environment, [
      { name: 'KONG_LOG_LEVEL', value: 'info' },
      { name: 'KONG_REQUEST_DEBUG_TOKEN', value: 's3cr3t-value' },
    ]);
    assert.equal(JSON.stringify(asked).includes('s3cr3t'), false);
    const page = at.access.services.reports.provideTextDocumentContent(
      vscode.Uri.from({ scheme: 'kongCloudGateways-report', path: '/Plan.md' }),
    );
    assert.match(page, /\| `us-east-2` \| `KONG_REQUEST_DEBUG_TOKEN` \| – \| `•+` \|/);
    assert.equal(page.includes('s3cr3t'), false);
  });

  test('changes of the environment are not dropped before that is asked about', async () => {
    const debug = ['KONG_LOG_LEVEL', '$(edit) Change its value…', 'debug'] as const;
    const list = 'Environment variables: choose one to change or remove it';
    const asked = answerWith(
      at.access,
      ...debug,
      ...['KONG_LOG_LEVEL', undefined, undefined, undefined, undefined, 'Drop the Changes'],
    );
    assert.equal(await run('dataPlaneGroup.editEnvironment', ohio), false);
    const question = 'The environment was changed, and nothing of it is sent yet.';
    assert.deepEqual(
      asked.slice(3).map(({ text }) => text),
      [list, 'KONG_LOG_LEVEL', list, question, list, question],
    );
    answerWith(at.access, undefined);
    assert.equal(await run('dataPlaneGroup.editEnvironment', ohio), false);
    assert.deepEqual(at.writes(), []);
  });

  test('a preview names the secret instead of showing it, and sends nothing', async () => {
    answerWith(
      at.access,
      '$(add) Add a variable…',
      'KONG_REQUEST_DEBUG_TOKEN',
      's3cr3t-value',
      '$(check) Done',
      'Preview as curl',
    );
    assert.equal(await run('dataPlaneGroup.editEnvironment', ohio), false);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^curl --request PUT/);
    assert.ok(text.includes('<KONG_REQUEST_DEBUG_TOKEN>') && !text.includes('s3cr3t'));
    assert.deepEqual(at.writes(), []);
  });

  test('upgrades to what Konnect offers; a downgrade is called one', async () => {
    const plane = await planeNamed(at.access, 'booking-prod');
    const asked = answerWith(at.access, '3.13', undefined);
    await run('configuration.upgrade', { controlPlane: plane });
    assert.equal(asked.at(-1)?.text, 'Downgrade booking-prod to 3.13?');
    answerWith(at.access, '3.15', 'Upgrade');
    await run('configuration.upgrade', { controlPlane: plane });
    await idle();
    assert.deepEqual(at.writes(), ['PUT configurations 200']);
    assert.deepEqual([at.lastWish()?.version, regions()?.length], ['3.15', 2]);
    assert.deepEqual(said(), ['info: booking-prod runs gateway version 3.15.']);
  });

  test('opening a private gateway to the internet has to be typed, whatever the setting says', async () => {
    const plane = await planeNamed(at.access, 'partners-private', 'eu');
    const settings = vscode.workspace.getConfiguration('kongCloudGateways');
    await settings.update('deleteConfirmation', 'button', vscode.ConfigurationTarget.Global);
    try {
      const asked = answerWith(at.access, 'public', 'Set Access', 'partners');
      assert.equal(await run('configuration.setAccess', { controlPlane: plane }), false);
      assert.match(
        asked.at(1)?.detail ?? '',
        /private → public: the gateway opens to the internet/,
      );
      assert.deepEqual(at.writes(), []);
      answerWith(at.access, 'private+public', 'Set Access', 'partners-private');
      await run('configuration.setAccess', { controlPlane: plane });
      await idle();
      assert.deepEqual(at.writes(), ['PUT configurations 200']);
      assert.equal(at.lastWish()?.api_access, 'private+public');
    } finally {
      await settings.update('deleteConfirmation', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('tearing down warns of domains, keeps version and access, and ends when no group is left', async () => {
    const plane = await planeNamed(at.access, 'booking-prod');
    const asked = answerWith(at.access, 'Tear Down', 'booking-prod');
    await run('configuration.tearDown', { controlPlane: plane });
    await idle();
    assert.match(
      asked[0]?.detail ?? '',
      /Delete its custom domains first, or they lead to nothing: /,
    );
    assert.deepEqual(at.writes(), ['PUT configurations 200']);
    const { dataplane_groups, version, api_access } = at.lastWish() ?? {};
    assert.deepEqual([dataplane_groups, version, api_access], [[], '3.14', 'private+public']);
    assert.deepEqual(said(), ['info: booking-prod has no data planes any more.']);
  });

  test('groups on their way: waiting is offered, and dismissing it sends nothing', async () => {
    const plane = await planeNamed(at.access, 'booking-staging');
    const konnect = await at.access.services.client.get();
    const before = await readConfiguration(konnect, plane);
    assert.ok(before);
    await konnect.configurations.put({ ...configurationWrite(before), version: '3.14' });
    at.demo.forgetRequests();
    const asked = answerWith(at.access, undefined);
    await run('configuration.upgrade', { controlPlane: plane });
    assert.equal(
      asked[0]?.text,
      'Data plane groups of booking-staging are on their way. Wait for them?',
    );
    answerWith(at.access, 'Wait', '3.15', 'Upgrade');
    await run('configuration.upgrade', { controlPlane: plane });
    await idle();
    assert.deepEqual(at.writes(), ['PUT configurations 200']);
    assert.deepEqual([at.lastWish()?.version, regions()], ['3.15', ['us-east-2']]);
  });

  test('a group is added in a network that fits, or in a new one made first', async () => {
    const plane = await planeNamed(at.access, 'booking-prod');
    answerWith(
      at.access,
      'aws 418820993155',
      'eu-west-1',
      'dublin-private',
      'autopilot',
      '',
      'Add',
    );
    await run('dataPlaneGroup.add', { controlPlane: plane });
    await idle();
    assert.deepEqual(at.writes(), ['PUT configurations 200']);
    assert.deepEqual(regions(), ['us-east-2', 'ap-northeast-1', 'eu-west-1']);
    answerWith(
      at.access,
      'aws 418820993155',
      'us-west-2',
      '$(add) New network…',
      'oregon-new',
      'usw2-az1, usw2-az2',
      '10.70.0.0/22',
      'Build it now',
      'static small',
      '3',
      'Add',
    );
    await run('dataPlaneGroup.add', { controlPlane: plane });
    await idle();
    assert.deepEqual(at.writes(), ['POST networks 201', 'PUT configurations 200']);
    assert.equal(regions()?.length, 4);
  });
});
