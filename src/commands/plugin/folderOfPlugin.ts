// What a plugin folder and a custom plugin in Konnect have to do with each other; asked about where it is not clear.
import { l10n, type Uri, workspace } from 'vscode';
import { shortWords } from '../../documents/stateWords';
import type { UploadTarget } from '../../host/plugins/uploadTargets';
import type { PluginPlace } from '../../plugins/backups';
import type { Services } from '../services';
import { chooseAmong, choosePluginFolder, findPluginFolders } from './pickFolder';

type Needs = Pick<Services, 'ask' | 'targets'>;

/** Of several control planes that the folder was uploaded to, the one that is meant. */
export async function targetOfFolder(
  { ask, pluginStates }: Pick<Services, 'ask' | 'pluginStates'>,
  title: string,
  folder: Uri,
): Promise<UploadTarget | undefined> {
  const standings = await pluginStates.of(folder);
  const [only] = standings;
  if (only === undefined || standings.length === 1) return only?.target;
  const choices = standings.map(({ target, state }) => ({
    label: target.controlPlaneName,
    description: `${target.controlPlane.geo} · ${shortWords(state)}`,
    value: target,
  }));
  return ask.pick(title, l10n.t('Control plane'), choices);
}

export async function folderOfPlugin(
  needs: Needs,
  title: string,
  { connection, controlPlane, plugin }: PluginPlace,
): Promise<Uri> {
  const there = new Set((await findPluginFolders()).map((folder) => folder.toString()));
  const known = needs.targets
    .foldersOf({ connection, controlPlane }, plugin)
    .filter((folder) => there.has(folder.toString()) && workspace.getWorkspaceFolder(folder));
  const [only] = known;
  if (only === undefined) return choosePluginFolder(needs, title);
  return known.length === 1 ? only : chooseAmong(needs, title, known);
}
