import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { ControlPlane } from '../../../src/konnect/client';
import { activated, answerWith, connectedDemo, workspaceFile } from '../support';

const upload = 'kongCloudGateways.plugin.upload';

suite('upload', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let controlPlane: ControlPlane;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    const konnect = await access.services.client.get();
    const { value } = await konnect.controlPlanes.list('us', { cloudGateway: true }).next();
    assert.ok(value);
    controlPlane = value;
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
  });

  test('a new plugin is created in the control plane that was picked, byte for byte', async () => {
    const asked = answerWith(access, controlPlane.name);
    assert.equal(await run('greeter/handler.lua'), true);
    assert.deepEqual(
      asked.map(({ kind, text }) => [kind, text]),
      [['pick', 'Control plane']],
    );
    const konnect = await access.services.client.get();
    const remote = await konnect.customPlugins.get(controlPlane, 'greeter');
    assert.equal(remote.handler, onDisk('greeter/handler.lua'));
    assert.equal(remote.schema, onDisk('greeter/schema.lua'));
  });

  test('is shown as curl instead, with the code as it would be sent', async () => {
    const before = demo.requests.length;
    answerWith(access, controlPlane.name);
    const asCurl = 'kongCloudGateways.plugin.uploadAsCurl';
    const file = workspaceFile('greeter/handler.lua');
    assert.equal(await vscode.commands.executeCommand(asCurl, file), false);
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^curl --request POST/);
    assert.ok(text.includes(`/v2/control-planes/${controlPlane.id}/core-entities/custom-plugins`));
    assert.ok(text.includes('"name": "greeter"') && text.includes('PRIORITY'));
    assert.ok(demo.requests.slice(before).every(({ method }) => method === 'GET'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('the control plane is remembered, and an unchanged plugin is one read and no write', async () => {
    answerWith(access, controlPlane.name);
    await run('greeter/handler.lua');
    const before = demo.requests.length;
    answerWith(access);
    assert.equal(await run('greeter'), true);
    assert.deepEqual(since(before), [`GET ${path('/greeter')}`]);
  });

  test('a changed plugin is replaced by its id without a question when Konnect holds what was last sent', async () => {
    answerWith(access, controlPlane.name);
    await run('greeter/handler.lua');
    const konnect = await access.services.client.get();
    const { id } = await konnect.customPlugins.get(controlPlane, 'greeter');
    await withEdit('greeter/handler.lua', async () => {
      const before = demo.requests.length;
      answerWith(access);
      assert.equal(await run('greeter/schema.lua'), true);
      assert.deepEqual(since(before), [`GET ${path('/greeter')}`, `PUT ${path(`/${id}`)}`]);
    });
  });

  test('code that somebody else sent is replaced only after a question', async () => {
    const konnect = await access.services.client.get();
    const body = {
      name: 'greeter',
      handler: onDisk('greeter/handler.lua').replace('800', '801'),
      schema: onDisk('greeter/schema.lua'),
      tags: ['kept'],
    };
    await konnect.customPlugins.create(controlPlane, body);
    const asked = answerWith(access, controlPlane.name, undefined);
    assert.equal(await run('greeter'), false);
    assert.match(asked[1]?.text ?? '', /Replace the custom plugin greeter/);
    assert.equal((await konnect.customPlugins.get(controlPlane, 'greeter')).handler, body.handler);

    answerWith(access, controlPlane.name, 'Replace');
    assert.equal(await run('greeter'), true);
    const replaced = await konnect.customPlugins.get(controlPlane, 'greeter');
    assert.equal(replaced.handler, onDisk('greeter/handler.lua'));
    assert.deepEqual(replaced.tags, ['kept']);
  });

  test('started on a control plane it asks which plugin, and uploads it there', async () => {
    const asked = answerWith(access, 'greeter');
    assert.equal(await vscode.commands.executeCommand(upload, { controlPlane }), true);
    assert.deepEqual(
      asked.map(({ text }) => text),
      ['Plugin folder'],
    );
    const konnect = await access.services.client.get();
    const remote = await konnect.customPlugins.get(controlPlane, 'greeter');
    assert.equal(remote.handler, onDisk('greeter/handler.lua'));
  });

  test('errors block the upload and nothing is sent', async () => {
    const before = demo.requests.length;
    answerWith(access, controlPlane.name);
    assert.equal(await run('faulty'), false);
    assert.deepEqual(since(before), []);
    assert.ok(vscode.languages.getDiagnostics(workspaceFile('faulty/handler.lua')).length > 0);
  });

  test('a plugin that needs the network is refused where the sandbox is strict and taken where it is lax', async () => {
    const handler = onDisk('greeter/handler.lua');
    await withText(
      'greeter/handler.lua',
      `local http = require "resty.http"\n${handler}`,
      async () => {
        answerWith(access, 'booking-staging');
        assert.equal(await run('greeter'), false);
        // Its groups set KONG_UNTRUSTED_LUA=lax.
        answerWith(access, 'booking-prod');
        assert.equal(await run('greeter'), true);
      },
    );
  });

  test('under another name it becomes a new plugin, after a question, and the old one stays', async () => {
    answerWith(access, controlPlane.name);
    await run('greeter');
    const renamed = onDisk('greeter/schema.lua').replace('"greeter"', '"greeter-two"');
    await withText('greeter/schema.lua', renamed, async () => {
      const asked = answerWith(access, 'Upload as New');
      assert.equal(await run('greeter'), true);
      assert.match(asked[0]?.text ?? '', /Upload greeter-two as a new custom plugin/);
      const konnect = await access.services.client.get();
      assert.ok(await konnect.customPlugins.get(controlPlane, 'greeter'));
      assert.ok(await konnect.customPlugins.get(controlPlane, 'greeter-two'));
    });
  });

  test('asks again where to once the remembered control plane is gone', async () => {
    const konnect = await access.services.client.get();
    const passing = await konnect.controlPlanes.create('us', {
      name: 'passing',
      cloud_gateway: true,
    });
    answerWith(access, 'passing');
    assert.equal(await run('greeter'), true);
    await konnect.controlPlanes.delete(passing);
    answerWith(access);
    assert.equal(await run('greeter'), false);
    const asked = answerWith(access, controlPlane.name);
    assert.equal(await run('greeter'), true);
    assert.equal(asked.length, 1);
  });

  test('a file with mixed line ends is uploaded as it is on disk, also while it is open', async () => {
    const mixed = onDisk('greeter/handler.lua').replace('\n', '\r\n');
    await vscode.workspace.fs.writeFile(workspaceFile('mixed/handler.lua'), Buffer.from(mixed));
    const schema = onDisk('greeter/schema.lua').replace('"greeter"', '"mixed"');
    await vscode.workspace.fs.writeFile(workspaceFile('mixed/schema.lua'), Buffer.from(schema));
    await vscode.workspace.openTextDocument(workspaceFile('mixed/handler.lua'));
    answerWith(access, controlPlane.name);
    assert.equal(await run('mixed'), true);
    const konnect = await access.services.client.get();
    assert.equal((await konnect.customPlugins.get(controlPlane, 'mixed')).handler, mixed);
    await vscode.workspace.fs.delete(workspaceFile('mixed'), { recursive: true });
  });

  test('unsaved changes are saved first, when the user agrees', async () => {
    const original = onDisk('greeter/handler.lua');
    const document = await vscode.workspace.openTextDocument(workspaceFile('greeter/handler.lua'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '-- unsaved\n'));
    try {
      answerWith(access, undefined);
      assert.equal(await run('greeter'), false);
      assert.equal(onDisk('greeter/handler.lua'), original);
      answerWith(access, 'Save and Upload', controlPlane.name);
      assert.equal(await run('greeter'), true);
      const konnect = await access.services.client.get();
      assert.equal(
        (await konnect.customPlugins.get(controlPlane, 'greeter')).handler,
        `-- unsaved\n${original}`,
      );
    } finally {
      await vscode.workspace.fs.writeFile(document.uri, Buffer.from(original));
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  function run(file: string): Thenable<unknown> {
    return vscode.commands.executeCommand(upload, workspaceFile(file));
  }

  function path(rest: string): string {
    return `/us/v2/control-planes/${controlPlane.id}/core-entities/custom-plugins${rest}`;
  }

  /** Requests about custom plugins since then; the explorer reads on its own. */
  function since(before: number): string[] {
    return demo.requests
      .slice(before)
      .map((request) => `${request.method} /${request.geo}${request.path}`)
      .filter((line) => /custom-plugins\//.test(line));
  }
});

function onDisk(file: string): string {
  return readFileSync(workspaceFile(file).fsPath, 'utf8');
}

function withEdit(file: string, work: () => Promise<void>): Promise<void> {
  return withText(file, `-- changed\n${onDisk(file)}`, work);
}

async function withText(file: string, text: string, work: () => Promise<void>): Promise<void> {
  const original = onDisk(file);
  await vscode.workspace.fs.writeFile(workspaceFile(file), Buffer.from(text));
  try {
    await work();
  } finally {
    await vscode.workspace.fs.writeFile(workspaceFile(file), Buffer.from(original));
  }
}
