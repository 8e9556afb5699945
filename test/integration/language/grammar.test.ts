// The grammars on top of VS Code's own for Lua, tokenized as the editor does it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { extensionId } from '../support';

let grammar: IGrammar;

suite('grammars', () => {
  before(async () => {
    grammar = await luaGrammar();
  });

  test('marks phases where they are defined, and nowhere else', () => {
    assert.deepEqual(marked('function Plugin:access(conf)', 'phase'), ['access']);
    assert.deepEqual(marked('function Plugin.log(self, conf)', 'phase'), ['log']);
    assert.deepEqual(marked('Plugin.header_filter = function(self, conf)', 'phase'), [
      'header_filter',
    ]);
    assert.deepEqual(marked('return { access = function(self) end, rewrite = run }', 'phase'), [
      'access',
    ]);
    for (const line of [
      'kong.log("access")',
      'logger:access(conf)',
      'function Plugin:accessory(conf)',
      'function access(conf)',
      'local log = function() end',
      'function Plugin:other(access, log)',
      '-- function Plugin:access(conf)',
    ]) {
      assert.deepEqual(marked(line, 'phase'), [], line);
    }
  });

  test('marks calls of the plugin development kit, in every form', () => {
    assert.deepEqual(marked('kong.response.exit(403)', 'function.pdk'), ['exit']);
    assert.deepEqual(marked('kong.response.exit(403)', 'class.pdk'), ['kong', '.response']);
    assert.deepEqual(marked('kong.log "text"', 'function.pdk'), ['log']);
    assert.deepEqual(marked('kong.log { 1 }', 'function.pdk'), ['log']);
    assert.deepEqual(marked('kong.tracing:set_should_sample(true)', 'function.pdk'), [
      'set_should_sample',
    ]);
    assert.deepEqual(marked('local r = kong.request', 'class.pdk'), ['kong']);
    assert.deepEqual(marked('kong.ctx.plugin.start = 1', 'class.pdk'), ['kong.ctx.plugin']);
    for (const line of [
      'king.kong.log(1)',
      'mykong.log(1)',
      '"kong.log(1)"',
      '-- kong.log(1)',
      'kong = 1',
    ]) {
      assert.deepEqual(marked(line, 'pdk'), [], line);
    }
  });

  test('leaves the parameters and the rest of the line to Lua', () => {
    assert.deepEqual(marked('function Plugin:access(conf)', 'variable.parameter.function.lua'), [
      'conf',
    ]);
    assert.deepEqual(marked('kong.log("a", 1)', 'constant.numeric'), ['1']);
  });

  test('marks the parts of vault references, in all kinds of strings', () => {
    const reference = '{vault://env/my-secret/key?ttl=60}';
    const parts = ['{', 'vault://', 'env', '/my-secret/key', '?ttl=60', '}'];
    for (const line of [`x = "${reference}"`, `x = '${reference}'`, `x = [[${reference}]]`]) {
      assert.deepEqual(marked(line, 'reference.vault'), parts, line);
    }
    assert.deepEqual(marked('x = "{vault://env/a}"', 'constant.other.reference.vault'), ['/a']);
    for (const line of [
      'x = "{vault://}"',
      'x = "vault://env/a"',
      '-- {vault://env/a}',
      'x = "{vault://env/a"',
    ]) {
      assert.deepEqual(marked(line, 'reference.vault'), [], line);
    }
  });
});

/** The pieces of a line that have a scope with this text in its name. */
function marked(line: string, scope: string): string[] {
  return grammar
    .tokenizeLine(line, INITIAL)
    .tokens.filter(({ scopes }) => scopes.some((name) => name.includes(scope)))
    .map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex));
}

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

async function luaGrammar(): Promise<IGrammar> {
  const files = new Map<string, string>();
  const injections: string[] = [];
  for (const id of ['vscode.lua', extensionId]) {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, id);
    const grammars: readonly GrammarContribution[] = extension.packageJSON.contributes.grammars;
    for (const { scopeName, path, injectTo } of grammars) {
      files.set(scopeName, join(extension.extensionPath, path));
      if (injectTo?.includes('source.lua')) injections.push(scopeName);
    }
  }
  const wasm = createRequire(join(process.env.INTEGRATION_TESTS ?? '', 'x.js')).resolve(
    'vscode-oniguruma/release/onig.wasm',
  );
  await loadWASM(await readFile(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scopeName) => {
      const file = files.get(scopeName);
      return file === undefined ? null : parseRawGrammar(await readFile(file, 'utf8'), file);
    },
    getInjections: (scopeName) => (scopeName === 'source.lua' ? injections : []),
  });
  const loaded = await registry.loadGrammar('source.lua');
  assert.ok(loaded);
  return loaded;
}
