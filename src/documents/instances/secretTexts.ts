// Stored secrets in a read-only document of their own: in memory only, and only until it is closed.
import { type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { Masked } from '../../instances/masks';
import { instanceTextScheme } from '../../manifest';

export class SecretTexts {
  readonly #texts = new Map<string, string>();
  readonly #listening: Disposable;
  #shown = 0;

  constructor() {
    this.#listening = workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === instanceTextScheme) this.#texts.delete(uri.path);
    });
  }

  async show(secrets: Masked['secrets']): Promise<void> {
    this.#shown += 1;
    const name = l10n.t('Stored secrets');
    const uri = Uri.from({ scheme: instanceTextScheme, path: `/${this.#shown}/${name}.txt` });
    const lines = secrets.map(
      ({ path, text }, index) => `${index + 1}  ${path.join('.')}\n${text}\n`,
    );
    this.#texts.set(uri.path, lines.join('\n'));
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  text({ path }: Uri): string {
    return this.#texts.get(path) ?? `${l10n.t('They are shown no longer.')}\n`;
  }

  dispose(): void {
    this.#listening.dispose();
    this.#texts.clear();
  }
}
