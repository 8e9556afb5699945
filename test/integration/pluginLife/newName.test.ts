import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { ControlPlane } from '../../../src/konnect/client';
import { activated, answerWith, connectedDemo, workspaceFile } from '../support';
import { Messages, onDisk, planeNamed, press, withPlugin, write } from './support';

const upload = 'kongCloudGateways.plugin.upload';
const move = 'kongCloudGateways.plugin.moveInstances';

suite('a breaking schema under a new name', () => {
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
    const copies = ['moved-2'].map(workspaceFile);
    for (const copy of copies)
      await Promise.resolve(vscode.workspace.fs.delete(copy, { recursive: true })).catch(() => {});
  });

  const plain =
    'local P = { PRIORITY = 5, VERSION = "1.0.0" }\nfunction P:access() end\nreturn P\n';

  /** `greeting` becomes `greetings`, a required list of at most two. */
  const original = (name: string) =>
    onDisk('greeter/schema.lua')
      .replace('"greeter"', `"${name}"`)
      .replace(
        '{ greeting =',
        '{ api_key = { type = "string", referenceable = true, encrypted = true } }, { greeting =',
      );
  const breaking = (name: string) =>
    original(name).replace(
      '{ greeting = { type = "string", default = "Grüß Gott" } },',
      '{ greetings = { type = "array", required = true, elements = { type = "string", len_max = 5 } } },',
    );

  async function instances(name: string) {
    const konnect = await access.services.client.get();
    const found = [];
    for await (const one of konnect.plugins.list(plane, { name })) found.push(one);
    return found.map(({ instance_name, config }) => [instance_name, config]);
  }

  test('step by step: a copy, the upload, each instance once it fits, the old one last', async () => {
    await withPlugin('moved', { handler: plain, schema: original('moved') }, async (folder) => {
      answerWith(access, plane.name);
      await vscode.commands.executeCommand(upload, folder);
      const konnect = await access.services.client.get();
      const config = { api_key: 'tide-7782-key', greeting: 'hello' };
      await konnect.plugins.create(plane, { name: 'moved', instance_name: 'everywhere', config });
      await write('moved/schema.lua', breaking('moved'));

      const asking = answerWith(access, 'Upload under a New Name…', 'moved-2', 'Start');
      await vscode.commands.executeCommand(upload, folder);
      assert.match(asking[0]?.text ?? '', /^The new schema of moved refuses instances in payments/);
      assert.match(asking[2]?.detail ?? '', /You can stop after each step/);
      assert.equal(onDisk('moved-2/schema.lua'), breaking('moved-2'));
      assert.equal((await konnect.customPlugins.get(plane, 'moved-2')).schema, breaking('moved-2'));
      // The old one is as it was.
      const old = await konnect.customPlugins.get(plane, 'moved');
      assert.match(old.schema, /greeting = /);
      assert.deepEqual(await instances('moved'), [['everywhere', config]]);

      const waits = await messages.saying(/^everywhere does not fit moved-2 yet/);
      assert.match(waits.text, /config\.greeting: unknown field; config\.greetings: required/);
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document);
      const mark = '•••••••• 1';
      assert.deepEqual(JSON.parse(document.getText()), { api_key: mark, greeting: 'hello' });

      const edit = async (text: string) => {
        const whole = new vscode.Range(0, 0, document.lineCount, 0);
        const change = new vscode.WorkspaceEdit();
        change.replace(document.uri, whole, text);
        await vscode.workspace.applyEdit(change);
      };
      await edit('{ "greetings": ["too long"] }');
      await press(waits, 'Move It');
      assert.match(messages.last?.text ?? '', /config\.greetings: length must be at most 5/);
      await edit('{ "greetings": [');
      await press(waits, 'Move It');
      assert.match(messages.last?.text ?? '', /^The document is no JSON object/);
      assert.deepEqual(await instances('moved'), [['everywhere', config]]);

      await edit(`{ "api_key": "${mark}", "greetings": ["hi"] }`);
      answerWith(access);
      await press(waits, 'Move It');
      assert.deepEqual(await instances('moved'), []);
      const mended = { api_key: config.api_key, greetings: ['hi'] };
      assert.deepEqual(await instances('moved-2'), [['everywhere', mended]]);

      // Started again, it has nothing to do but to say what is left to be done.
      messages.forget();
      const target = {
        controlPlane: plane,
        controlPlaneName: plane.name,
        from: 'moved',
        to: 'moved-2',
      };
      assert.equal(await vscode.commands.executeCommand(move, target), true);
      answerWith(access, 'Delete', 'moved');
      await press(
        await messages.saying(/^No instance in payments uses moved any more/),
        'Delete moved…',
      );
      await assert.rejects(konnect.customPlugins.get(plane, 'moved'));
      const [kept] = await access.services.backups.latest(await key());
      assert.deepEqual(
        [kept?.plugin, kept?.reason, kept?.schema],
        ['moved', 'deleted', old.schema],
      );
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  });

  async function key(): Promise<string> {
    const active = await access.services.connections.active();
    return `${active?.apiUrl}#${active?.organization.id}`;
  }
});
