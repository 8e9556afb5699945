// Delete a transit gateway or peering of a network, which cuts the traffic through it.
import { l10n } from 'vscode';
import type { ResourceTarget } from '../../manifest';
import { transitGateway as deletable } from '../../operations/delete/deletable';
import { rowId } from '../../tree/nodes/node';
import { type DeletionNeeds, deleteOne, waitNote } from '../deletion';
import { transitGatewayOf } from '../network/pickNetwork';

export async function deleteTransitGateway(
  needs: DeletionNeeds,
  target?: ResourceTarget,
): Promise<void> {
  const title = l10n.t('Delete Transit Gateway');
  const { networkId, resource } = await transitGatewayOf(needs, title, target);
  const { name, state, cidr_blocks } = resource;
  const konnect = await needs.client.get();
  await deleteOne(needs, {
    question: l10n.t('Delete the transit gateway {0}?', name),
    consequences: [
      cidr_blocks.length > 0
        ? l10n.t('Traffic between its network and {0} is cut at once.', cidr_blocks.join(', '))
        : l10n.t('Traffic between its network and your own through it is cut at once.'),
      l10n.t('What was set up for it in your own cloud (routes, shares, peering) stays there.'),
      ...waitNote(state, deletable(konnect, networkId, resource).settled),
    ],
    what: (client) => deletable(client, networkId, resource),
    name,
    rowAbove: rowId.network(networkId),
    limitMs: 60 * 60_000,
    progress: l10n.t('Deleting transit gateway {0}', name),
    done: l10n.t('Transit gateway {0} is deleted.', name),
  });
}
