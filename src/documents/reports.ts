// Read-only Markdown documents that a command has written, shown as a page to read.
import { commands, EventEmitter, l10n, type TextDocumentContentProvider, Uri } from 'vscode';
import { reportScheme } from '../manifest';

export class Reports implements TextDocumentContentProvider {
  readonly #changed = new EventEmitter<Uri>();
  readonly #texts = new Map<string, string>();

  readonly onDidChange = this.#changed.event;

  /** A report of the same name takes the place of the one before. */
  async show(name: string, text: string): Promise<void> {
    const uri = Uri.from({ scheme: reportScheme, path: `/${name}.md` });
    this.#texts.set(uri.path, text);
    this.#changed.fire(uri);
    await commands.executeCommand('markdown.showPreview', uri);
  }

  /** Reports do not outlive their window: what they say was true at a moment. */
  provideTextDocumentContent({ path }: Uri): string {
    return this.#texts.get(path) ?? `${l10n.t('This report is gone. Run its command again.')}\n`;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
