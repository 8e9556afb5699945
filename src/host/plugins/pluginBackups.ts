// The backups of custom plugins in the extension's own storage, which all windows share.
import { l10n, Uri } from 'vscode';
import {
  Backups,
  type PluginBackup,
  type PluginCode,
  type PluginPlace,
} from '../../plugins/backups';
import { showLog } from '../runCommand';
import { UserError } from '../userError';
import { backupFiles } from './backupFiles';

export class PluginBackups {
  readonly #backups: Backups;

  /** @param storage `context.globalStorageUri` */
  constructor(storage: Uri) {
    const root = Uri.joinPath(storage, 'pluginBackups').fsPath;
    this.#backups = new Backups({ files: backupFiles(root), now: () => Date.now() });
  }

  /**
   * To be awaited before the request that replaces or deletes `code` in Konnect is sent.
   *
   * @throws UserError when the code cannot be kept: then nothing must be sent
   */
  async keep(place: PluginPlace, code: PluginCode, reason: PluginBackup['reason']): Promise<void> {
    await this.#backups.keep(place, code, reason).catch((error: unknown) => {
      throw new UserError(
        l10n.t(
          'Nothing was changed in Konnect: the code that {0} has there now could not be kept on this machine first ({1}).',
          place.plugin,
          error instanceof Error ? error.message : String(error),
        ),
        showLog(),
      );
    });
  }

  /** What was kept of one plugin, newest first. */
  list(place: Omit<PluginPlace, 'controlPlaneName'>): Promise<readonly PluginBackup[]> {
    return this.#backups.list(place);
  }

  /** The newest of every plugin that was kept over this connection, also of those that are gone from Konnect. */
  latest(connection: string): Promise<readonly PluginBackup[]> {
    return this.#backups.latest(connection);
  }
}
