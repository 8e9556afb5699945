import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import { activated, connectedDemo, extensionId } from '../support';

/** Where undici keeps the dispatcher that every extension in the process shares. */
const processDispatcher = Symbol.for('undici.globalDispatcher.1');

suite('activation', () => {
  test('loads nothing but its own bundle, and asks nobody', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    const before = Reflect.get(globalThis, processDispatcher);
    await extension.activate();
    const loaded = Object.keys(require.cache).filter((file) =>
      file.startsWith(`${extension.extensionPath}/dist/`),
    );
    assert.deepEqual(
      loaded.map((file) => file.slice(extension.extensionPath.length)),
      ['/dist/extension.js'],
    );
    assert.equal(Reflect.get(globalThis, processDispatcher), before);
  });

  test('leaves the process-wide dispatcher alone when it makes requests', async () => {
    const { services } = await activated();
    const before = Reflect.get(globalThis, processDispatcher);
    const demo = await connectedDemo(services);
    try {
      const konnect = await services.client.get();
      await konnect.organizations.me();
      assert.ok(demo.requests.length >= 2);
      assert.equal(Reflect.get(globalThis, processDispatcher), before);
    } finally {
      await demo.close();
    }
  });

  test('registers every command that package.json names', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    const manifest = JSON.parse(
      readFileSync(join(extension.extensionPath, 'package.json'), 'utf8'),
    );
    const registered = new Set(await vscode.commands.getCommands(true));
    const named: string[] = manifest.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((id) => !registered.has(id)),
      [],
    );
  });
});
