// Which commands change Konnect, and what keeps them from it: Restricted Mode, and the lock of a connection.
import { l10n, workspace } from 'vscode';
import type { CommandId } from '../manifest';
import type { Connections } from './connections';
import { execute } from './runCommand';
import { UserError } from './userError';

const changing: ReadonlySet<string> = new Set<CommandId>([
  'kongCloudGateways.controlPlane.create',
  'kongCloudGateways.customDomain.create',
  'kongCloudGateways.plugin.upload',
]);

/** @throws UserError for a command that would change Konnect where changes are not allowed */
export async function refuseChange(id: string, connections: Connections): Promise<void> {
  if (!changing.has(id)) return;
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
