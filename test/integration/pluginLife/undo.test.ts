import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { connectionKey } from '../../../src/host/connection/connections';
import type { ControlPlane, CustomPlugin } from '../../../src/konnect/client';
import { activated, answerWith, connectedDemo, workspaceFile } from '../support';
import { asked, Messages, onDisk, planeNamed, press, until, withPlugin, write } from './support';

const upload = 'kongCloudGateways.plugin.upload';
const undo = 'kongCloudGateways.plugin.undoUpload';

suite('undo', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let plane: ControlPlane;
  let messages: Messages;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    messages = new Messages(access);
    plane = await planeNamed(access, 'payments', 'eu');
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
    await access.services.background.idle();
  });

  async function remote(name: string): Promise<CustomPlugin> {
    return (await access.services.client.get()).customPlugins.get(plane, name);
  }

  async function place(plugin: string) {
    const active = await access.services.connections.active();
    assert.ok(active);
    return { connection: connectionKey(active), controlPlane: plane, plugin };
  }

  /** Uploads `-- one`, then `-- two`, as the handler of a plugin. */
  async function uploadTwice(name: string, folder: vscode.Uri): Promise<void> {
    answerWith(access, plane.name);
    await vscode.commands.executeCommand(upload, folder);
    await write(`${name}/handler.lua`, `-- two\n${onDisk('greeter/handler.lua')}`);
    answerWith(access);
    assert.equal(await vscode.commands.executeCommand(upload, folder), true);
  }

  test('the button on the message brings back what was replaced, and its own button takes it away again', async () => {
    await withPlugin('undone', {}, async (folder) => {
      await uploadTwice('undone', folder);
      const two = (await remote('undone')).handler;
      demo.clock.advance(120_000);
      await press(await messages.saying(/^Replaced the custom plugin undone/), 'Undo');
      assert.equal((await remote('undone')).handler, onDisk('greeter/handler.lua'));
      demo.clock.advance(120_000);
      await press(await messages.saying(/^Brought back the earlier code of undone/), 'Undo');
      assert.equal((await remote('undone')).handler, two);
      // What Konnect holds came from here each time, so the next upload asks nothing.
      await write('undone/handler.lua', `-- three\n${onDisk('greeter/handler.lua')}`);
      answerWith(access);
      assert.equal(await vscode.commands.executeCommand(upload, folder), true);
    });
  });

  test('while the PUT is under way, as when the window closes then, the copy is on the disk already', async () => {
    await withPlugin('kept', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      const { handler } = await remote('kept');
      await write('kept/handler.lua', `-- two\n${handler}`);
      const path = '/eu/v2/control-planes/*/core-entities/custom-plugins/*';
      demo.faults.order({ method: 'PUT', path, times: 1, fault: { kind: 'silence' } });
      answerWith(access);
      void vscode.commands.executeCommand(upload, folder);
      const sent = await until(() => demo.requests.find(({ method }) => method === 'PUT'));
      assert.equal(sent.status, undefined);
      const kept = await access.services.backups.list(await place('kept'));
      assert.deepEqual(
        kept.map((one) => [one.handler, one.schema, one.reason]),
        [[handler, onDisk('kept/schema.lua'), 'replaced']],
      );
      // Signing out ends what is under way.
    });
  });

  test('a connection that breaks before the PUT arrives leaves Konnect as it was, and the copy is there', async () => {
    await withPlugin('broken', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      const { id, handler } = await remote('broken');
      await write('broken/handler.lua', `-- two\n${handler}`);
      const path = `/eu/v2/control-planes/${plane.id}/core-entities/custom-plugins/${id}`;
      const fault = demo.faults.order({
        method: 'PUT',
        path,
        fault: { kind: 'status', status: 503 },
      });
      answerWith(access);
      assert.equal(await vscode.commands.executeCommand(upload, folder), false);
      fault.cancel();
      assert.equal((await remote('broken')).handler, handler);
      const kept = await access.services.backups.list(await place('broken'));
      assert.deepEqual(
        kept.map((one) => one.handler),
        [handler],
      );
      // The next attempt asks nothing and succeeds.
      answerWith(access);
      assert.equal(await vscode.commands.executeCommand(upload, folder), true);
    });
  });

  test('a connection that breaks after the PUT has arrived: both are known, and nothing is asked next time', async () => {
    await withPlugin('torn', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      const { id, handler } = await remote('torn');
      await write('torn/handler.lua', `-- two\n${handler}`);
      const path = `/eu/v2/control-planes/${plane.id}/core-entities/custom-plugins/${id}`;
      const fault = demo.faults.order({
        method: 'PUT',
        path,
        fault: { kind: 'resetBeforeHeaders', applied: true },
      });
      answerWith(access);
      assert.equal(await vscode.commands.executeCommand(upload, folder), false);
      fault.cancel();
      assert.equal((await remote('torn')).handler, onDisk('torn/handler.lua'));
      const kept = await access.services.backups.list(await place('torn'));
      assert.deepEqual(
        kept.map((one) => one.handler),
        [handler],
      );
      await write('torn/handler.lua', `-- three\n${handler}`);
      demo.forgetRequests();
      answerWith(access);
      assert.equal(await vscode.commands.executeCommand(upload, folder), true);
      assert.deepEqual(asked(demo, plane).filter((line) => line.startsWith('PUT')).length, 1);
    });
  });

  test('started without a row it lists what was kept, shows the difference, and asks', async () => {
    await withPlugin('listed', {}, async (folder) => {
      await uploadTwice('listed', folder);
      const { backups } = access.services;
      const [kept] = await backups.list(await place('listed'));
      assert.ok(kept);
      const label = new Date(kept.keptAt).toLocaleString();
      answerWith(access, 'listed', label, 'Compare');
      assert.equal(await vscode.commands.executeCommand(undo), false);
      assert.match((await remote('listed')).handler, /^-- two/);
      answerWith(access, label, 'Preview as curl');
      assert.equal(await vscode.commands.executeCommand(undo, folder), false);
      const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(shown, /^curl --request PUT/);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      assert.match((await remote('listed')).handler, /^-- two/);
      const asking = answerWith(access, label, 'Bring Back');
      assert.equal(await vscode.commands.executeCommand(undo, folder), true);
      assert.match(asking[1]?.text ?? '', /^Bring back this code of listed in payments\?/);
      assert.match(asking[1]?.detail ?? '', /kept on this machine/);
      assert.equal((await remote('listed')).handler, onDisk('greeter/handler.lua'));
    });
  });

  test('what somebody else changes while the user is asked is not overwritten', async () => {
    await withPlugin('raced', {}, async (folder) => {
      await uploadTwice('raced', folder);
      const konnect = await access.services.client.get();
      const { id, name, schema } = await remote('raced');
      const handler = `-- theirs\n${onDisk('greeter/handler.lua')}`;
      const [kept] = await access.services.backups.list(await place('raced'));
      assert.ok(kept);
      answerWith(access, new Date(kept.keptAt).toLocaleString());
      Object.assign(access.dialogs, {
        showWarningMessage: async () => {
          await konnect.customPlugins.put(plane, id, { name, handler, schema });
          return 'Bring Back';
        },
      });
      assert.equal(await vscode.commands.executeCommand(undo, folder), false);
      assert.match(messages.last?.text ?? '', /^Somebody else changed raced in payments meanwhile/);
      assert.equal((await remote('raced')).handler, handler);
    });
  });

  test('a plugin that was deleted comes back with its tags', async () => {
    const konnect = await access.services.client.get();
    const schema = onDisk('greeter/schema.lua').replace('"greeter"', '"deleted"');
    const body = { name: 'deleted', handler: onDisk('greeter/handler.lua'), schema, tags: ['x'] };
    const plugin = await konnect.customPlugins.create(plane, body);
    const at = { ...(await place('deleted')), controlPlaneName: plane.name };
    await access.services.backups.keep(at, plugin, 'deleted');
    await konnect.customPlugins.delete(plane, plugin.id);
    const [kept] = await access.services.backups.list(at);
    assert.ok(kept);
    answerWith(access, 'deleted', new Date(kept.keptAt).toLocaleString(), 'Bring Back');
    assert.equal(await vscode.commands.executeCommand(undo), true);
    const again = await remote('deleted');
    assert.deepEqual([again.handler, again.schema, again.tags], [body.handler, schema, ['x']]);
  });

  test('says so when there is nothing to go back to', async () => {
    assert.equal(await vscode.commands.executeCommand(undo, workspaceFile('greeter')), false);
    assert.match(messages.last?.text ?? '', /has not been uploaded over this connection/);
    await withPlugin('first', {}, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      assert.equal(await vscode.commands.executeCommand(undo, folder), false);
      assert.match(messages.last?.text ?? '', /^Nothing was kept of first in payments/);
    });
  });
});
