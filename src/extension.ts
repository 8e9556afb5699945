// The composition root: starts the parts, registers them once, and disposes of them together.
import * as vscode from 'vscode';
import type { Services } from './commands/services';
import { createServices } from './createServices';
import { PluginStatus } from './diagnostics/pluginStatus';
import { TrustPolicyFixes } from './diagnostics/trustPolicyFixes';
import { noteRows } from './documents/notedRows';
import { PluginDecorations } from './documents/pluginDecorations';
import { PluginRowMarks } from './documents/pluginRowMarks';
import { RulePages } from './documents/rulePages';
import { shortWords, standingWords, stateIcons } from './documents/stateWords';
import type { Dialogs } from './host/ask';
import { DisposableStore } from './host/disposables';
import { Lazy } from './host/lazy';
import { registerCommands } from './host/registerCommands';
import { guarded } from './host/runCommand';
import { soon } from './host/soon';
import { registerLanguage } from './language/registerLanguage';
import {
  documentScheme,
  instanceScheme,
  instanceTextScheme,
  panelViewType,
  pluginScheme,
  reportScheme,
} from './manifest';

/** What a test run gets hold of: the parts, and the dialogs that it answers itself. */
export interface TestAccess {
  readonly services: Services;
  readonly dialogs: Dialogs;
  /** As at the end of the session. */
  readonly dispose: () => void;
}

export function activate(context: vscode.ExtensionContext): TestAccess | undefined {
  const owned = new DisposableStore();
  context.subscriptions.push(owned);
  const dialogs: Dialogs = { ...pickDialogs(vscode.window) };
  const services = createServices(context, owned, dialogs);
  const table = new Lazy(async () => {
    const { commandTable } = await import('./commands/commandTable');
    return commandTable(services);
  });
  owned.add(registerCommands(() => table.get(), services));
  registerProviders(context, owned, services);
  owned.add(soon(() => void takeUpOpenWork(services)));
  if (context.extensionMode !== vscode.ExtensionMode.Test) return undefined;
  return { services, dialogs, dispose: () => owned.dispose() };
}

/** Of before a reload; most windows have none, and then nothing is loaded for it. */
async function takeUpOpenWork(services: Services): Promise<void> {
  if (services.openWork.isNone) return;
  const { takeUp } = await import('./commands/commandTable');
  await guarded(services, 'takeUp', () => takeUp(services));
}

function registerProviders(
  context: vscode.ExtensionContext,
  owned: DisposableStore,
  services: Services,
): void {
  const { documents, reports, language, trustPolicies, panels, pluginDocuments } = services;
  const { workspace } = vscode;
  owned.add(workspace.registerTextDocumentContentProvider(documentScheme, documents));
  owned.add(workspace.registerTextDocumentContentProvider(reportScheme, reports));
  const { instanceFiles, instanceTexts } = services;
  owned.add(
    workspace.registerFileSystemProvider(instanceScheme, instanceFiles, { isCaseSensitive: true }),
  );
  owned.add(workspace.registerTextDocumentContentProvider(instanceTextScheme, instanceTexts));
  owned.add(workspace.registerTextDocumentContentProvider(pluginScheme, pluginDocuments));
  showPluginStates(owned, services);
  owned.add(vscode.window.registerUriHandler(new RulePages(context.extensionUri)));
  owned.add(registerLanguage(language));
  owned.add(
    vscode.languages.registerCodeActionsProvider(
      TrustPolicyFixes.languages,
      new TrustPolicyFixes(trustPolicies),
      { providedCodeActionKinds: TrustPolicyFixes.kinds },
    ),
  );
  owned.add(
    vscode.window.registerWebviewPanelSerializer(panelViewType, {
      deserializeWebviewPanel: async (panel, state) => (await panels.get()).restore(panel, state),
    }),
  );
}

/** In the file explorer, the status bar and the rows of custom plugins. */
function showPluginStates(
  owned: DisposableStore,
  { pluginStates: states, connections, explorer }: Services,
): void {
  owned.add(new PluginDecorations(states));
  owned.add(new PluginRowMarks(states, (plugin, words) => explorer.mark(plugin, words)));
  const words = { short: shortWords, line: standingWords, icons: stateIcons };
  owned.add(new PluginStatus({ states, connections, words }));
  owned.add(explorer.onDidLoad((rows) => void noteRows(states, connections, rows)));
}

function pickDialogs(dialogs: Dialogs): Dialogs {
  const { showInputBox, showQuickPick, showWarningMessage } = dialogs;
  const { createQuickPick, createInputBox, showSaveDialog, showOpenDialog } = dialogs;
  return {
    showInputBox,
    showQuickPick,
    showWarningMessage,
    createQuickPick,
    createInputBox,
    showSaveDialog,
    showOpenDialog,
  };
}
