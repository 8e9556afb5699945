import assert from 'node:assert/strict';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { type DemoServer, startDemo } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { activated, answerWith } from '../support';

const signIn = 'kongCloudGateways.connection.signIn';

suite('sign in', () => {
  let access: TestAccess;
  let demo: DemoServer;

  beforeEach(async () => {
    access = await activated();
    demo = await startDemo();
    await setApiUrl(demo.apiUrl);
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    await setApiUrl(undefined);
    await demo.close();
  });

  test('asks Konnect about the token, then stores it for that address and organisation', async () => {
    const asked = answerWith(access, demo.token);
    assert.equal(await vscode.commands.executeCommand(signIn), true);
    assert.deepEqual(
      asked.map(({ kind }) => kind),
      ['input'],
    );
    const connection = await access.services.connections.active();
    assert.equal(connection?.apiUrl, demo.apiUrl);
    assert.equal(connection?.demo, false);
    assert.match(connection?.organization.name ?? '', /Demo/);
    assert.deepEqual(
      demo.requests.map(({ method, geo, path }) => `${method} /${geo}${path}`),
      ['GET /global/v3/organizations/me'],
    );
  });

  test('stores nothing when Konnect refuses the token', async () => {
    answerWith(access, 'kpat_wrong');
    assert.equal(await vscode.commands.executeCommand(signIn), false);
    assert.equal(await access.services.connections.active(), undefined);
  });

  test('stores nothing when Konnect cannot be reached', async () => {
    await demo.close();
    answerWith(access, demo.token);
    assert.equal(await vscode.commands.executeCommand(signIn), false);
    assert.equal(await access.services.connections.active(), undefined);
  });

  test('refuses a token with spaces before it is sent', async () => {
    const asked = answerWith(access, 'kpat_ two words');
    await vscode.commands.executeCommand(signIn);
    assert.match(asked.at(-1)?.refusal ?? '', /no spaces/);
    assert.deepEqual(demo.requests, []);
  });

  test('asks about a foreign host by name, and sends it nothing when the user declines', async () => {
    await setApiUrl('https://konnect.example.com/{geo}');
    const asked = answerWith(access, undefined);
    await vscode.commands.executeCommand(signIn);
    assert.deepEqual(
      asked.map(({ kind, text }) => [kind, text]),
      [['confirm', 'Send your Konnect token to konnect.example.com?']],
    );
    assert.equal(await access.services.connections.active(), undefined);
  });

  test('refuses an address without encryption', async () => {
    await setApiUrl('http://konnect.example.com/{geo}');
    const asked = answerWith(access);
    assert.equal(await vscode.commands.executeCommand(signIn), false);
    assert.deepEqual(asked, []);
  });

  test('sign out removes the token', async () => {
    answerWith(access, demo.token);
    await vscode.commands.executeCommand(signIn);
    const connection = await access.services.connections.active();
    assert.ok(connection);
    await vscode.commands.executeCommand('kongCloudGateways.connection.signOut');
    assert.equal(await access.services.connections.active(), undefined);
    assert.equal(await access.services.connections.token(connection), undefined);
  });

  test('never gives the token of one connection to another', async () => {
    answerWith(access, demo.token);
    await vscode.commands.executeCommand(signIn);
    const connection = await access.services.connections.active();
    assert.ok(connection);
    const elsewhere = { ...connection, apiUrl: 'https://{geo}.api.konghq.com' };
    assert.equal(await access.services.connections.token(elsewhere), undefined);
    assert.equal(await access.services.connections.token(connection), demo.token);
  });

  test('keeps several connections, each with its own token, and switches between them', async () => {
    const other = await startDemo();
    try {
      const { connections } = access.services;
      answerWith(access, demo.token);
      await vscode.commands.executeCommand(signIn);
      const first = await connections.active();
      await setApiUrl(other.apiUrl);
      answerWith(access, other.token);
      await vscode.commands.executeCommand(signIn);
      const second = await connections.active();
      assert.ok(first && second);
      assert.deepEqual([first.apiUrl, second.apiUrl], [demo.apiUrl, other.apiUrl]);
      assert.equal(await connections.token(first), undefined);

      const before = other.requests.length;
      await connections.switchTo(first);
      const konnect = await access.services.client.get();
      await konnect.organizations.me();
      assert.equal(await connections.token(first), demo.token);
      assert.equal(other.requests.length, before);
      await connections.signOut();
      assert.deepEqual(
        (await connections.all()).map(({ apiUrl }) => apiUrl),
        [other.apiUrl],
      );
      await connections.switchTo(second);
    } finally {
      await access.services.connections.signOut();
      await other.close();
    }
  });

  test('nothing that changes Konnect runs on a locked connection, also after signing in again', async () => {
    answerWith(access, demo.token);
    await vscode.commands.executeCommand(signIn);
    await vscode.commands.executeCommand('kongCloudGateways.connection.toggleReadOnly');
    answerWith(access, demo.token);
    await vscode.commands.executeCommand(signIn);
    assert.equal((await access.services.connections.active())?.readOnly, true);
    for (const id of ['controlPlane.create', 'customDomain.create', 'plugin.upload']) {
      answerWith(access);
      assert.equal(await vscode.commands.executeCommand(`kongCloudGateways.${id}`), false, id);
    }
    assert.deepEqual(
      demo.requests.filter(({ method }) => method !== 'GET'),
      [],
    );

    answerWith(access, 'Unlock');
    await vscode.commands.executeCommand('kongCloudGateways.connection.toggleReadOnly');
    answerWith(access, 'us', 'unlocked-again', 'Create');
    assert.equal(
      await vscode.commands.executeCommand('kongCloudGateways.controlPlane.create'),
      true,
    );
  });
});

async function setApiUrl(value: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('kongCloudGateways');
  await settings.update('apiUrl', value, vscode.ConfigurationTarget.Global);
}
