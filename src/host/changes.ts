// What keeps a command from changing Konnect: Restricted Mode, and the lock of a connection.
import { l10n, workspace } from 'vscode';
import { type CommandId, commandEffects } from '../manifest';
import type { Connections } from './connection/connections';
import { execute } from './runCommand';
import { UserError } from './userError';

/** @throws UserError for a command that would change Konnect where changes are not allowed */
export async function refuseChange(id: CommandId, connections: Connections): Promise<void> {
  if (commandEffects[id] === 'changes') await refuseAnyChange(connections);
}

/** @throws UserError where changes are not allowed */
export async function refuseAnyChange(connections: Connections): Promise<void> {
  if (!workspace.isTrusted) {
    throw new UserError(
      l10n.t(
        'In Restricted Mode nothing is sent to Konnect that changes it or that comes from this workspace. Trust the workspace first (Workspaces: Manage Workspace Trust).',
      ),
    );
  }
  const connection = await connections.active();
  if (!connection?.readOnly) return;
  throw new UserError(
    l10n.t('{0} is locked: nothing that changes Konnect runs there.', connection.organization.name),
    { title: l10n.t('Unlock…'), run: () => execute('kongCloudGateways.connection.toggleReadOnly') },
  );
}
