import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { activated, answerWith, connectedDemo, workspaceFile } from '../support';
import { asked, Messages, onDisk, planeNamed, press, write } from './support';

const upload = 'kongCloudGateways.plugin.upload';
const tide = 'team/kong/plugins/tide-headers';

suite('after the upload', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let messages: Messages;

  beforeEach(async () => {
    access = await activated();
    demo = await connectedDemo(access.services);
    messages = new Messages(access);
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await demo.close();
    await access.services.background.idle();
  });

  async function uploadTo(name: string, folder = 'greeter'): Promise<void> {
    answerWith(access, name);
    await vscode.commands.executeCommand(upload, workspaceFile(folder));
  }

  test('it is a success once each node has it; without an instance it says that nothing runs it', async () => {
    await uploadTo('booking-prod');
    assert.deepEqual(messages.all, []);
    demo.clock.advance(120_000);
    const { kind, text } = await messages.saying(/greeter/);
    assert.deepEqual(
      [kind, text],
      [
        'info',
        'Created the custom plugin greeter in booking-prod. All 5 nodes have it. No instance uses it yet, so it does not run anywhere.',
      ],
    );
  });

  test('a node that refuses makes it a warning with the reason and the way out', async () => {
    await uploadTo('booking-staging');
    demo.clock.advance(30_000);
    const { kind, text, actions } = await messages.saying(/greeter/);
    assert.equal(kind, 'warning');
    assert.match(
      text,
      /^Created the custom plugin greeter in booking-staging, but 1 of 2 nodes still on the old configuration\. ip-\S+ refuses it\. P309: it does not stream custom plugins\. Set KONG_CUSTOM_PLUGIN_STREAMING_ENABLED=on/,
    );
    assert.ok(actions.some(({ title }) => title === 'Open Help'));
  });

  test('a node that is silent is never part of a success', async () => {
    await uploadTo('payments');
    demo.clock.advance(30_000);
    const { kind, text } = await messages.saying(/greeter/);
    assert.equal(kind, 'warning');
    assert.match(text, /but 1 of 3 nodes still on the old configuration\. .*not been heard of/);
  });

  test('nodes that cannot be read do not make the upload doubtful', async () => {
    const path = '/us/v2/control-planes/*/expected-config-hash';
    demo.faults.order({ path, fault: { kind: 'status', status: 403 } });
    await uploadTo('booking-prod');
    const { kind, text } = await messages.saying(/greeter/);
    assert.equal(kind, 'warning');
    assert.match(
      text,
      /^Created the custom plugin greeter in booking-prod, but its nodes could not/,
    );
  });

  test('a plugin with instances: two reads side by side, the PUT, and no question', async () => {
    const plane = await planeNamed(access, 'booking-prod');
    await uploadTo('booking-prod', tide);
    assert.match(messages.last?.text ?? '', /^tide-headers in booking-prod already holds exactly/);
    const original = onDisk(`${tide}/handler.lua`);
    await write(`${tide}/handler.lua`, `-- changed\r\n${original}`);
    try {
      demo.forgetRequests();
      answerWith(access);
      await vscode.commands.executeCommand(upload, workspaceFile(tide));
      const lines = asked(demo, plane).slice(0, 3);
      assert.deepEqual(
        [...lines.slice(0, 2).sort(), lines[2]?.slice(0, 19)],
        ['GET custom-plugins/tide-headers', 'GET plugins', 'PUT custom-plugins/'],
      );
      demo.clock.advance(120_000);
      const { text } = await messages.saying(/^Replaced the custom plugin tide-headers/);
      assert.equal(
        text,
        'Replaced the custom plugin tide-headers in booking-prod. All 5 nodes have it.',
      );
    } finally {
      await write(`${tide}/handler.lua`, original);
    }
  });

  test('instances that the new schema refuses are named with the reason before anything is sent', async () => {
    const plane = await planeNamed(access, 'booking-prod');
    await uploadTo('booking-prod', tide);
    const original = onDisk(`${tide}/schema.lua`);
    const stricter = original.replace(
      '{ station = {',
      '{ port = { type = "integer", required = true } },\n          { station = { len_max = 2,',
    );
    await write(`${tide}/schema.lua`, stricter);
    try {
      demo.forgetRequests();
      const asking = answerWith(access, 'Open These Instances');
      assert.equal(await vscode.commands.executeCommand(upload, workspaceFile(tide)), false);
      const question = asking.at(-1);
      assert.equal(
        question?.text,
        'The new schema of tide-headers refuses instances in booking-prod: 1 of 1.',
      );
      assert.match(
        question?.detail ?? '',
        /^tide-headers-timetables: config\.port: required field missing; config\.station: length must be at most 2\n/,
      );
      assert.deepEqual(
        asked(demo, plane).filter((line) => !line.startsWith('GET')),
        [],
      );
      assert.match(
        vscode.window.activeTextEditor?.document.fileName ?? '',
        /tide-headers-timetables/,
      );
      answerWith(access, 'Go On Anyway');
      assert.equal(await vscode.commands.executeCommand(upload, workspaceFile(tide)), true);
    } finally {
      await write(`${tide}/schema.lua`, original);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  test('what somebody else changes while the user is asked is not overwritten', async () => {
    const plane = await planeNamed(access, 'booking-prod');
    const konnect = await access.services.client.get();
    const remote = await konnect.customPlugins.get(plane, 'tide-headers');
    const { name, handler, schema } = remote;
    await uploadTo('booking-prod', tide);
    const original = onDisk(`${tide}/handler.lua`);
    await write(`${tide}/handler.lua`, `-- mine\n${original}`);
    const put = (mark: string) =>
      konnect.customPlugins.put(plane, remote.id, {
        name,
        handler: `-- ${mark}\n${handler}`,
        schema,
      });
    try {
      await put('theirs');
      answerWith(access);
      Object.assign(access.dialogs, {
        showWarningMessage: async () => {
          await put('theirs again');
          return 'Replace';
        },
      });
      assert.equal(await vscode.commands.executeCommand(upload, workspaceFile(tide)), false);
      assert.match(
        messages.last?.text ?? '',
        /^Somebody else changed tide-headers in booking-prod/,
      );
      const now = await konnect.customPlugins.get(plane, 'tide-headers');
      assert.match(now.handler, /^-- theirs again/);
      answerWith(access, 'Replace');
      await press(messages.last ?? assert.fail(), 'Upload Again');
      assert.match((await konnect.customPlugins.get(plane, 'tide-headers')).handler, /^-- mine/);
    } finally {
      await write(`${tide}/handler.lua`, original);
    }
  });
});
