// Tells VS Code that plugin files have language features; what gives them is loaded with the first question.
import { CodeActionKind, type Disposable, type DocumentSelector, languages } from 'vscode';
import { fixAllKind } from '../diagnostics/fixAllKind';
import { pluginFileKinds } from '../diagnostics/pluginFileKind';
import { DisposableStore } from '../host/disposables';
import type { Lazy } from '../host/lazy';
import type { PluginLanguage } from './pluginLanguage';

export const pluginFiles: DocumentSelector = pluginFileKinds.map((kind) => ({
  language: 'lua',
  pattern: `**/${kind}.lua`,
}));

export function registerLanguage(language: Lazy<PluginLanguage>): Disposable {
  const owned = new DisposableStore();
  const get = () => language.get();
  owned.add(
    languages.registerCompletionItemProvider(
      pluginFiles,
      {
        provideCompletionItems: async (document, position, token) =>
          (await get()).complete(document, position, token),
      },
      ...['.', ':', '"', "'"],
    ),
  );
  owned.add(
    languages.registerHoverProvider(pluginFiles, {
      provideHover: async (document, position, token) =>
        (await get()).hover(document, position, token),
    }),
  );
  owned.add(
    languages.registerSignatureHelpProvider(
      pluginFiles,
      {
        provideSignatureHelp: async (document, position, token) =>
          (await get()).signature(document, position, token),
      },
      ...['(', ','],
    ),
  );
  owned.add(
    languages.registerDocumentSymbolProvider(
      pluginFiles,
      { provideDocumentSymbols: async (document) => (await get()).symbols(document) },
      { label: 'Kong' },
    ),
  );
  owned.add(
    languages.registerDefinitionProvider(pluginFiles, {
      provideDefinition: async (document, position) => (await get()).definition(document, position),
    }),
  );
  owned.add(
    languages.registerCodeActionsProvider(
      pluginFiles,
      {
        provideCodeActions: async (document, _range, context) =>
          (await get()).quickFixes.actions(document, context),
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    ),
  );
  return owned;
}
