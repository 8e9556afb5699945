import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { ControlPlane } from '../../../src/konnect/client';
import { activated, answerWith, connectedDemo } from '../support';
import {
  changesOf,
  controlPlaneCalled,
  instanceOf,
  instances,
  since,
  targetOf,
} from './instanceSupport';

const toggle = 'kongCloudGateways.plugin.toggleInstance';
const remove = 'kongCloudGateways.plugin.removeInstance';
const deletion = 'kongCloudGateways.plugin.delete';
const undo = 'kongCloudGateways.plugin.undoUpload';

suite('changes of plugin instances', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let controlPlane: ControlPlane;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    controlPlane = await controlPlaneCalled(access.services, 'booking-prod');
    demo.forgetRequests();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await access.services.connections.signOut();
    await demo.close();
  });

  test('switching off sends everything that was there, read once more before', async () => {
    const before = await instanceOf(access.services, controlPlane, 'weather-backend-secret');
    demo.forgetRequests();
    const asked = answerWith(access, 'Disable');
    assert.equal(
      await vscode.commands.executeCommand(toggle, targetOf(controlPlane, before)),
      true,
    );
    assert.deepEqual(asked, [
      {
        kind: 'confirm',
        text: 'Disable weather-backend-secret (request-transformer · service)?',
        detail:
          'The data planes stop running it as soon as they have the new configuration. What it is configured with stays.\nIn the organisation Tidewater Ferries (Demo), geo us.',
      },
    ]);
    assert.deepEqual(since(demo, 0), ['GET get-plugin', 'GET get-plugin', 'PUT upsert-plugin']);
    changesOf(demo);
    const after = await instanceOf(access.services, controlPlane, 'weather-backend-secret');
    const { updated_at: _, ...rest } = after;
    const { updated_at: __, ...expected } = before;
    assert.deepEqual(rest, { ...expected, enabled: false });
    answerWith(access, 'Enable');
    await vscode.commands.executeCommand(toggle, targetOf(controlPlane, before));
    const again = await instanceOf(access.services, controlPlane, 'weather-backend-secret');
    assert.equal(again.enabled, true);
  });

  test('a preview shows the request without the secrets in it, and sends nothing', async () => {
    const plugin = await instanceOf(access.services, controlPlane, 'weather-backend-secret');
    demo.forgetRequests();
    answerWith(access, 'Preview as curl');
    await vscode.commands.executeCommand(toggle, targetOf(controlPlane, plugin));
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /--request PUT/);
    assert.match(text, /"enabled": false/);
    assert.ok(!text.includes('demo-not-a-real-secret'));
    assert.deepEqual(changesOf(demo), []);
  });

  test('removing names it, and the plugin itself stays', async () => {
    const plugin = await instanceOf(access.services, controlPlane, 'tide-headers');
    demo.forgetRequests();
    answerWith(access, 'Remove', 'tide-headers-timetables');
    assert.equal(
      await vscode.commands.executeCommand(remove, targetOf(controlPlane, plugin)),
      true,
    );
    assert.deepEqual(since(demo, 0), ['GET get-plugin', 'DELETE delete-plugin']);
    const konnect = await access.services.client.get();
    assert.ok(await konnect.customPlugins.get(controlPlane, 'tide-headers'));
    const left = await instances(access.services, controlPlane);
    assert.ok(left.every(({ name }) => name !== 'tide-headers'));
  });

  test('from the palette it asks for control plane and instance', async () => {
    const asked = answerWith(access, 'booking-prod', 'prometheus', undefined);
    assert.equal(await vscode.commands.executeCommand(remove), false);
    assert.deepEqual(
      asked.map(({ text }) => text),
      ['Control plane', 'Plugin instance of booking-prod', 'Remove prometheus (global)?'],
    );
    assert.deepEqual(changesOf(demo), []);
  });

  test('a locked connection refuses each of them', async () => {
    const plugin = await instanceOf(access.services, controlPlane, 'prometheus');
    const active = await access.services.connections.active();
    assert.ok(active);
    await access.services.connections.setReadOnly(active, true);
    demo.forgetRequests();
    answerWith(access);
    for (const command of [toggle, remove, deletion]) {
      const done = vscode.commands.executeCommand(command, targetOf(controlPlane, plugin));
      assert.equal(await done, false);
    }
    assert.deepEqual(demo.requests, []);
    await access.services.connections.setReadOnly(active, false);
  });

  const pluginTarget = async (name: string) => {
    const konnect = await access.services.client.get();
    const resource = await konnect.customPlugins.get(controlPlane, name);
    return { terraform: { kind: 'customPlugin', resource, controlPlane }, controlPlane };
  };

  test('a custom plugin in use is not deleted: its instances are listed', async () => {
    const target = await pluginTarget('tide-headers');
    demo.forgetRequests();
    const asked = answerWith(access, undefined);
    assert.equal(await vscode.commands.executeCommand(deletion, target), false);
    assert.deepEqual(asked, [
      {
        kind: 'confirm',
        text: 'tide-headers is in use and cannot be deleted.',
        detail:
          'Remove these instances first, or change them to another plugin:\n• tide-headers-timetables (tide-headers · service)',
      },
    ]);
    assert.deepEqual(since(demo, 0).sort(), ['GET get-custom-plugin', 'GET list-plugin']);
  });

  test('an unused custom plugin is deleted after its code was kept, and comes back', async () => {
    const plugin = await instanceOf(access.services, controlPlane, 'tide-headers');
    answerWith(access, 'Remove', 'tide-headers-timetables');
    await vscode.commands.executeCommand(remove, targetOf(controlPlane, plugin));
    const target = await pluginTarget('tide-headers');
    demo.forgetRequests();
    answerWith(access, 'Delete', 'tide-headers');
    assert.equal(await vscode.commands.executeCommand(deletion, target), true);
    assert.deepEqual(since(demo, 0).slice(2), [
      'GET get-custom-plugin',
      'DELETE delete-custom-plugin',
    ]);
    const konnect = await access.services.client.get();
    await assert.rejects(konnect.customPlugins.get(controlPlane, 'tide-headers'), {
      kind: 'not-found',
    });
    answerWith(access);
    const { geo, id } = controlPlane;
    await vscode.commands.executeCommand(undo, {
      controlPlane: { geo, id },
      plugin: 'tide-headers',
    });
    const back = await konnect.customPlugins.get(controlPlane, 'tide-headers');
    assert.deepEqual(
      [back.handler, back.schema],
      [target.terraform.resource.handler, target.terraform.resource.schema],
    );
  });

  test('what the server says is told when it refuses: an instance was added meanwhile', async () => {
    const target = await pluginTarget('tide-headers');
    const path = `/us/v2/control-planes/${controlPlane.id}/core-entities/plugins`;
    const unseen = demo.faults.order({ path, fault: { kind: 'status', status: 403 } });
    const told: string[] = [];
    const error = vscode.window.showErrorMessage;
    Object.assign(vscode.window, {
      showErrorMessage: async (text: string) => void told.push(text),
    });
    try {
      answerWith(access, 'Delete', 'tide-headers');
      assert.equal(await vscode.commands.executeCommand(deletion, target), false);
    } finally {
      Object.assign(vscode.window, { showErrorMessage: error });
      demo.faults.clear();
    }
    assert.equal(unseen.met, 1);
    assert.match(told.join(), /plugin schema is currently in use/);
    const konnect = await access.services.client.get();
    assert.ok(await konnect.customPlugins.get(controlPlane, 'tide-headers'));
  });
});
