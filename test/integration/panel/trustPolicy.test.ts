import assert from 'node:assert/strict';
import { after, afterEach, before, suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { Services } from '../../../src/commands/services';
import type { DemoServer } from '../../../src/demo/server';
import { activated, answerWith, connectedDemo, diagnosticsOf, workspaceFile } from '../support';

const command = 'kongCloudGateways.trustPolicy.check';

suite('trust policies', () => {
  let access: Awaited<ReturnType<typeof activated>>;
  let services: Services;
  let demo: DemoServer | undefined;

  before(async () => {
    access = await activated();
    services = access.services;
  });
  after(async () => {
    await services.connections.signOut();
    await demo?.close();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('show what is wrong when they are opened, without any connection', async () => {
    const document = await open('trust-policy.json');
    const found = await diagnosticsOf(document.uri, (all) => all.length >= 2);
    assert.deepEqual(rules(found), ['trust-dataplane', 'trust-action']);
  });

  test('are mended by quick fixes', async () => {
    const document = await open('trust-policy.json');
    for (const left of [1, 0]) {
      const [first] = await diagnosticsOf(document.uri, (all) => all.length === left + 1);
      assert.ok(first !== undefined);
      await mend(document, first);
    }
    assert.deepEqual(await diagnosticsOf(document.uri, (all) => all.length === 0), []);
    assert.match(document.getText(), /5695-dataplane"/);
    assert.match(document.getText(), /"sts:AssumeRole"/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('are told from other JSON', async () => {
    const document = await open('settings-like.json');
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).map(({ source }) => source),
      [],
    );
    await vscode.commands.executeCommand(command, document.uri);
    const found = await diagnosticsOf(document.uri, (all) => all.length > 0);
    assert.deepEqual([...new Set(rules(found))], ['trust-shape']);
  });

  test('are compared with the networks of the connection', async () => {
    demo = await connectedDemo(services);
    const document = await open('trust-policy.json');
    const found = await diagnosticsOf(document.uri, (all) => rules(all).includes('trust-network'));
    assert.ok(rules(found).includes('trust-account'));
  });

  test('are taken from the clipboard, as a new file', async () => {
    const konnect = await services.client.get();
    const networks = [];
    for await (const network of konnect.networks.list()) networks.push(network);
    const network = networks.find(({ name }) => name === 'us-east-2-prod');
    assert.ok(network !== undefined);
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::999999999999:role/${network.id}-dataplane` },
      Action: 'sts:AssumeRole',
    };
    const policy = { Version: '2012-10-17', Statement: [statement] };
    await vscode.env.clipboard.writeText(JSON.stringify(policy, undefined, 2));
    answerWith(access);
    await vscode.commands.executeCommand(command);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    const found = await diagnosticsOf(document.uri, (all) => all.length > 0);
    assert.deepEqual(rules(found), ['trust-account']);
    const [finding] = found;
    assert.ok(finding !== undefined);
    await mend(document, finding);
    assert.deepEqual(await diagnosticsOf(document.uri, (all) => all.length === 0), []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(path));
  await vscode.window.showTextDocument(document);
  return document;
}

function rules(found: readonly vscode.Diagnostic[]): readonly string[] {
  return found.map(({ code }) => String(code));
}

async function mend(document: vscode.TextDocument, { range }: vscode.Diagnostic): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
  const action = actions.find(({ isPreferred, edit }) => isPreferred && edit);
  assert.ok(action?.edit !== undefined, 'there is a preferred quick fix');
  await vscode.workspace.applyEdit(action.edit);
}
