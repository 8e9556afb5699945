// What is uploaded is what is on disk: unsaved editors of a plugin are asked about first.
import { l10n, type Uri, workspace } from 'vscode';
import { pluginFile, pluginFileKinds } from '../../diagnostics/pluginFileKind';
import { UserError } from '../../host/userError';
import type { Services } from '../services';

/** @throws Cancelled when they are not to be saved */
export async function saveOpenFiles({ ask }: Pick<Services, 'ask'>, folder: Uri): Promise<void> {
  const files = pluginFileKinds.map((kind) => pluginFile(folder, kind).toString());
  const unsaved = workspace.textDocuments.filter(
    (document) => document.isDirty && files.includes(document.uri.toString()),
  );
  if (unsaved.length === 0) return;
  await ask.confirm(
    l10n.t('Save the plugin before uploading it?'),
    l10n.t(
      'What is uploaded is what is on disk. Not saved: {0}.',
      unsaved.map(({ uri }) => workspace.asRelativePath(uri)).join(', '),
    ),
    l10n.t('Save and Upload'),
  );
  for (const document of unsaved) {
    if (!(await document.save()))
      throw new UserError(
        l10n.t(
          '{0} could not be saved; nothing was uploaded.',
          workspace.asRelativePath(document.uri),
        ),
      );
  }
}
