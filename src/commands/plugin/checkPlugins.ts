// Check one plugin, or all of the workspace, and show what was found in the Problems view.
import { commands, l10n, type Uri } from 'vscode';
import type { FileTarget } from '../../manifest';
import type { Services } from '../services';
import { findPluginFolders, pickPluginFolder } from './pickFolder';
import { uriOf } from './target';

type Needs = Pick<Services, 'ask' | 'tell' | 'checks' | 'diagnostics'>;

export async function checkPlugins(needs: Needs, target?: FileTarget): Promise<void> {
  const folders = await foldersToCheck(needs, uriOf(target));
  let errors = 0;
  let others = 0;
  for (const folder of folders) {
    const check = await needs.checks.check(folder);
    needs.diagnostics.show(folder, check);
    for (const { severity } of [...check.handler, ...check.schema]) {
      if (severity === 'error') errors += 1;
      else others += 1;
    }
  }
  if (errors + others === 0) {
    needs.tell.info(l10n.t('Plugins checked: {0}. Nothing found.', folders.length));
    return;
  }
  await commands.executeCommand('workbench.actions.view.problems');
  needs.tell.warning(
    l10n.t(
      'Plugins checked: {0}. Errors: {1}, other findings: {2}; see the Problems view.',
      folders.length,
      errors,
      others,
    ),
  );
}

async function foldersToCheck(needs: Needs, target: Uri | undefined): Promise<readonly Uri[]> {
  const folders = target === undefined ? await findPluginFolders() : [];
  return folders.length > 0
    ? folders
    : [await pickPluginFolder(needs, l10n.t('Check Plugin'), target)];
}
