// The lock of a connection: which commands change Konnect, and their refusal where changes are not allowed.
import { l10n } from 'vscode';
import type { CommandId } from '../manifest';
import type { Connections } from './connections';
import { execute } from './runCommand';
import { UserError } from './userError';

const changing: ReadonlySet<CommandId> = new Set<CommandId>([
  'kongCloudGateways.controlPlane.create',
  'kongCloudGateways.customDomain.create',
  'kongCloudGateways.plugin.upload',
]);

/** @throws UserError for a command that would change Konnect through a locked connection */
export async function refuseWhenLocked(id: string, connections: Connections): Promise<void> {
  if (![...changing].some((one) => one === id)) return;
  const connection = await connections.active();
  if (!connection?.readOnly) return;
  throw new UserError(
    l10n.t('{0} is locked: nothing that changes Konnect runs there.', connection.organization.name),
    { title: l10n.t('Unlock…'), run: () => execute('kongCloudGateways.connection.toggleReadOnly') },
  );
}
