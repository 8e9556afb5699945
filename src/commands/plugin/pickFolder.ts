// Which plugin folder a command means: the given file or folder, the active editor, or one of the workspace.
import { l10n, type Uri, window, workspace } from 'vscode';
import { pluginFile, pluginFileKind, pluginFolder } from '../../diagnostics/pluginFileKind';
import { UserError } from '../../host/userError';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask'>;

/** @param target a file or folder; without one the plugin in the active editor is meant */
export async function pickPluginFolder(needs: Needs, title: string, target?: Uri): Promise<Uri> {
  const active = window.activeTextEditor?.document.uri;
  const given = target ?? (active !== undefined && isFile(active) ? active : undefined);
  if (given !== undefined && pluginFileKind(given) !== undefined) return pluginFolder(given);
  if (target !== undefined && (await exists(pluginFile(target, 'handler')))) return target;
  const folders = await findPluginFolders(target);
  const [only] = folders;
  if (only !== undefined && folders.length === 1) return only;
  return chooseAmong(needs, title, folders);
}

/** Asks even where there is one folder only: what is meant shows in no other way. */
export async function choosePluginFolder(needs: Needs, title: string): Promise<Uri> {
  return chooseAmong(needs, title, await findPluginFolders());
}

export function chooseAmong({ ask }: Needs, title: string, folders: readonly Uri[]): Promise<Uri> {
  if (folders.length === 0) {
    throw new UserError(
      l10n.t('There is no plugin here. A plugin is a folder with handler.lua and schema.lua.'),
    );
  }
  const choices = folders.map((value) => ({
    label: nameOf(value),
    description: workspace.asRelativePath(value),
    value,
  }));
  return ask.pick(title, l10n.t('Plugin folder'), choices);
}

/** Folders with both files, in the workspace or below one folder of it. */
export async function findPluginFolders(below?: Uri): Promise<readonly Uri[]> {
  const [handlers, schemas] = await Promise.all(
    ['handler', 'schema'].map((kind) => findFiles(`${kind}.lua`, below)),
  );
  const withSchema = new Set(schemas?.map((file) => pluginFolder(file).toString()));
  return (handlers ?? [])
    .map(pluginFolder)
    .filter((folder) => withSchema.has(folder.toString()))
    .sort((one, other) => one.path.localeCompare(other.path));
}

function findFiles(name: string, below?: Uri): Thenable<Uri[]> {
  const pattern =
    below === undefined
      ? `**/${name}`
      : { baseUri: below, base: below.fsPath, pattern: `**/${name}` };
  return workspace.findFiles(pattern, '**/node_modules/**');
}

function nameOf(folder: Uri): string {
  return folder.path.split('/').pop() ?? folder.path;
}

/** Not the read-only documents of others, such as the old version in a comparison. */
function isFile({ scheme }: Uri): boolean {
  return workspace.fs.isWritableFileSystem(scheme) === true;
}

async function exists(file: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(file)).then(
    () => true,
    () => false,
  );
}
