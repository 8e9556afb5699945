// Show the stored secrets of a plugin instance, after a question, in a document that is never written to disk.
import { l10n, type Uri, window } from 'vscode';
import { UserError } from '../../host/userError';
import { type FileTarget, instanceScheme } from '../../manifest';
import { uriOf } from '../plugin/target';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'instances'>;

export async function revealSecrets({ ask, instances }: Needs, target?: FileTarget): Promise<void> {
  const uri: Uri | undefined = uriOf(target) ?? window.activeTextEditor?.document.uri;
  const store = await instances.get();
  if (uri?.scheme !== instanceScheme || store.countSecrets(uri) === 0) {
    throw new UserError(
      l10n.t('Open a plugin instance with stored secrets first (Edit Plugin Instance).'),
    );
  }
  await ask.confirm(
    l10n.t('Show the stored secrets of this instance?', store.countSecrets(uri)),
    l10n.t(
      'They open in clear beside it, for whoever looks at this screen. They are kept in memory only, until you close that document.',
    ),
    l10n.t('Show'),
  );
  await store.revealSecrets(uri);
}
