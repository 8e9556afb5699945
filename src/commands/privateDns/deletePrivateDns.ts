// Delete a private DNS of a network; its names are no longer resolved for the gateways.
import { l10n } from 'vscode';
import type { ResourceTarget } from '../../manifest';
import { privateDns as deletable } from '../../operations/delete/deletable';
import { rowId } from '../../tree/nodes/node';
import { type DeletionNeeds, deleteOne, waitNote } from '../deletion';
import { privateDnsOf } from '../network/pickNetwork';

export async function deletePrivateDns(
  needs: DeletionNeeds,
  target?: ResourceTarget,
): Promise<void> {
  const title = l10n.t('Delete Private DNS');
  const { networkId, resource } = await privateDnsOf(needs, title, target);
  const { name, state, private_dns_attachment_config: config } = resource;
  const domains = [config.domain_name, ...Object.keys(config.dns_config ?? {})].filter(Boolean);
  const konnect = await needs.client.get();
  await deleteOne(needs, {
    question: l10n.t('Delete the private DNS {0}?', name),
    consequences: [
      domains.length > 0
        ? l10n.t(
            'Gateways in its network no longer resolve {0}: services under such names stop working.',
            domains.join(', '),
          )
        : l10n.t(
            'Gateways in its network no longer resolve the names of that zone: services under such names stop working.',
          ),
      ...waitNote(state, deletable(konnect, networkId, resource).settled),
    ],
    what: (client) => deletable(client, networkId, resource),
    name,
    rowAbove: rowId.network(networkId),
    limitMs: 60 * 60_000,
    progress: l10n.t('Deleting private DNS {0}', name),
    done: l10n.t('Private DNS {0} is deleted.', name),
  });
}
