// Rename a network; nothing else of one can be changed.
import { l10n } from 'vscode';
import type { ResourceTarget } from '../../manifest';
import { makeChange } from '../change';
import type { DeletionNeeds } from '../deletion';
import { attachmentName } from './names';
import { networkOf } from './pickNetwork';
import { refreshNetwork } from './refreshNetwork';

export async function renameNetwork(needs: DeletionNeeds, target?: ResourceTarget): Promise<void> {
  const title = l10n.t('Rename Network');
  const network = await networkOf(needs, title, target);
  const name = await needs.ask.text({
    title: `${title}: ${network.name}`,
    prompt: l10n.t(
      'New name, unique in the organisation. Region, zones, range and account of a network cannot be changed.',
    ),
    value: network.name,
    check: (text) =>
      text === network.name ? l10n.t('This is its name already.') : attachmentName(text),
  });
  await makeChange(needs, {
    question: l10n.t('Rename the network {0} to {1}?', network.name, name),
    consequences: [l10n.t('Its gateways go on as they are: they know it by its id.')],
    button: l10n.t('Rename'),
    progress: l10n.t('Renaming network {0}', network.name),
    terraform: { kind: 'network', resource: { ...network, name } },
    work: (konnect, { signal }) => konnect.networks.rename(network.id, name, { signal }),
  });
  refreshNetwork(needs);
  needs.tell.info(l10n.t('The network is called {0} now.', name));
}
