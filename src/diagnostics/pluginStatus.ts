// The status bar entry of an open plugin file: how its folder stands against Konnect; a click shows what can be done.
import {
  type Disposable,
  l10n,
  StatusBarAlignment,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Connections } from '../host/connection/connections';
import { DisposableStore } from '../host/disposables';
import type { PluginStates, Standing } from '../host/plugins/pluginStates';
import { soon } from '../host/soon';
import type { FolderState } from '../plugins/folderState';
import { pluginFileKind, pluginFolder } from './pluginFileKind';

export interface PluginStatusOptions {
  readonly states: PluginStates;
  readonly connections: Connections;
  /** A state in few words, one line for a control plane, and the name of an icon. */
  readonly words: {
    readonly short: (state: FolderState) => string;
    readonly line: (standing: Standing) => string;
    readonly icons: Readonly<Record<FolderState, string>>;
  };
}

export class PluginStatus implements Disposable {
  readonly #owned = new DisposableStore();
  readonly #options: PluginStatusOptions;
  readonly #item = this.#owned.add(
    window.createStatusBarItem('kongCloudGateways.plugin', StatusBarAlignment.Left, -1),
  );
  #folder: Uri | undefined;

  constructor(options: PluginStatusOptions) {
    this.#options = options;
    this.#item.name = l10n.t('Kong plugin in Konnect');
    this.#item.command = 'kongCloudGateways.plugin.showState';
    this.#owned.add(window.onDidChangeActiveTextEditor((editor) => this.#opened(editor)));
    this.#owned.add(options.states.onDidChange((folder) => this.#changed(folder)));
    this.#owned.add(soon(() => this.#opened(window.activeTextEditor)));
  }

  /** What it says now; empty while it is hidden. */
  get text(): string {
    return this.#folder === undefined ? '' : this.#item.text;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #opened(editor: TextEditor | undefined): void {
    const file = editor?.document.uri;
    const isPlugin =
      file !== undefined &&
      pluginFileKind(file) !== undefined &&
      workspace.fs.isWritableFileSystem(file.scheme) === true;
    this.#folder = isPlugin ? pluginFolder(file) : undefined;
    if (this.#folder !== undefined) void this.#options.states.look(this.#folder).catch(() => {});
    void this.#show();
  }

  #changed(folder: Uri | undefined): void {
    const shown = this.#folder?.toString();
    if (folder === undefined || folder.toString() === shown) void this.#show();
  }

  async #show(): Promise<void> {
    const folder = this.#folder;
    const { states, connections, words } = this.#options;
    const isConnected = folder !== undefined && (await connections.active()) !== undefined;
    const standings = folder && isConnected ? await states.of(folder) : [];
    // Another editor may be in front by now.
    if (folder !== this.#folder) return;
    if (!isConnected) {
      this.#item.hide();
      return;
    }
    const { icon, text } = this.#words(standings);
    const lines = standings.map(words.line);
    if (lines.length === 0) {
      lines.push(l10n.t('This plugin has not been uploaded over this connection.'));
    }
    this.#item.text = `$(${icon}) ${text}`;
    this.#item.tooltip = [...lines, l10n.t('Click for what can be done.')].join('\n');
    this.#item.accessibilityInformation = { label: l10n.t('Kong plugin: {0}', lines.join(', ')) };
    this.#item.show();
  }

  /** Of several control planes, the latest. */
  #words([first, ...others]: readonly Standing[]): { icon: string; text: string } {
    const { words } = this.#options;
    if (first === undefined)
      return { icon: words.icons.notUploaded, text: l10n.t('Plugin: not uploaded') };
    const more = others.length > 0 ? ` +${others.length}` : '';
    const text = `${first.target.controlPlaneName}${more}: ${words.short(first.state)}`;
    return { icon: words.icons[first.state], text };
  }
}
