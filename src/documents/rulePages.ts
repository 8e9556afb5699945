// Opens the help page of a rule: a diagnostic's code links to `vscode://<extension id>/rule/<name>`.
import { commands, l10n, Uri, type UriHandler, window, workspace } from 'vscode';

export class RulePages implements UriHandler {
  readonly #pages: Uri;

  constructor(extensionUri: Uri) {
    this.#pages = Uri.joinPath(extensionUri, 'docs', 'rules');
  }

  async handleUri({ path }: Uri): Promise<void> {
    const rule = /^\/rule\/([a-z0-9-]+)$/.exec(path)?.[1];
    if (rule === undefined) {
      void window.showWarningMessage(l10n.t('This link names no rule: {0}', path));
      return;
    }
    const page = Uri.joinPath(this.#pages, `${rule}.md`);
    const exists = await Promise.resolve(workspace.fs.stat(page)).then(
      () => true,
      () => false,
    );
    if (exists) await commands.executeCommand('markdown.showPreview', page);
    else void window.showWarningMessage(l10n.t('There is no rule {0}.', rule));
  }
}
