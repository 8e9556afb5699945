// Marks plugin folders and their files that were uploaded: in sync, changed here, changed in Konnect, or both.
import {
  type Disposable,
  EventEmitter,
  FileDecoration,
  type FileDecorationProvider,
  l10n,
  Uri,
  window,
} from 'vscode';
import { pluginOfUri, pluginUri } from '../host/plugins/pluginDocumentUri';
import type { PluginStates, Standing } from '../host/plugins/pluginStates';
import { pluginScheme } from '../manifest';
import { handlerName, schemaName } from '../plugins/pluginPackage';
import { badges, colorOf, standingWords, worstOf } from './stateWords';

const fileNames = ['handler', 'schema'] as const;

export class PluginDecorations implements FileDecorationProvider, Disposable {
  readonly #states: PluginStates;
  readonly #changed = new EventEmitter<Uri[] | undefined>();
  readonly #registered: Disposable[];

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(states: PluginStates) {
    this.#states = states;
    this.#registered = [
      this.#changed,
      states.onDidChange((folder) => void this.#mark(folder)),
      window.registerFileDecorationProvider(this),
    ];
  }

  async provideFileDecoration(uri: Uri): Promise<FileDecoration | undefined> {
    const standings = await this.#standings(uri);
    const state = worstOf(standings);
    if (state === undefined || state === 'notUploaded') return undefined;
    const tooltip = [l10n.t('Kong Konnect'), ...standings.map(standingWords)].join('\n');
    return new FileDecoration(badges[state], tooltip, colorOf(state));
  }

  dispose(): void {
    for (const one of this.#registered) one.dispose();
  }

  async #standings(uri: Uri): Promise<readonly Standing[]> {
    const file = fileNames.find((name) => uri.path.endsWith(`/${name}.lua`));
    if (uri.scheme === pluginScheme)
      return file === undefined ? this.#states.ofPlugin(pluginOfUri(uri)) : [];
    if (file === undefined) return this.#states.of(uri);
    const standings = await this.#states.of(Uri.joinPath(uri, '..'));
    return standings.map((standing) => ({ ...standing, state: standing.files[file] }));
  }

  /** The folder, its files, and the rows of the plugin in the explorer. */
  async #mark(folder: Uri | undefined): Promise<void> {
    const standings = folder === undefined ? [] : await this.#states.of(folder);
    const rows = standings.map(({ target }) => pluginUri(target));
    const files = [handlerName, schemaName].map((name) => folder && Uri.joinPath(folder, name));
    const all = [folder, ...files, ...rows].filter((uri) => uri !== undefined);
    this.#changed.fire(folder === undefined ? undefined : all);
  }
}
