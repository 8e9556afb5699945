// Shows files of a plugin side by side with another state of them; those that are the same are left out.
import { commands, l10n, type Uri, workspace } from 'vscode';
import { pluginFile, pluginFileKinds } from '../../diagnostics/pluginFileKind';
import { pluginDocumentUri } from '../../host/plugins/pluginDocumentUri';
import type { CustomPlugin } from '../../konnect/client';
import type { PluginBackup, PluginPlace } from '../../plugins/backups';
import type { Services } from '../services';

type Needs = Pick<Services, 'pluginDocuments' | 'tell'>;
type Code = Pick<CustomPlugin, 'handler' | 'schema'>;

/** What Konnect holds on the left, the folder on the right. */
export async function compareWithFolder(
  { pluginDocuments, tell }: Needs,
  folder: Uri,
  place: PluginPlace,
  remote: Code,
): Promise<void> {
  const files = [];
  for (const kind of pluginFileKinds) {
    const file = pluginFile(folder, kind);
    if (await isSame(file, remote[kind])) continue;
    files.push({ before: pluginDocumentUri(place, kind, file), after: file });
  }
  const { plugin, controlPlaneName } = place;
  if (files.length === 0) {
    tell.info(l10n.t('{0} is the same in {1} and here.', plugin, controlPlaneName));
    return;
  }
  pluginDocuments.show(place, remote);
  await openComparison(l10n.t('{0}: {1} in Konnect and here', plugin, controlPlaneName), files);
}

/** What Konnect holds on the left, what was kept on the right. */
export async function compareWithKept(
  { pluginDocuments }: Needs,
  kept: PluginBackup,
  remote: Code,
): Promise<void> {
  const { connection, controlPlane, controlPlaneName, plugin, keptAt } = kept;
  const now = { controlPlane, controlPlaneName, plugin };
  const then = { ...now, kept: { at: keptAt, connection } };
  pluginDocuments.show(now, remote);
  pluginDocuments.show(then, kept);
  await openComparison(
    l10n.t('{0}: now in Konnect, and as it was kept', plugin),
    pluginFileKinds
      .filter((kind) => kept[kind] !== remote[kind])
      .map((kind) => ({
        before: pluginDocumentUri(now, kind),
        after: pluginDocumentUri(then, kind),
      })),
  );
}

async function openComparison(
  title: string,
  files: readonly { readonly before: Uri; readonly after: Uri }[],
): Promise<void> {
  const resources = files.map(({ before, after }) => [after, before, after]);
  await commands.executeCommand('vscode.changes', title, resources);
}

/** An editor with unsaved changes is always worth a look. */
async function isSame(file: Uri, remote: string): Promise<boolean> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open?.isDirty) return false;
  const bytes = await Promise.resolve(workspace.fs.readFile(file)).catch(() => undefined);
  return bytes !== undefined && Buffer.from(remote, 'utf8').equals(bytes);
}
