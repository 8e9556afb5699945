import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { ControlPlane } from '../../../src/konnect/client';
import { type Answer, activated, answerWith, connectedDemo } from '../support';
import { asked, Messages, onDisk, planeNamed, withPlugin } from './support';

const upload = 'kongCloudGateways.plugin.upload';
/** Clean, but for the code that is somebody else's. */
const theirs = (handler: string) => `-- theirs\n${handler}`;

suite('a plugin file that is deleted while it is uploaded', () => {
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

  const run = (folder: vscode.Uri) => vscode.commands.executeCommand(upload, folder);
  const remove = (folder: vscode.Uri) =>
    vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'handler.lua'));

  /** Does something while that question is on the screen, and answers then. */
  function answerAfter(
    question: 'showQuickPick' | 'showWarningMessage',
    work: () => Thenable<void>,
    ...answers: Answer[]
  ): void {
    answerWith(access, ...answers);
    const answer: (...args: never[]) => unknown = access.dialogs[question];
    const late = async (...args: never[]) => {
      await work();
      return answer(...args);
    };
    Object.assign(access.dialogs, { [question]: late });
  }

  test('before it is read, leaves no plugin there: it says so, and nothing is asked of Konnect', async () => {
    await withPlugin('vanished', {}, async (folder) => {
      answerWith(access, plane.name);
      assert.equal(await run(folder), true);
      await remove(folder);
      demo.forgetRequests();
      answerWith(access);
      assert.equal(await run(folder), false);
      assert.match(
        messages.last?.text ?? '',
        /^There is no plugin here\. A plugin is a folder with handler\.lua and schema\.lua\./,
      );
      assert.deepEqual(asked(demo, plane), []);
    });
  });

  test('after it is read and before it is checked, is named, and nothing is sent', async () => {
    await withPlugin('vanished', {}, async (folder) => {
      demo.forgetRequests();
      answerAfter('showQuickPick', () => remove(folder), plane.name);
      assert.equal(await run(folder), false);
      assert.match(messages.last?.text ?? '', /vanished\/handler\.lua does not exist/);
      assert.deepEqual(asked(demo, plane), []);
    });
  });

  test('while a question is open, is sent as it was checked, both files of one reading', async () => {
    await withPlugin('vanished', {}, async (folder) => {
      const handler = onDisk('vanished/handler.lua');
      const schema = onDisk('vanished/schema.lua');
      const konnect = await access.services.client.get();
      const before = { name: 'vanished', handler: theirs(handler), schema };
      const { id } = await konnect.customPlugins.create(plane, before);
      demo.forgetRequests();
      // Where to is asked first; the file goes during the second question.
      answerAfter('showWarningMessage', () => remove(folder), plane.name, 'Replace');
      assert.equal(await run(folder), true);
      assert.deepEqual(
        demo.requests
          .filter(({ method }) => method !== 'GET')
          .map(({ method, body }) => [method, body]),
        [['PUT', { name: 'vanished', handler, schema }]],
      );
      const after = await konnect.customPlugins.get(plane, 'vanished');
      assert.deepEqual([after.id, after.handler, after.schema], [id, handler, schema]);
      assert.deepEqual(
        (await access.services.pluginStates.of(folder)).map(({ isRead }) => isRead),
        [true],
      );
    });
  });
});
