// Start the demo Konnect and connect to it; no account is needed.
import { l10n } from 'vscode';
import { connectDemo } from '../../host/connect';
import type { Services } from '../services';

type Needs = Pick<Services, 'client' | 'connections' | 'demo' | 'ask' | 'tell'>;

export async function startDemo(needs: Needs): Promise<void> {
  const active = await needs.connections.active();
  if (active !== undefined && !active.demo) {
    await needs.ask.confirm(
      l10n.t('Leave {0} for the demo?', active.organization.name),
      l10n.t('You will be signed out: the stored token is removed.'),
      l10n.t('Start Demo'),
    );
  }
  await connectDemo(needs);
}
