import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { DemoServer } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import type { ControlPlane } from '../../../src/konnect/client';
import { activated, answerWith, connectedDemo, workspaceFile } from '../support';
import { asked, Messages, onDisk, planeNamed, withPlugin } from './support';

const upload = 'kongCloudGateways.plugin.upload';

suite('files of a plugin', () => {
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

  async function sent(name: string): Promise<Buffer> {
    const konnect = await access.services.client.get();
    return Buffer.from((await konnect.customPlugins.get(plane, name)).handler, 'utf8');
  }

  const start = 'local P = { PRIORITY = 5, VERSION = "1.0.0" }\r\nfunction P:access() end\r\n';
  const end = 'return P\r\n';
  const padded = (bytes: number, fill: string) => {
    const room = bytes - Buffer.byteLength(start + end) - '--\r\n'.length;
    const letters = fill.repeat(Math.floor(room / Buffer.byteLength(fill)));
    const rest = 'x'.repeat(room - Buffer.byteLength(letters));
    return `${start}--${letters}${rest}\r\n${end}`;
  };

  for (const [what, text] of [
    ['CRLF', start + end],
    ['other alphabets', `-- Grüße, 潮汐, 🌊, e\u0301 \u2028\n${start}${end}`],
    ['102,400 bytes', padded(102_400, 'a')],
    ['102,400 bytes of two-byte letters', padded(102_400, 'ü')],
  ] as const) {
    test(`what is uploaded is what is on disk, byte for byte: ${what}`, async () => {
      await withPlugin('exact', { handler: text }, async (folder) => {
        // Close to the limit there is a warning, which asks.
        const answers = Buffer.byteLength(text) > 100_000 ? [plane.name, 'Upload'] : [plane.name];
        answerWith(access, ...answers);
        assert.equal(await vscode.commands.executeCommand(upload, folder), true);
        const bytes = await vscode.workspace.fs.readFile(
          vscode.Uri.joinPath(folder, 'handler.lua'),
        );
        assert.equal(Buffer.compare(await sent('exact'), bytes), 0);
      });
    });
  }

  test('a byte order mark stays at home', async () => {
    const mark = Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(start + end)]);
    await withPlugin('marked', { handler: mark }, async (folder) => {
      answerWith(access, plane.name);
      assert.equal(await vscode.commands.executeCommand(upload, folder), true);
      assert.equal((await sent('marked')).toString('utf8'), start + end);
    });
  });

  test('one byte more than the limit is refused, counted in bytes', async () => {
    await refusedWith(/102400/, { handler: padded(102_401, 'ü') });
  });

  test('a file far too large is not even read', async () => {
    await refusedWith(/far too large for a plugin: 2097152 bytes, and Konnect takes 102400\.$/, {
      handler: 'x'.repeat(2_097_152),
    });
  });

  test('a file that is not text says so', async () => {
    await refusedWith(/handler\.lua is not UTF-8 text\.$/, {
      handler: Buffer.of(0x2d, 0xff, 0xfe),
    });
  });

  test('a folder named handler.lua says so', async () => {
    await withPlugin('folder', {}, async (folder) => {
      const file = vscode.Uri.joinPath(folder, 'handler.lua');
      await vscode.workspace.fs.delete(file);
      mkdirSync(file.fsPath);
      await refused(file, /handler\.lua is a folder; a file is needed there\.$/);
    });
  });

  test('a file that is gone says so', async () => {
    await withPlugin('half', {}, async (folder) => {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'schema.lua'));
      await refused(vscode.Uri.joinPath(folder, 'handler.lua'), /schema\.lua does not exist\.$/);
    });
  });

  test('a link that leads out of the workspace is not followed', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(outside, 'secret.lua'), start + end);
    try {
      await withPlugin('linked', {}, async (folder) => {
        const file = vscode.Uri.joinPath(folder, 'handler.lua');
        await vscode.workspace.fs.delete(file);
        symlinkSync(join(outside, 'secret.lua'), file.fsPath);
        await refused(
          folder,
          /linked\/handler\.lua is a link that leads out of the workspace, to .*secret\.lua\./,
        );
      });
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  test('a link within the workspace is fine', async () => {
    await withPlugin('inner', {}, async (folder) => {
      const file = vscode.Uri.joinPath(folder, 'handler.lua');
      await vscode.workspace.fs.delete(file);
      symlinkSync(workspaceFile('greeter/handler.lua').fsPath, file.fsPath);
      answerWith(access, plane.name);
      assert.equal(await vscode.commands.executeCommand(upload, folder), true);
      assert.equal((await sent('inner')).toString('utf8'), onDisk('greeter/handler.lua'));
    });
  });

  test('a file that may not be read says so', async function () {
    // Nothing is forbidden to root.
    if (process.getuid?.() === 0) this.skip();
    await withPlugin('closed', {}, async (folder) => {
      const file = vscode.Uri.joinPath(folder, 'handler.lua');
      chmodSync(file.fsPath, 0o000);
      await refused(folder, /handler\.lua cannot be read: its permissions do not allow it\.$/);
    });
  });

  async function refusedWith(
    reason: RegExp,
    files: { readonly handler: string | Uint8Array },
  ): Promise<void> {
    await withPlugin('refused', files, (folder) => refused(folder, reason));
  }

  /** Nothing is asked of Konnect about it. */
  async function refused(target: vscode.Uri, reason: RegExp): Promise<void> {
    demo.forgetRequests();
    answerWith(access, plane.name);
    assert.equal(await vscode.commands.executeCommand(upload, target), false);
    assert.equal(messages.last?.kind, 'error');
    assert.match(messages.last?.text ?? '', reason);
    assert.deepEqual(asked(demo, plane), []);
  }
});
