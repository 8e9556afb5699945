// Above a document with stored secrets: the way to see them.
import { CodeLens, type CodeLensProvider, l10n, Range, type TextDocument, type Uri } from 'vscode';
import type { CommandId } from '../../manifest';

const reveal: CommandId = 'kongCloudGateways.plugin.revealSecrets';

export class SecretsLens implements CodeLensProvider {
  readonly #count: (uri: Uri) => number;

  constructor(count: (uri: Uri) => number) {
    this.#count = count;
  }

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    const count = this.#count(uri);
    if (count === 0) return [];
    const title = l10n.t('$(eye) Show stored secrets ({0})…', count);
    return [new CodeLens(new Range(0, 0, 0, 0), { title, command: reveal, arguments: [uri] })];
  }
}
