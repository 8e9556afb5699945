// Findings of open plugin files as diagnostics, as you type.
import {
  type Disposable,
  type LogOutputChannel,
  languages,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { DisposableStore } from '../host/disposables';
import type { Settings } from '../host/settings';
import { soon } from '../host/soon';
import type { Finding } from '../lua/finding';
import { Debounce } from './debounce';
import type { LuaServer } from './luaServer';
import type { PluginCheck, PluginChecks } from './pluginChecks';
import { pluginFile, pluginFileKind, pluginFileKinds, pluginFolder } from './pluginFileKind';
import type { Sandboxes } from './sandboxes';
import { toDiagnostic } from './toDiagnostic';

export interface LuaDiagnosticsOptions {
  readonly checks: PluginChecks;
  readonly settings: Settings;
  readonly sandboxes: Sandboxes;
  readonly luaServer: LuaServer;
  readonly log: LogOutputChannel;
  readonly extensionId: string;
}

export class LuaDiagnostics implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #debounce = this.#owned.add(new Debounce(200));
  readonly #collection = this.#owned.add(languages.createDiagnosticCollection('kongCloudGateways'));
  readonly #options: LuaDiagnosticsOptions;
  /** What is behind the diagnostics, by folder. */
  readonly #shown = new Map<string, PluginCheck>();

  constructor(options: LuaDiagnosticsOptions) {
    this.#options = options;
    this.#owned.add(workspace.onDidOpenTextDocument((document) => this.#checkAnew(document)));
    this.#owned.add(workspace.onDidSaveTextDocument((document) => this.#checkAnew(document)));
    this.#owned.add(workspace.onDidCloseTextDocument((document) => this.#closed(document)));
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (pluginFileKind(document.uri))
          this.#debounce.run(folderKey(document), () => this.#check(document));
      }),
    );
    this.#owned.add(
      options.settings.onDidChange((name) => name.startsWith('plugins.') && this.checkOpen()),
    );
    this.#owned.add(options.sandboxes.onDidChange(() => this.checkOpen()));
    this.#owned.add(options.luaServer.onDidChange(() => this.checkOpen()));
    this.#owned.add(soon(() => this.checkOpen()));
  }

  checkOpen(): void {
    for (const document of workspace.textDocuments) this.#check(document);
  }

  findings(file: Uri): readonly Finding[] {
    const kind = pluginFileKind(file);
    return (kind && this.#shown.get(pluginFolder(file).toString())?.[kind]) ?? [];
  }

  /** Of the text as it is now: what is shown may be a moment older. */
  async findingsNow({ uri, version }: TextDocument): Promise<readonly Finding[]> {
    const kind = pluginFileKind(uri);
    if (kind === undefined) return [];
    const folder = pluginFolder(uri);
    const shown = this.#shown.get(folder.toString());
    if (shown?.versions[kind] === version) return shown[kind];
    const check = await this.#options.checks.check(folder);
    return check.versions[kind] === version ? check[kind] : [];
  }

  /** Shows what a check found, whoever asked for it. */
  show(folder: Uri, check: PluginCheck): void {
    this.#shown.set(folder.toString(), check);
    const { luaServer, extensionId } = this.#options;
    for (const kind of pluginFileKinds) {
      const file = pluginFile(folder, kind);
      const ours = check[kind].filter(({ rule }) => !luaServer.shows(rule, file));
      this.#collection.set(
        file,
        ours.map((finding) => toDiagnostic(finding, folder, extensionId)),
      );
    }
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** What else lies in the folder may have changed too. */
  #checkAnew(document: TextDocument): void {
    this.#options.checks.folderChanged(pluginFolder(document.uri));
    this.#check(document);
  }

  #check(document: TextDocument): void {
    if (pluginFileKind(document.uri) === undefined || !isEditable(document.uri)) return;
    void this.#run(pluginFolder(document.uri)).catch((error) =>
      this.#options.log.error('check', error),
    );
  }

  async #run(folder: Uri): Promise<void> {
    const check = await this.#options.checks.check(folder);
    if (openFiles(folder).length > 0 && isCurrent(folder, check)) this.show(folder, check);
  }

  #closed(document: TextDocument): void {
    if (pluginFileKind(document.uri) === undefined) return;
    const folder = pluginFolder(document.uri);
    if (openFiles(folder).length > 0) return;
    this.#shown.delete(folder.toString());
    for (const kind of pluginFileKinds) this.#collection.delete(pluginFile(folder, kind));
  }
}

/** Not the read-only documents of others, such as the old version in a comparison. */
function isEditable({ scheme }: Uri): boolean {
  return workspace.fs.isWritableFileSystem(scheme) === true;
}

function folderKey(document: TextDocument): string {
  return pluginFolder(document.uri).toString();
}

function openFiles(folder: Uri): readonly TextDocument[] {
  return workspace.textDocuments.filter(
    (document) =>
      !document.isClosed &&
      pluginFileKind(document.uri) &&
      folderKey(document) === folder.toString(),
  );
}

/** An edit since the check makes it stale: another check is on its way. */
function isCurrent(folder: Uri, { versions }: PluginCheck): boolean {
  return openFiles(folder).every((document) => {
    const kind = pluginFileKind(document.uri);
    return kind === undefined || versions[kind] === document.version;
  });
}
