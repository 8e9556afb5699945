import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { TestAccess } from '../../../src/extension';
import { activated, answerWith, workspaceFile } from '../support';

const command = 'kongCloudGateways.plugin.new';

suite('a new plugin', () => {
  let access: TestAccess;

  beforeEach(async () => {
    access = await activated();
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('comes from a short dialogue, opens its handler, and passes every check', async () => {
    const asked = answerWith(
      access,
      'rate-note',
      'workspace/plugins/rate-note',
      'access, log',
      'greeting',
      'Text',
      'hello',
      'Required',
      'api_key',
      'Secret text',
      'Optional',
      '',
      'strict',
    );
    assert.equal(await vscode.commands.executeCommand(command), true);
    assert.deepEqual(
      asked.map(({ text }) => text),
      [
        'Name of the plugin, as Konnect will know it',
        'New folder of the plugin',
        'When does it do something?',
        'Name of a field of its configuration; leave it empty for none',
        'Type of greeting',
        'Default of greeting; leave it empty for none',
        'Must greeting have a value?',
        'Name of another field; leave it empty when there are no more',
        'Type of api_key',
        'Must api_key have a value?',
        'Name of another field; leave it empty when there are no more',
        'Lua sandbox of the data planes',
      ],
    );
    const folder = workspaceFile('plugins/rate-note');
    assert.equal(
      vscode.window.activeTextEditor?.document.uri.toString(),
      vscode.Uri.joinPath(folder, 'handler.lua').toString(),
    );
    const entries = await vscode.workspace.fs.readDirectory(folder);
    assert.deepEqual(entries.map(([name]) => name).sort(), [
      'README.md',
      'handler.lua',
      'schema.lua',
    ]);
    const check = await access.services.checks.check(folder);
    assert.deepEqual([check.name, check.handler, check.schema], ['rate-note', [], []]);
  });

  test('a name that is taken by the gateway or badly written is refused as it is typed', async () => {
    for (const [name, reason] of [
      ['key-auth', 'key-auth is a plugin that comes with the gateway; take another name.'],
      ['My_Plugin', 'Use small letters, digits and dashes only.'],
    ] as const) {
      const asked = answerWith(access, name);
      assert.equal(await vscode.commands.executeCommand(command), false);
      assert.equal(asked.at(-1)?.refusal, reason);
    }
  });

  test('never writes into a folder that exists', async () => {
    answerWith(access, 'stamp');
    const before = await vscode.workspace.fs.readFile(workspaceFile('plugins/stamp/handler.lua'));
    const done = vscode.commands.executeCommand(command, workspaceFile('plugins'));
    assert.equal(await done, false);
    const after = await vscode.workspace.fs.readFile(workspaceFile('plugins/stamp/handler.lua'));
    assert.ok(Buffer.from(before).equals(after));
  });

  test('response and a filter are not taken together: the phases are asked for again', async () => {
    const asked = answerWith(
      access,
      'filtering',
      'workspace/filtering',
      'response, body_filter',
      'body_filter',
      '',
      'lax',
    );
    assert.equal(await vscode.commands.executeCommand(command), true);
    assert.equal(
      asked[3]?.text,
      'Kong refuses a plugin with both response and body_filter: choose one of them.',
    );
    const readme = await vscode.workspace.fs.readFile(workspaceFile('filtering/README.md'));
    assert.match(Buffer.from(readme).toString(), /KONG_UNTRUSTED_LUA=lax/);
  });
});
