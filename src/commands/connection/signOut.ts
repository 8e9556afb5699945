// Sign out: the token is removed from secret storage.
import { l10n } from 'vscode';
import type { Services } from '../services';

export async function signOut({
  connections,
  tell,
}: Pick<Services, 'connections' | 'tell'>): Promise<void> {
  const connection = await connections.active();
  await connections.signOut();
  if (connection !== undefined) {
    tell.info(
      l10n.t(
        'Signed out of {0}. The token is no longer stored here; revoke it in Konnect if nobody else uses it.',
        connection.organization.name,
      ),
    );
  }
}
