// Says in the explorer's rows of custom plugins how their folders stand. What it tells was read for something else: it asks Konnect nothing.
import type { Disposable, Uri } from 'vscode';
import { pluginOfUri, pluginUri } from '../host/plugins/pluginDocumentUri';
import type { PluginStates } from '../host/plugins/pluginStates';
import { shortWords, worstOf } from './stateWords';

export class PluginRowMarks implements Disposable {
  readonly #states: PluginStates;
  readonly #mark: (plugin: Uri, words: string | undefined) => void;
  readonly #known = new Map<string, Uri>();
  readonly #listening: Disposable;
  /** One after the other, so that the latest is what stays. */
  #following: Promise<void> = Promise.resolve();

  constructor(states: PluginStates, mark: (plugin: Uri, words: string | undefined) => void) {
    this.#states = states;
    this.#mark = mark;
    this.#listening = states.onDidChange((folder) => {
      // A look that fails leaves the marks as they are, and does not keep the next one from being taken.
      this.#following = this.#following.then(() => this.#follow(folder)).catch(() => {});
    });
  }

  dispose(): void {
    this.#listening.dispose();
  }

  async #follow(folder: Uri | undefined): Promise<void> {
    const standings = folder === undefined ? [] : await this.#states.of(folder);
    for (const { target } of standings) {
      const uri = pluginUri(target);
      this.#known.set(uri.toString(), uri);
    }
    // A folder may stand no more where it stood, or the connection may be another one.
    for (const uri of this.#known.values()) {
      const state = worstOf(await this.#states.ofPlugin(pluginOfUri(uri)));
      this.#mark(uri, state && shortWords(state));
    }
  }
}
