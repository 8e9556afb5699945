// Lock the connection in use against changes, or unlock it.
import { l10n } from 'vscode';
import { notConnected } from '../../host/connection/activeClient';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'connections'>;

export async function toggleReadOnly({ ask, connections }: Needs): Promise<void> {
  const connection = await connections.active();
  if (connection === undefined) throw notConnected();
  if (connection.readOnly) {
    await ask.confirm(
      l10n.t('Allow changes to {0} again?', connection.organization.name),
      l10n.t('It is locked now: nothing that changes Konnect runs there.'),
      l10n.t('Unlock'),
    );
  }
  await connections.setReadOnly(connection, !connection.readOnly);
}
