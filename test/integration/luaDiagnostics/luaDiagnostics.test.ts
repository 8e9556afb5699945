import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { afterEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { activated, diagnosticsOf, summary, workspaceFile } from '../support';

suite('Lua diagnostics', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  test('shows what is wrong in an opened handler, without any connection', async () => {
    const { document } = await open('broken/handler.lua');
    const found = await diagnosticsOf(document.uri, (all) => all.length >= 4);
    const rules = summary(found).map((line) => line.split(' ')[1]);
    assert.deepEqual([...new Set(rules)].sort(), [
      'no-init-worker',
      'no-timers',
      'priority',
      'version',
    ]);
  });

  test('an opened Lua file loads neither the explorer nor the client', async () => {
    const { document } = await open('broken/handler.lua');
    await diagnosticsOf(document.uri, (all) => all.length > 0);
    const loaded = Object.keys(require.cache).filter((file) => /[\\/]dist[\\/]\w+\.js$/.test(file));
    const bundles = loaded.map((file) => basename(file));
    assert.ok(bundles.includes('lua.js'), bundles.join());
    assert.deepEqual(
      bundles.filter((bundle) => ['tree.js', 'konnect.js', 'commands.js'].includes(bundle)),
      [],
    );
  });

  test('a diagnostic links to the page of its rule', async () => {
    const { document } = await open('broken/handler.lua');
    const found = await diagnosticsOf(document.uri, (all) => all.length > 0);
    const codes = found.map(({ code }) => (typeof code === 'object' ? code.target.toString() : ''));
    assert.ok(
      codes.includes(
        `${vscode.env.uriScheme}://cloud-gateways.kong-cloud-gateways/rule/no-init-worker`,
      ),
      codes.join(),
    );
  });

  test('follows the typing: an edit brings a finding and its undoing takes it away', async () => {
    const editor = await open('clean/handler.lua');
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), 'local t = ngx.timer.at\nt(0, print)\n'),
    );
    const found = await diagnosticsOf(editor.document.uri, (all) => all.length > 0);
    assert.ok(summary(found).some((line) => line.endsWith('no-timers')));
    await vscode.commands.executeCommand('undo');
    assert.deepEqual(await diagnosticsOf(editor.document.uri, (all) => all.length === 0), []);
  });

  test('reports a syntax error at its place and keeps checking the rest', async () => {
    const editor = await open('broken/handler.lua');
    const end = editor.document.lineCount;
    await editor.edit((edit) => edit.insert(new vscode.Position(end, 0), '\nlocal = 1\n'));
    const found = await diagnosticsOf(editor.document.uri, (all) =>
      summary(all).some((line) => line.endsWith('syntax')),
    );
    assert.ok(summary(found).some((line) => line.endsWith('no-init-worker')));
  });

  test('offers the quick fix of a rule, which mends the finding', async () => {
    const { document } = await open('broken/handler.lua');
    const found = await diagnosticsOf(document.uri, (all) =>
      summary(all).some((line) => line.endsWith('no-init-worker')),
    );
    const finding = found.find(
      ({ code }) => typeof code === 'object' && code.value === 'no-init-worker',
    );
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const fix = actions.find(({ title }) => title === 'Delete init_worker');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(fix.edit);
    assert.doesNotMatch(document.getText(), /init_worker/);
    const left = await diagnosticsOf(
      document.uri,
      (all) => !summary(all).some((line) => line.endsWith('no-init-worker')),
    );
    assert.ok(left.length > 0);
  });

  test('nothing flickers while one types: what is wrong elsewhere stays, and only a pause is checked', async () => {
    const editor = await open('broken/handler.lua');
    const { uri } = editor.document;
    await diagnosticsOf(uri, (all) => all.length >= 4);
    const seen: string[][] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (!uris.some((one) => one.toString() === uri.toString())) return;
      const rules = summary(vscode.languages.getDiagnostics(uri)).map((line) => line.split(' ')[1]);
      seen.push(rules.filter((rule) => rule !== undefined));
    });
    const typed = 'local function added(conf)\n  kong.requst.get_header("x"\n';
    for (const character of typed) {
      const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, character));
    }
    await diagnosticsOf(uri, (all) => summary(all).some((line) => line.endsWith(' syntax')));
    listening.dispose();
    assert.ok(
      seen.length < typed.length / 2,
      `${seen.length} changes for ${typed.length} characters`,
    );
    // What is missing may be in the part that cannot be read yet: of that nothing is said meanwhile.
    for (const rules of seen) {
      for (const rule of ['no-init-worker', 'no-timers', 'priority']) {
        assert.ok(rules.includes(rule), rules.join());
      }
    }
  });

  test('a severity setting changes the finding, and off removes it', async () => {
    const { document } = await open('broken/handler.lua');
    await diagnosticsOf(document.uri, (all) => all.length > 0);
    const settings = vscode.workspace.getConfiguration('kongCloudGateways', document.uri);
    await settings.update(
      'plugins.rules',
      { version: 'hint', priority: 'off' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const found = await diagnosticsOf(
        document.uri,
        (all) => !summary(all).some((line) => line.endsWith(' priority')),
      );
      const version = found.find(
        ({ code }) => typeof code === 'object' && code.value === 'version',
      );
      assert.equal(version?.severity, vscode.DiagnosticSeverity.Hint);
    } finally {
      await settings.update('plugins.rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('checks a whole workspace by command', async () => {
    const { services } = await activated();
    assert.equal(await vscode.commands.executeCommand('kongCloudGateways.plugin.check'), true);
    assert.ok(services.diagnostics.findings(workspaceFile('broken/handler.lua')).length > 0);
    assert.deepEqual(services.diagnostics.findings(workspaceFile('clean/handler.lua')), []);
  });
});

async function open(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(path));
  return vscode.window.showTextDocument(document);
}
