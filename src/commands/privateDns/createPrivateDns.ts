// Create a private DNS of a network: a zone of the user's cloud, or resolvers of the user's own.
import { l10n } from 'vscode';
import { privateDnsSteps } from '../../export/steps/privateDnsSteps';
import type { PrivateDns } from '../../konnect/resources/privateDns';
import type { PrivateDnsCreate } from '../../konnect/resources/privateDnsBody';
import type { ResourceTarget } from '../../manifest';
import { privateDnsBody } from '../../operations/attachments/bodies';
import { createAttachment } from '../../operations/attachments/createAttachment';
import { privateDnsKinds } from '../../operations/attachments/kinds';
import { collect } from '../../operations/collect';
import { makeChange } from '../change';
import type { DeletionNeeds } from '../deletion';
import {
  askFields,
  attachableNetwork,
  pickKind,
  type ReadyNetwork,
} from '../network/askAttachment';
import { freeName } from '../network/names';
import { showNextSteps } from '../network/nextSteps';
import { refreshNetwork } from '../network/refreshNetwork';
import { whileRising } from '../network/whileRising';
import type { Services } from '../services';

type Needs = DeletionNeeds & Pick<Services, 'reports'>;

export async function createPrivateDns(needs: Needs, target?: ResourceTarget): Promise<void> {
  const title = l10n.t('Create Private DNS');
  const place = await attachableNetwork(needs, title, target);
  const { network } = place;
  const wish = await askFor(needs, title, place);
  const created = await makeChange(needs, {
    question: l10n.t('Create the private DNS {0}?', wish.name),
    consequences: [
      l10n.t('Gateways in the network {0} resolve its names from then on.', network.name),
      l10n.t('Of a zone nothing can be changed later: it takes delete and create.'),
    ],
    button: l10n.t('Create'),
    progress: l10n.t('Creating private DNS {0}', wish.name),
    terraform: {
      kind: 'privateDns',
      networkId: network.id,
      resource: { ...wish, id: '', state: '' } as PrivateDns,
    },
    work: (konnect, run) => {
      const attachments = konnect.privateDns;
      const meanwhile = whileRising(needs, 'privateDns', network.id);
      return createAttachment(konnect, { attachments, network, wish, meanwhile }, run);
    },
  });
  refreshNetwork(needs, network.id);
  const steps = privateDnsSteps(created, place, l10n.t);
  await showNextSteps(needs, { name: wish.name, state: created.state, steps });
}

async function askFor(
  needs: Needs,
  title: string,
  { network, account }: ReadyNetwork,
): Promise<PrivateDnsCreate> {
  const { privateDns } = await needs.client.get();
  const others = await collect(privateDns.list(network.id));
  const kind = await pickKind(needs, title, privateDnsKinds, account);
  const values = await askFields(needs, title, kind);
  const name = await needs.ask.text({
    title,
    prompt: l10n.t('Name of the private DNS, unique in its network'),
    check: freeName(others.map((one) => one.name)),
  });
  return privateDnsBody(kind.kind, name, values);
}
