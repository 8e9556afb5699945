import assert from 'node:assert/strict';
import { afterEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { activated, diagnosticsOf, summary, until, workspaceFile } from '../support';

suite('language features of plugin files', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  test('completes the plugin development kit while a statement is being typed', async () => {
    const { document, position } = await type('greeter/handler.lua', 'function Plugin:log', 'req.');
    const item = itemOf(await completions(document, position, '.'), 'get_header');
    assert.deepEqual(
      { label: item.label, tags: item.tags, command: item.command?.command },
      {
        label: {
          label: 'get_header',
          detail: '(name: string): string|nil',
        },
        tags: undefined,
        command: 'editor.action.triggerParameterHints',
      },
    );
  });

  test('strikes through what cannot be used in the phase, and says why', async () => {
    const { document, position } = await type(
      'greeter/handler.lua',
      'function Plugin:log',
      'kong.response.',
    );
    const item = itemOf(await completions(document, position, '.'), 'exit');
    assert.deepEqual(item.tags, [vscode.CompletionItemTag.Deprecated]);
    assert.match(textOf(item.documentation), /^\$\(warning\) Not in log, only in rewrite, access/);
  });

  test('completes fields of the configuration as the open schema has them', async () => {
    const schema = await open('greeter/schema.lua');
    const at = schema.document.positionAt(schema.document.getText().indexOf('{ url'));
    await schema.edit((edit) => edit.insert(at, '{ fresh = { type = "integer" } },\n          '));
    const { document, position } = await type(
      'greeter/handler.lua',
      'function Plugin:log',
      'kong.log(conf.',
    );
    const labels = (await completions(document, position, '.')).items.map(({ label }) =>
      typeof label === 'string' ? label : `${label.label}: ${label.description}`,
    );
    assert.deepEqual(labels, ['fresh: integer', 'retry: record', 'url: string']);
    await vscode.window.showTextDocument(schema.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('tells in a hover what a function does and where it may be called', async () => {
    const { document } = await open('reader/handler.lua');
    const text = await hover(document, 'get_header');
    assert.match(text, /function kong\.request\.get_header\(name: string\): string\|nil/);
    assert.match(text, /Phases: `rewrite`, `access`/);
  });

  test('shows the parameters of the call around the cursor', async () => {
    const { document, position } = await type(
      'greeter/handler.lua',
      'function Plugin:log',
      'kong.response.exit(200, ',
    );
    const help = await vscode.commands.executeCommand<vscode.SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      position,
      '(',
    );
    assert.equal(help.activeParameter, 1);
    assert.match(help.signatures[0]?.label ?? '', /^kong\.response\.exit\(status: number, body\?/);
  });

  test('lists phases and helpers, and the fields of the schema, as symbols', async () => {
    const handler = await open('reader/handler.lua');
    assert.deepEqual(await symbols(handler.document), [
      'Constant PRIORITY',
      'Constant VERSION',
      'Function refuse',
      'Event access',
    ]);
    const schema = await open('reader/schema.lua');
    assert.deepEqual(await symbols(schema.document), [
      'Struct config',
      '  Field url',
      '  Struct retry',
      '    Field count',
    ]);
  });

  test('goes from a field of the configuration to its declaration', async () => {
    const { document } = await open('reader/handler.lua');
    const position = document.positionAt(document.getText().indexOf('count'));
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    assert.ok(link);
    const target = await vscode.workspace.openTextDocument(link.targetUri);
    assert.ok(target.uri.path.endsWith('/reader/schema.lua'));
    assert.equal(target.getText(link.targetRange), 'count');
  });

  test('fixes all that is sure, when the file is saved', async () => {
    const editor = await open('faulty/handler.lua');
    const before = editor.document.getText();
    const settings = vscode.workspace.getConfiguration('editor', editor.document.uri);
    const onSave = { 'source.fixAll.kongCloudGateways': 'explicit' };
    await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Workspace);
    try {
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '-- edited\n'));
      // Early in a session VS Code may give a save up in the middle; it is dirty then, and is saved again.
      await until(() => editor.document.save());
      assert.equal(
        editor.document.getText(),
        `-- edited\n${before.replace('Plugin.access', 'Plugin:access').replace('    kong.response:exit', '    return kong.response.exit')}`,
      );
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('switches a rule off by a comment above the line', async () => {
    const { document } = await open('faulty/handler.lua');
    const found = await diagnosticsOf(document.uri, (all) => has(all, 'no-timers'));
    const finding = found.find(
      ({ code }) => typeof code === 'object' && code.value === 'no-timers',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding?.range,
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Disable no-timers for this file'), titles.join());
    const edit = actions.find(({ title }) => title === 'Disable no-timers for this line')?.edit;
    assert.ok(edit, titles.join());
    await vscode.workspace.applyEdit(edit);
    await diagnosticsOf(document.uri, (all) => !has(all, 'no-timers'));
    assert.match(document.getText(), /\n {2}-- kong-disable-next-line no-timers\n {2}ngx\.timer/);
  });

  test('completions on a handler of 100 KB come while one types', async () => {
    const editor = await open('greeter/handler.lua');
    const helper =
      'local function helper%(conf)\n  if conf.url then kong.log.debug("at ", conf.url) end\nend\n';
    let filler = '';
    for (let at = 0; filler.length < 100_000; at += 1) filler += helper.replace('%', String(at));
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), filler));
    const { document, position } = await type(
      'greeter/handler.lua',
      'function Plugin:log',
      'kong.router.',
    );
    const labels = (await completions(document, position, '.')).items.map(({ label }) =>
      typeof label === 'string' ? label : label.label,
    );
    assert.deepEqual(labels, ['get_route', 'get_service']);
  });

  test('without a Lua language server, says what is missing for definitions', async () => {
    const { services } = await activated();
    const { definitions } = await services.language.get();
    await assert.rejects(() => definitions.add(), { name: 'UserError', message: /sumneko\.lua/ });
  });
});

async function open(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(path));
  return vscode.window.showTextDocument(document);
}

/** Writes an unfinished method in front of the `return` that ends the file; the cursor is at its end. */
async function type(path: string, head: string, body: string) {
  const { document, edit } = await open(path);
  const at = document.positionAt(document.getText().lastIndexOf('return Plugin'));
  await edit((change) => change.insert(at, `${head}(conf)\n  ${body}\nend\n\n`));
  const offset = document.getText().lastIndexOf(`${body}\nend`) + body.length;
  return { document, position: document.positionAt(offset) };
}

function completions(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
  trigger: string,
): Thenable<vscode.CompletionList> {
  return vscode.commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    trigger,
  );
}

function itemOf({ items }: vscode.CompletionList, name: string): vscode.CompletionItem {
  const nameOf = ({ label }: vscode.CompletionItem) =>
    typeof label === 'string' ? label : label.label;
  const found = items.find((item) => nameOf(item) === name);
  assert.ok(found, items.map(nameOf).join(', '));
  return found;
}

async function hover(document: vscode.TextDocument, word: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(word) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
}

function textOf(content: vscode.MarkdownString | vscode.MarkedString | undefined): string {
  return typeof content === 'string' ? content : (content?.value ?? '');
}

async function symbols({ uri }: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  const lines = (all: readonly vscode.DocumentSymbol[], depth: number): string[] =>
    all.flatMap(({ kind, name, children }) => [
      `${'  '.repeat(depth)}${vscode.SymbolKind[kind]} ${name}`,
      ...lines(children, depth + 1),
    ]);
  return lines(found, 0);
}

function has(all: readonly vscode.Diagnostic[], rule: string): boolean {
  return summary(all).some((line) => line.endsWith(` ${rule}`));
}
