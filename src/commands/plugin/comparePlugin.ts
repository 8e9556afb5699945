// Compare a plugin folder with what Konnect holds of it.
import { l10n, type Uri } from 'vscode';
import { execute } from '../../host/runCommand';
import { UserError } from '../../host/userError';
import type { CustomPluginTarget, FileTarget } from '../../manifest';
import { readRemote } from '../../operations/plugin/restorePlugin';
import type { PluginPlace } from '../../plugins/backups';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';
import { activeKey, rowPlugin } from './customPluginTarget';
import { folderOfPlugin, targetOfFolder } from './folderOfPlugin';
import { compareWithFolder } from './openComparison';
import { pickPluginFolder } from './pickFolder';
import { uriOf } from './target';

type Needs = Pick<
  Services,
  | 'ask'
  | 'tell'
  | 'client'
  | 'connections'
  | 'settings'
  | 'targets'
  | 'checks'
  | 'pluginDocuments'
  | 'pluginStates'
>;

export async function comparePlugin(
  needs: Needs,
  target?: FileTarget | CustomPluginTarget,
): Promise<void> {
  const title = l10n.t('Compare Plugin with Konnect');
  const { folder, place } = await whatToCompare(needs, title, target);
  const { plugin, controlPlane, controlPlaneName } = place;
  const konnect = await needs.client.get();
  const remote = await needs.tell.progress(
    l10n.t('Reading {0} in {1}', plugin, controlPlaneName),
    (signal) => readRemote(konnect, controlPlane, plugin, signal),
  );
  needs.pluginStates.seen(place, remote);
  if (remote === undefined) {
    throw new UserError(
      l10n.t(
        '{0} has no custom plugin {1}: there is nothing to compare with.',
        controlPlaneName,
        plugin,
      ),
      { title: l10n.t('Upload…'), run: () => execute('kongCloudGateways.plugin.upload', folder) },
    );
  }
  await compareWithFolder(needs, folder, place, remote);
}

async function whatToCompare(
  needs: Needs,
  title: string,
  target: FileTarget | CustomPluginTarget | undefined,
): Promise<{ folder: Uri; place: PluginPlace }> {
  const connection = await activeKey(needs);
  const row = rowPlugin(target);
  if (row !== undefined) {
    const place = { connection, ...row };
    return { folder: await folderOfPlugin(needs, title, place), place };
  }
  const folder = await pickPluginFolder(needs, title, uriOf(target));
  const known = await targetOfFolder(needs, title, folder);
  if (known !== undefined) return { folder, place: known };
  const { name } = await needs.checks.check(folder);
  if (name === undefined) {
    throw new UserError(
      l10n.t('schema.lua gives no name, so there is nothing to look for in Konnect.'),
    );
  }
  const { geo, id, name: controlPlaneName } = await pickControlPlane(needs, title);
  return {
    folder,
    place: { connection, controlPlane: { geo, id }, controlPlaneName, plugin: name },
  };
}
