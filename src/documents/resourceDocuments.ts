// Read-only JSON documents of what Konnect answers for one resource.
import {
  type CancellationToken,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
} from 'vscode';
import { abortSignal } from '../host/abortSignal';
import type { ActiveClient } from '../host/connection/activeClient';
import { type ApiSource, documentScheme } from '../manifest';

/** The file name is for the editor's tab; geo and path say what to read, also after a reload. */
export function documentUri(name: string, { geo, path }: ApiSource): Uri {
  const fileName = `${name.replace(/[\\/]/g, '_')}.json`;
  return Uri.from({ scheme: documentScheme, authority: geo, path: `/${fileName}`, query: path });
}

export class ResourceDocuments implements TextDocumentContentProvider {
  readonly #client: ActiveClient;
  readonly #changed = new EventEmitter<Uri>();
  /** Read by a command, on the way into the editor. */
  readonly #fresh = new Map<string, string>();

  readonly onDidChange = this.#changed.event;

  constructor(client: ActiveClient) {
    this.#client = client;
  }

  /** Reads the resource anew, and brings a document of it that is open up to date. */
  async refresh(uri: Uri, signal: AbortSignal): Promise<void> {
    this.#fresh.set(uri.toString(), await this.#read(uri, signal));
    this.#changed.fire(uri);
  }

  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const key = uri.toString();
    const fresh = this.#fresh.get(key);
    this.#fresh.delete(key);
    return fresh ?? this.#read(uri, abortSignal(token));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #read(uri: Uri, signal: AbortSignal): Promise<string> {
    const konnect = await this.#client.get();
    const value = await konnect.read({ geo: uri.authority, path: uri.query }, { signal });
    return `${JSON.stringify(value, undefined, 2)}\n`;
  }
}
