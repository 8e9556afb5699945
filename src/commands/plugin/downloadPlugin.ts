// Write a custom plugin of Konnect into a folder, as two files; never over unsaved or differing ones without a question.
import { l10n, Uri, window, workspace } from 'vscode';
import { type PluginFileKind, pluginFile, pluginFileKinds } from '../../diagnostics/pluginFileKind';
import { Cancelled, type Choice } from '../../host/ask';
import { sentOf } from '../../host/plugins/uploadTargets';
import { UserError } from '../../host/userError';
import type { CustomPlugin } from '../../konnect/client';
import type { CustomPluginTarget } from '../../manifest';
import type { PluginPlace } from '../../plugins/backups';
import type { Services } from '../services';
import { activeKey, pickPlugin, rowPlugin } from './customPluginTarget';
import { compareWithFolder } from './openComparison';

type Needs = Pick<
  Services,
  | 'ask'
  | 'tell'
  | 'client'
  | 'connections'
  | 'settings'
  | 'targets'
  | 'pluginDocuments'
  | 'pluginStates'
>;

export async function downloadPlugin(needs: Needs, target?: CustomPluginTarget): Promise<void> {
  const title = l10n.t('Download Plugin');
  const row = rowPlugin(target);
  const place =
    row === undefined
      ? await pickPlugin(needs, title)
      : { connection: await activeKey(needs), ...row };
  const konnect = await needs.client.get();
  const remote = await needs.tell.progress(
    l10n.t('Reading {0} in {1}', place.plugin, place.controlPlaneName),
    (signal) => konnect.customPlugins.get(place.controlPlane, place.plugin, { signal }),
  );
  needs.pluginStates.seen(place, remote);
  const folder = await pickTarget(needs, title, place);
  const written = await confirmOverwrite(needs, folder, place, remote);
  for (const kind of written) {
    await workspace.fs.writeFile(pluginFile(folder, kind), Buffer.from(remote[kind], 'utf8'));
  }
  await needs.targets.set(folder, { ...place, ...sentOf(remote) });
  await window.showTextDocument(pluginFile(folder, 'handler'));
  needs.tell.info(
    written.length === 0
      ? l10n.t('{0} already is what Konnect holds; nothing was written.', nameOf(folder))
      : l10n.t('Downloaded {0} to {1}.', place.plugin, nameOf(folder)),
  );
}

function nameOf(folder: Uri): string {
  return workspace.asRelativePath(folder, true);
}

/** Folders that it was uploaded from, a new folder in each folder of the workspace, or any other. */
async function pickTarget(needs: Needs, title: string, place: PluginPlace): Promise<Uri> {
  const known = needs.targets
    .foldersOf(place, place.plugin)
    .filter((folder) => workspace.getWorkspaceFolder(folder) !== undefined)
    .map((value): Choice<Uri> => {
      return { label: nameOf(value), description: l10n.t('uploaded from here'), value };
    });
  const seen = new Set(known.map(({ value }) => value.toString()));
  const below = (workspace.workspaceFolders ?? [])
    .map(({ uri }) => Uri.joinPath(uri, folderName(place.plugin)))
    .filter((folder) => !seen.has(folder.toString()))
    .map((value): Choice<Uri> => ({ label: nameOf(value), value }));
  const other: Choice<undefined> = { label: l10n.t('Another Folder…'), value: undefined };
  const choices: Choice<Uri | undefined>[] = [...known, ...below, other];
  const placeHolder = l10n.t('Folder for handler.lua and schema.lua');
  const chosen = await needs.ask.pick<Uri | undefined>(title, placeHolder, choices);
  if (chosen !== undefined) return chosen;
  const [parent] =
    (await window.showOpenDialog({
      title: l10n.t('Folder in which {0} gets a folder of its own', place.plugin),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (parent === undefined) throw new Cancelled();
  return Uri.joinPath(parent, folderName(place.plugin));
}

/** A name out of an answer must not lead anywhere else. */
function folderName(plugin: string): string {
  return plugin.replace(/[^0-9A-Za-z-]/g, '_');
}

/** The files to write: those that differ. */
async function confirmOverwrite(
  needs: Needs,
  folder: Uri,
  place: PluginPlace,
  remote: CustomPlugin,
): Promise<readonly PluginFileKind[]> {
  refuseUnsaved(folder);
  const wanted: PluginFileKind[] = [];
  const replaced: PluginFileKind[] = [];
  for (const kind of pluginFileKinds) {
    const bytes = await bytesOf(pluginFile(folder, kind));
    if (bytes !== undefined && Buffer.from(remote[kind], 'utf8').equals(bytes)) continue;
    wanted.push(kind);
    if (bytes !== undefined) replaced.push(kind);
  }
  if (replaced.length === 0) return wanted;
  const [replace, compare] = [l10n.t('Replace'), l10n.t('Compare')];
  const answer = await needs.ask.choose(
    l10n.t('Replace what is in {0}?', nameOf(folder)),
    l10n.t(
      'Other than in Konnect: {0}. What is there now is not kept.',
      replaced.map((kind) => `${kind}.lua`).join(', '),
    ),
    [replace, compare],
  );
  if (answer === replace) {
    refuseUnsaved(folder);
    return wanted;
  }
  await compareWithFolder(needs, folder, place, remote);
  throw new Cancelled();
}

function refuseUnsaved(folder: Uri): void {
  const files = pluginFileKinds.map((kind) => pluginFile(folder, kind).toString());
  const unsaved = workspace.textDocuments.find(
    ({ isDirty, uri }) => isDirty && files.includes(uri.toString()),
  );
  if (unsaved === undefined) return;
  throw new UserError(
    l10n.t(
      '{0} has changes that are not saved. Save or revert them first; nothing was written.',
      workspace.asRelativePath(unsaved.uri),
    ),
  );
}

async function bytesOf(file: Uri): Promise<Uint8Array | undefined> {
  return Promise.resolve(workspace.fs.readFile(file)).catch(() => undefined);
}
