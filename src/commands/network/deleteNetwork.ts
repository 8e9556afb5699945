// Delete a network that nobody uses; who does use it is listed instead.
import { l10n } from 'vscode';
import type { ResourceTarget } from '../../manifest';
import { network as deletable } from '../../operations/delete/deletable';
import { readNetworkUse, usersOf } from '../../operations/delete/networkUse';
import { rowId } from '../../tree/nodes/node';
import { type DeletionNeeds, deleteOne } from '../deletion';
import { networkOf } from './pickNetwork';

export async function deleteNetwork(needs: DeletionNeeds, target?: ResourceTarget): Promise<void> {
  const network = await networkOf(needs, l10n.t('Delete Network'), target);
  const { name, region, cidr_block } = network;
  const konnect = await needs.client.get();
  const users = usersOf(
    await needs.tell.progress(l10n.t('Looking who uses {0}', name), (signal) =>
      readNetworkUse(konnect, network.id, signal),
    ),
    l10n.t,
  );
  if (users.length > 0) {
    const refusal = l10n.t('The network {0} is in use and cannot be deleted.', name);
    await needs.ask.choose(refusal, users.join('\n'), []);
  }
  await deleteOne(needs, {
    question: l10n.t('Delete the network {0}?', name),
    consequences: [
      l10n.t('No gateway and no attachment uses it.'),
      l10n.t(
        'It goes for good: region {0}, range {1}, and the addresses from which its gateways went out. A new network gets other egress addresses: allow lists have to be changed then.',
        region,
        cidr_block,
      ),
      l10n.t('The AWS role that belongs to it goes too: trust policies that name it stop working.'),
    ],
    what: (client) => deletable(client, network),
    name,
    rowAbove: rowId.networks(),
    limitMs: 60 * 60_000,
    progress: l10n.t('Deleting network {0}', name),
    done: l10n.t('Network {0} is deleted.', name),
  });
}
