// Start the demo Konnect and connect to it; no account is needed.
import { l10n } from 'vscode';
import { connectDemo } from '../../host/connection/connect';
import type { Services } from '../services';

export async function startDemo(
  needs: Pick<Services, 'client' | 'connections' | 'demo' | 'tell'>,
): Promise<void> {
  await needs.tell.progress(l10n.t('Starting the demo'), () => connectDemo(needs));
}
