// Read-only JSON documents of what Konnect answers for one resource.
import { type CancellationToken, l10n, type TextDocumentContentProvider, Uri } from 'vscode';
import { abortSignal } from '../host/abortSignal';
import type { ActiveClient } from '../host/activeClient';
import { type ApiSource, documentScheme } from '../manifest';

/** The file name is for the editor's tab; geo and path say what to read, also after a reload. */
export function documentUri(name: string, { geo, path }: ApiSource): Uri {
  const fileName = `${name.replace(/[\\/]/g, '_')}.json`;
  return Uri.from({ scheme: documentScheme, authority: geo, path: `/${fileName}`, query: path });
}

export class ResourceDocuments implements TextDocumentContentProvider {
  readonly #client: ActiveClient;

  constructor(client: ActiveClient) {
    this.#client = client;
  }

  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const konnect = await this.#client.get();
    if (!uri.query.startsWith('/v2/'))
      throw new Error(l10n.t('Not an address of Konnect: {0}', uri.query));
    const value = await konnect.read(
      { geo: uri.authority, path: uri.query },
      { signal: abortSignal(token) },
    );
    return `${JSON.stringify(value, undefined, 2)}\n`;
  }
}
