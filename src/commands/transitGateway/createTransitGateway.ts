// Create a transit gateway or peering of a network, and say what the user then has to do in their own cloud.
import { l10n } from 'vscode';
import { attachmentSteps } from '../../export/steps/attachmentSteps';
import type { TransitGateway } from '../../konnect/resources/transitGateways';
import type { ResourceTarget } from '../../manifest';
import { transitGatewayBody } from '../../operations/attachments/bodies';
import { createAttachment } from '../../operations/attachments/createAttachment';
import { resolvers } from '../../operations/attachments/fieldChecks';
import { transitGatewayKinds } from '../../operations/attachments/kinds';
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
import { askRanges } from './askRanges';

type Needs = DeletionNeeds & Pick<Services, 'reports'>;
type Wish = ReturnType<typeof transitGatewayBody>;

export async function createTransitGateway(needs: Needs, target?: ResourceTarget): Promise<void> {
  const title = l10n.t('Create Transit Gateway');
  const place = await attachableNetwork(needs, title, target);
  const { network } = place;
  const wish = await askFor(needs, title, place);
  const created = await makeChange(needs, {
    question: l10n.t('Create the transit gateway {0}?', wish.name),
    consequences: [
      l10n.t('It joins the network {0} ({1}) to your own.', network.name, network.cidr_block),
      ...('cidr_blocks' in wish ? [l10n.t('Led there: {0}.', wish.cidr_blocks.join(', '))] : []),
      l10n.t(
        'Konnect charges for it, and it cannot be changed much: most of it takes delete and create.',
      ),
      l10n.t('Afterwards you have work to do in your own cloud; it is shown then.'),
    ],
    button: l10n.t('Create'),
    progress: l10n.t('Creating transit gateway {0}', wish.name),
    terraform: { kind: 'transitGateway', networkId: network.id, resource: planned(wish) },
    work: (konnect, run) => {
      const attachments = konnect.transitGateways;
      const meanwhile = whileRising(needs, 'transitGateway', network.id);
      return createAttachment(konnect, { attachments, network, wish, meanwhile }, run);
    },
  });
  refreshNetwork(needs, network.id);
  const steps = attachmentSteps(created, place, l10n.t);
  await showNextSteps(needs, { name: wish.name, state: created.state, steps });
}

async function askFor(needs: Needs, title: string, place: ReadyNetwork): Promise<Wish> {
  const { ask, client } = needs;
  const { network, account } = place;
  const { transitGateways } = await client.get();
  const others = await collect(transitGateways.list(network.id));
  const kind = await pickKind(needs, title, transitGatewayKinds, account);
  const values = await askFields(needs, title, kind);
  const ranges = kind.hasRanges ? await askRanges(needs, title, { network, others }) : undefined;
  const servers = await ask.text({
    title,
    prompt: l10n.t('DNS servers behind it, by domain; leave it empty if there are none'),
    placeHolder: 'internal.example.com = 10.20.0.10, 10.20.0.11; …',
    check: (text) => (text === '' ? undefined : resolvers(text, l10n.t)),
  });
  const name = await ask.text({
    title,
    prompt: l10n.t('Name of the transit gateway, unique in its network'),
    check: freeName(others.map((one) => one.name)),
  });
  return transitGatewayBody({ kind: kind.kind, name, values, ranges, servers });
}

/** As it will be, for Terraform. */
function planned(wish: Wish): TransitGateway {
  const { name, dns_config = [], transit_gateway_attachment_config } = wish;
  const cidr_blocks = 'cidr_blocks' in wish ? wish.cidr_blocks : [];
  return {
    id: '',
    name,
    state: '',
    cidr_blocks,
    dns_config,
    transit_gateway_attachment_config: {
      ...transit_gateway_attachment_config,
    } as TransitGateway['transit_gateway_attachment_config'],
  };
}
