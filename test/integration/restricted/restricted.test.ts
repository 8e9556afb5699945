import assert from 'node:assert/strict';
import { after, before, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { instanceOf, targetOf } from '../instances/instanceSupport';
import { Messages, planeNamed, until } from '../pluginLife/support';
import { activated, answerWith, connectedDemo, workspaceFile } from '../support';

suite('Restricted Mode', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let messages: Messages;
  const folder = () => workspaceFile('greeter');

  before(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    messages = new Messages(access);
  });
  after(() => demo.close());

  test('the workspace is not trusted', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  test('checking a plugin works', async () => {
    assert.equal(
      await vscode.commands.executeCommand('kongCloudGateways.plugin.check', folder()),
      true,
    );
    assert.match(messages.last?.text ?? '', /^Plugins checked: 1/);
  });

  test('comparing with Konnect works', async () => {
    const plane = await planeNamed(access, 'booking-prod');
    const konnect = await access.services.client.get();
    await konnect.customPlugins.create(plane, {
      name: 'greeter',
      handler: 'return { PRIORITY = 1, VERSION = "1" }',
      schema: 'return { name = "greeter", fields = {} }',
    });
    answerWith(access, 'booking-prod');
    assert.equal(
      await vscode.commands.executeCommand('kongCloudGateways.plugin.compare', folder()),
      true,
    );
    const tab = await until(() => vscode.window.tabGroups.activeTabGroup.activeTab);
    assert.match(tab.label, /^greeter: booking-prod in Konnect and here/);
  });

  for (const id of ['plugin.upload', 'plugin.undoUpload'] as const) {
    test(`${id} does not run, and says why`, async () => {
      demo.forgetRequests();
      answerWith(access);
      assert.equal(
        await vscode.commands.executeCommand(`kongCloudGateways.${id}`, folder()),
        false,
      );
      assert.match(messages.last?.text ?? '', /^In Restricted Mode nothing is sent to Konnect/);
      assert.deepEqual(
        demo.requests.filter(({ method }) => method !== 'GET'),
        [],
      );
    });
  }

  test('an instance can be read, but not saved: with the reason, the text stays, and nothing is sent', async () => {
    const plane = await planeNamed(access, 'booking-prod');
    const before = await instanceOf(access.services, plane, 'rate-limiting');
    const edit = 'kongCloudGateways.plugin.editInstance';
    assert.equal(await vscode.commands.executeCommand(edit, targetOf(plane, before)), true);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.ok(document.getText().includes('"minute": 600'));
    const start = document.positionAt(document.getText().indexOf('600'));
    const change = new vscode.WorkspaceEdit();
    change.replace(document.uri, new vscode.Range(start, start.translate(0, 3)), '700');
    assert.ok(await vscode.workspace.applyEdit(change));
    demo.forgetRequests();
    assert.equal(await document.save(), false);
    // What VS Code shows for a save that failed is the reason that the file system gives.
    const content = Buffer.from(document.getText());
    await assert.rejects(
      access.services.instanceFiles.writeFile(document.uri, content),
      /In Restricted Mode nothing is sent to Konnect that changes it/,
    );
    assert.deepEqual(
      demo.requests.filter(({ method }) => method !== 'GET'),
      [],
    );
    assert.ok(document.isDirty && document.getText().includes('700'));
    assert.deepEqual(await instanceOf(access.services, plane, 'rate-limiting'), before);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
