// Read-only documents of a custom plugin's handler and schema: as Konnect holds them now, or as they were kept.
import {
  type CancellationToken,
  EventEmitter,
  l10n,
  type TextDocumentContentProvider,
  type Uri,
  workspace,
} from 'vscode';
import { abortSignal } from '../host/abortSignal';
import type { ActiveClient } from '../host/connection/activeClient';
import type { PluginBackups } from '../host/plugins/pluginBackups';
import {
  type PluginFileName,
  pluginDocumentUri,
  pluginOfUri,
  type RemotePlugin,
} from '../host/plugins/pluginDocumentUri';
import { UserError } from '../host/userError';
import { pluginScheme } from '../manifest';

export class PluginDocuments implements TextDocumentContentProvider {
  readonly #client: ActiveClient;
  readonly #backups: PluginBackups;
  readonly #changed = new EventEmitter<Uri>();
  /** Read by a command, on the way into the editor. */
  readonly #fresh = new Map<string, string>();

  readonly onDidChange = this.#changed.event;

  constructor(client: ActiveClient, backups: PluginBackups) {
    this.#client = client;
    this.#backups = backups;
  }

  /** Takes what a command has just read, and brings documents of it that are open up to date. */
  show(plugin: RemotePlugin, code: Readonly<Record<PluginFileName, string>>): void {
    for (const file of ['handler', 'schema'] as const) {
      const key = keyOf(pluginDocumentUri(plugin, file));
      this.#fresh.set(key, code[file]);
      for (const { uri } of workspace.textDocuments) {
        if (uri.scheme === pluginScheme && keyOf(uri) === key) this.#changed.fire(uri);
      }
    }
  }

  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const key = keyOf(uri);
    const fresh = this.#fresh.get(key);
    this.#fresh.delete(key);
    return fresh ?? this.#read(uri, abortSignal(token));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #read(uri: Uri, signal: AbortSignal): Promise<string> {
    const { controlPlane, plugin, kept } = pluginOfUri(uri);
    const file = fileOf(uri);
    if (kept === undefined) {
      const konnect = await this.#client.get();
      return (await konnect.customPlugins.get(controlPlane, plugin, { signal }))[file];
    }
    const { connection, at } = kept;
    const backups = await this.#backups.list({ connection, controlPlane, plugin });
    const backup = backups.find(({ keptAt }) => keptAt === at);
    if (backup !== undefined) return backup[file];
    throw new UserError(l10n.t('What was kept of {0} is not there any more.', plugin));
  }
}

function fileOf({ path }: Uri): PluginFileName {
  return path.endsWith('/handler.lua') ? 'handler' : 'schema';
}

/** The same text, whatever path it is shown under. */
function keyOf(uri: Uri): string {
  return `${uri.authority} ${fileOf(uri)} ${uri.query}`;
}
