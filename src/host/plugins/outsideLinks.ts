// Links that lead out of the workspace: what they lead to is not the plugin's, so it is never uploaded.
import { realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { l10n, type Uri, workspace } from 'vscode';
import { UserError } from '../userError';

/** @throws UserError for a file that really lies elsewhere. What cannot be read is left to who reads it. */
export async function refuseOutsideLinks(folder: Uri, files: readonly Uri[]): Promise<void> {
  const isLocal = folder.scheme === 'file';
  if (!isLocal) return;
  const inWorkspace = workspace.getWorkspaceFolder(folder) !== undefined;
  const roots = inWorkspace
    ? (workspace.workspaceFolders ?? [])
        .map(({ uri }) => uri)
        .filter(({ scheme }) => scheme === 'file')
    : [folder];
  const inside = (await Promise.all(roots.map(placeOf))).filter((root) => root !== undefined);
  for (const file of files) {
    const place = await placeOf(file);
    if (place === undefined || inside.some((root) => isBelow(place, root))) continue;
    throw new UserError(
      l10n.t(
        '{0} is a link that leads out of the workspace, to {1}. Nothing from there is uploaded: put a copy of the file into the plugin folder, or add the folder that it lies in to the workspace.',
        workspace.asRelativePath(file),
        place,
      ),
    );
  }
}

function placeOf({ fsPath }: Uri): Promise<string | undefined> {
  return realpath(fsPath).catch(() => undefined);
}

function isBelow(place: string, root: string): boolean {
  return place === root || place.startsWith(root.endsWith(sep) ? root : root + sep);
}
