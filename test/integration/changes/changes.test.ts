import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { type Change, makeChange } from '../../../src/commands/change';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { activated, answerWith, connectedDemo, nodeOf } from '../support';

suite('a change of Konnect', () => {
  let access: TestAccess;
  let demo: DemoServer;
  const command = 'kongCloudGateways.controlPlane.create';

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    demo.forgetRequests();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await access.services.connections.signOut();
    await demo.close();
  });

  const changes = () => demo.requests.filter(({ method }) => method !== 'GET');

  test('names organisation and geo, and is previewed as curl without being sent', async () => {
    const asked = answerWith(access, 'eu', 'harbour-east', 'Preview as curl');
    assert.equal(await vscode.commands.executeCommand(command), false);
    assert.deepEqual(asked.at(-1), {
      kind: 'confirm',
      text: 'Create the control plane harbour-east?',
      detail:
        'It costs nothing until it gets data plane groups.\nIn the organisation Tidewater Ferries (Demo), geo eu.',
    });
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^curl --request POST/);
    assert.ok(text.includes(`--url '${demo.apiUrl.replace('{geo}', 'eu')}/v2/control-planes'`));
    assert.ok(text.includes('"name": "harbour-east"'));
    assert.ok(text.includes('$KONNECT_TOKEN') && !text.includes(demo.token));
    assert.deepEqual(changes(), []);
  });

  test('shows every request of a longer change, later ones with the ids of earlier ones', async () => {
    const change: Change<void> = {
      question: 'Two things?',
      consequences: [],
      button: 'Do',
      progress: 'Doing',
      work: async (konnect) => {
        const made = await konnect.controlPlanes.create('us', { name: 'first' });
        await konnect.controlPlanes.update(made, { description: 'second' });
        await konnect.controlPlanes.delete(made);
      },
    };
    answerWith(access, 'Preview as curl');
    await assert.rejects(makeChange(access.services, change), { name: 'Cancelled' });
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# NEW_ID_1 below is the id in the answer to this request\.\ncurl/);
    assert.equal(text.match(/\/control-planes\/NEW_ID_1'/g)?.length, 2);
    assert.deepEqual(text.match(/--request \w+/g), [
      '--request POST',
      '--request PATCH',
      '--request DELETE',
    ]);
    assert.deepEqual(changes(), []);
  });

  test('an answer that was lost makes no second control plane and no second custom domain', async () => {
    const lost = { kind: 'resetBeforeHeaders', applied: true } as const;
    for (const path of ['/eu/v2/control-planes', '/global/v2/cloud-gateways/custom-domains'])
      demo.faults.order({ method: 'POST', path, times: 1, fault: lost });
    answerWith(access, 'eu', 'harbour-east', 'Create');
    assert.equal(await vscode.commands.executeCommand(command), true);
    answerWith(access, 'harbour-east', 'api.tidewater.example.net', 'Create');
    const createDomain = 'kongCloudGateways.customDomain.create';
    assert.equal(await vscode.commands.executeCommand(createDomain), true);
    assert.deepEqual(
      changes().map(({ method, path }) => `${method} ${path}`),
      ['POST /v2/control-planes', 'POST /v2/cloud-gateways/custom-domains'],
    );
    assert.ok(
      await nodeOf(
        access.services,
        'eu',
        'harbour-east',
        'Custom domains',
        'api.tidewater.example.net',
      ),
    );
  });

  test('stops when another connection came into use while the question was open', async () => {
    const asking = access.dialogs.showWarningMessage;
    Object.assign(access.dialogs, {
      showWarningMessage: async () => {
        await access.services.connections.signOut();
        return 'Do';
      },
    });
    const change: Change<void> = {
      question: 'Really?',
      consequences: [],
      button: 'Do',
      progress: 'Doing',
      work: () => Promise.reject(new Error('must not run')),
    };
    await assert.rejects(makeChange(access.services, change), {
      message: 'Another connection came into use meanwhile; nothing was changed. Start again.',
    });
    Object.assign(access.dialogs, { showWarningMessage: asking });
  });

  test('what goes for good has to be named, unless the setting says that a click is enough', async () => {
    const ran: string[] = [];
    const change: Change<void> = {
      question: 'Delete it?',
      consequences: [],
      button: 'Delete',
      nameToType: 'tokyo-net',
      progress: 'Deleting',
      work: async () => void ran.push('deleted'),
    };
    const asked = answerWith(access, 'Delete', 'tokyo');
    await assert.rejects(makeChange(access.services, change), { name: 'Cancelled' });
    assert.equal(asked.at(-1)?.refusal, 'This is not the name yet.');
    answerWith(access, 'Delete', 'tokyo-net');
    await makeChange(access.services, change);
    assert.deepEqual(ran, ['deleted']);

    const settings = vscode.workspace.getConfiguration('kongCloudGateways');
    const { Global } = vscode.ConfigurationTarget;
    await settings.update('deleteConfirmation', 'button', Global);
    try {
      answerWith(access, 'Delete');
      await makeChange(access.services, change);
      assert.deepEqual(ran, ['deleted', 'deleted']);
    } finally {
      await settings.update('deleteConfirmation', undefined, Global);
    }
  });
});
