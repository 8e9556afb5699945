import assert from 'node:assert/strict';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { after, before, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { ControlPlane } from '../../../src/konnect/client';
import { Messages, planeNamed } from '../pluginLife/support';
import { activated, answerWith, connectedDemo } from '../support';

const upload = 'kongCloudGateways.plugin.upload';

suite('several workspace folders', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let plane: ControlPlane;
  let messages: Messages;

  const at = (root: string, path: string): vscode.Uri => {
    const folder = vscode.workspace.workspaceFolders?.find(({ name }) => name === root);
    assert.ok(folder);
    return vscode.Uri.joinPath(folder.uri, path);
  };
  const schemaOf = (folder: vscode.Uri) =>
    readFileSync(vscode.Uri.joinPath(folder, 'schema.lua').fsPath, 'utf8');

  before(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    messages = new Messages(access);
    plane = await planeNamed(access, 'payments', 'eu');
  });
  after(async () => {
    await access.services.connections.signOut();
    await demo.close();
    await access.services.background.idle();
  });

  async function remoteSchema(name: string): Promise<string> {
    const konnect = await access.services.client.get();
    return (await konnect.customPlugins.get(plane, name)).schema;
  }

  test('both folders are there', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      ['one', 'two'],
    );
  });

  test('plugins of all of them are offered, each with the folder it lies in', async () => {
    const offered: (string | undefined)[] = [];
    answerWith(access);
    Object.assign(access.dialogs, {
      showQuickPick: async (choices: readonly vscode.QuickPickItem[]) => {
        offered.push(...(await choices).map(({ description }) => description));
        return undefined;
      },
    });
    await vscode.commands.executeCommand(upload, { controlPlane: plane });
    assert.deepEqual(offered, ['one/plugins/greeter', 'two/greeter']);
  });

  test('each has a control plane and a state of its own', async () => {
    const [one, two] = [at('one', 'plugins/greeter'), at('two', 'greeter')];
    answerWith(access, plane.name);
    assert.equal(await vscode.commands.executeCommand(upload, one), true);
    assert.equal(await remoteSchema('greeter'), schemaOf(one));
    const states = async (folder: vscode.Uri) =>
      (await access.services.pluginStates.of(folder)).map(({ state }) => state);
    assert.deepEqual([await states(one), await states(two)], [['inSync'], []]);
    // The other folder has the same plugin with other code: that is asked about.
    const asking = answerWith(access, plane.name, 'Replace');
    assert.equal(await vscode.commands.executeCommand(upload, two), true);
    assert.match(asking[1]?.text ?? '', /^Replace the custom plugin greeter in payments\?/);
    assert.equal(await remoteSchema('greeter'), schemaOf(two));
    assert.deepEqual([await states(one), await states(two)], [['remoteAhead'], ['inSync']]);
  });

  test('a link from one of them into another does not leave the workspace', async () => {
    const folder = at('one', 'linked');
    await vscode.workspace.fs.createDirectory(folder);
    try {
      for (const file of ['handler.lua', 'schema.lua']) {
        const target = vscode.Uri.joinPath(at('two', 'greeter'), file);
        symlinkSync(target.fsPath, vscode.Uri.joinPath(folder, file).fsPath);
      }
      messages.forget();
      answerWith(access, plane.name);
      assert.equal(await vscode.commands.executeCommand(upload, folder), true);
      assert.match(messages.last?.text ?? '', /already holds exactly this code/);
    } finally {
      rmSync(folder.fsPath, { recursive: true });
    }
  });
});
