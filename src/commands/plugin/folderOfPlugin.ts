// The plugin folder that a custom plugin in Konnect belongs to: where it was uploaded from, else the one that is picked.
import { type Uri, workspace } from 'vscode';
import type { PluginPlace } from '../../plugins/backups';
import type { Services } from '../services';
import { chooseAmong, choosePluginFolder, findPluginFolders } from './pickFolder';

type Needs = Pick<Services, 'ask' | 'targets'>;

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
