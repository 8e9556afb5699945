// With a stand-in for lua-language-server installed: an extension of its id with its settings, and no behaviour.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { activated, diagnosticsOf, summary, workspaceFile } from '../support';

const file = () => workspaceFile('greeter/handler.lua');
const lua = () => vscode.workspace.getConfiguration('Lua', file());

suite('beside lua-language-server', () => {
  before(async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file()));
  });

  after(() => lua().update('workspace.library', undefined, vscode.ConfigurationTarget.Global));

  test('leaves to it what it shows itself, and shows the rest', async () => {
    const found = await diagnosticsOf(file(), (all) => all.length > 0);
    assert.deepEqual(rules(found), ['no-timers']);
  });

  test('still counts what it does not show, for an upload and the check of a plugin', async () => {
    const { services } = await activated();
    const check = await services.checks.check(vscode.Uri.joinPath(file(), '..'));
    assert.deepEqual(
      check.handler.map(({ rule }) => rule),
      ['unused-local', 'undefined-global', 'no-timers'],
    );
  });

  test('shows what the server is told not to show', async () => {
    await lua().update(
      'diagnostics.disable',
      ['unused-local'],
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const found = await diagnosticsOf(file(), (all) => all.length === 2);
      assert.deepEqual(rules(found), ['no-timers', 'unused-local']);
    } finally {
      await lua().update('diagnostics.disable', undefined, vscode.ConfigurationTarget.Workspace);
    }
    assert.deepEqual(rules(await diagnosticsOf(file(), (all) => all.length === 1)), ['no-timers']);
  });

  test('leaves names of plain Lua and the outline of a handler to it, and completes Kong’s own', async () => {
    const document = await vscode.workspace.openTextDocument(file());
    assert.deepEqual(await labelsAt(document, 'local unused'), []);
    assert.ok((await labelsAt(document, 'get_header')).includes('get_path'));
    const symbols = await vscode.commands.executeCommand(
      'vscode.executeDocumentSymbolProvider',
      file(),
    );
    assert.deepEqual(symbols ?? [], []);
  });

  test('writes definitions on request, enters them once, and then leaves the PDK to it', async () => {
    await vscode.commands.executeCommand('kongCloudGateways.plugin.addDefinitions');
    await vscode.commands.executeCommand('kongCloudGateways.plugin.addDefinitions');
    const library = lua().inspect<string[]>('workspace.library')?.globalValue ?? [];
    assert.equal(library.length, 1);
    const written = vscode.Uri.joinPath(vscode.Uri.file(library[0] ?? ''), 'kong.lua');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(written));
    assert.match(text, /^---@meta kong\n[\s\S]*\nfunction kong\.request\.get_header\(name\) end\n/);
    const document = await vscode.workspace.openTextDocument(file());
    assert.deepEqual(await labelsAt(document, 'get_header'), []);
  });
});

function rules(found: readonly vscode.Diagnostic[]): (string | undefined)[] {
  return summary(found)
    .map((line) => line.split(' ')[1])
    .sort();
}

/** Labels of our completions at the start of a text; those of snippets and words do not count. */
async function labelsAt(document: vscode.TextDocument, text: string): Promise<string[]> {
  const position = document.positionAt(document.getText().indexOf(text));
  const { services } = await activated();
  const language = await services.language.get();
  const { token } = new vscode.CancellationTokenSource();
  const list = await language.complete(document, position, token);
  return (list?.items ?? []).map(({ label }) => (typeof label === 'string' ? label : label.label));
}
