// Change what Konnect lets be changed of a transit gateway: the ranges of one kind, the resources of another.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { UserError } from '../../host/userError';
import type { TransitGatewayUpdate } from '../../konnect/resources/transitGatewayBody';
import type { TransitGateway } from '../../konnect/resources/transitGateways';
import type { ResourceTarget } from '../../manifest';
import { mappingText, rangesUpdate, resourcesUpdate } from '../../operations/attachments/bodies';
import { resources } from '../../operations/attachments/fields';
import { kindOf, transitGatewayKinds } from '../../operations/attachments/kinds';
import { collect } from '../../operations/collect';
import { makeChange } from '../change';
import type { DeletionNeeds } from '../deletion';
import { type Attached, transitGatewayOf } from '../network/pickNetwork';
import { refreshNetwork } from '../network/refreshNetwork';
import { askRanges } from './askRanges';

interface Edit {
  readonly update: TransitGatewayUpdate;
  /** As it will be. */
  readonly after: TransitGateway;
  readonly consequences: readonly string[];
}

export async function editTransitGateway(
  needs: DeletionNeeds,
  target?: ResourceTarget,
): Promise<void> {
  const title = l10n.t('Edit Transit Gateway');
  const attached = await transitGatewayOf(needs, title, target);
  const { networkId, resource } = attached;
  const { name } = resource;
  const { kind } = resource.transit_gateway_attachment_config;
  const change = kindOf(transitGatewayKinds, kind)?.change;
  if (change === undefined) throw unchangeable(name, target);
  const heading = `${title}: ${name}`;
  const edit =
    change === 'ranges'
      ? await newRanges(needs, heading, attached)
      : await newResources(needs, heading, attached);
  await makeChange(needs, {
    question: l10n.t('Change the transit gateway {0}?', name),
    consequences: edit.consequences,
    button: l10n.t('Change'),
    progress: l10n.t('Changing transit gateway {0}', name),
    terraform: { kind: 'transitGateway', networkId, resource: edit.after },
    work: (konnect, { signal }) =>
      konnect.transitGateways.update(networkId, resource.id, edit.update, { signal }),
  });
  refreshNetwork(needs, networkId);
  needs.tell.info(l10n.t('Transit gateway {0} is changed.', name));
}

function unchangeable(name: string, target: ResourceTarget | undefined): UserError {
  return new UserError(
    l10n.t(
      'Konnect changes nothing of the transit gateway {0}: of this kind it has to be deleted and created anew, which cuts its traffic meanwhile.',
      name,
    ),
    {
      title: l10n.t('Delete…'),
      run: () => execute('kongCloudGateways.transitGateway.delete', target),
    },
  );
}

async function newRanges(
  needs: DeletionNeeds,
  title: string,
  { networkId, resource }: Attached<TransitGateway>,
): Promise<Edit> {
  const { networks, transitGateways } = await needs.client.get();
  const [network, all] = await Promise.all([
    networks.get(networkId),
    collect(transitGateways.list(networkId)),
  ]);
  const others = all.filter(({ id }) => id !== resource.id);
  const value = resource.cidr_blocks.join(', ');
  const typed = await askRanges(needs, title, { network, others, value });
  const update = rangesUpdate(typed);
  const cidr_blocks = 'cidr_blocks' in update ? update.cidr_blocks : [];
  const added = cidr_blocks.filter((block) => !resource.cidr_blocks.includes(block));
  const gone = resource.cidr_blocks.filter((block) => !cidr_blocks.includes(block));
  refuseSame(added.length + gone.length === 0, resource.name);
  return {
    update,
    after: { ...resource, cidr_blocks },
    consequences: [
      ...(added.length > 0 ? [l10n.t('Led there from now on: {0}.', added.join(', '))] : []),
      ...(gone.length > 0
        ? [l10n.t('No longer led there, its traffic is cut: {0}.', gone.join(', '))]
        : []),
    ],
  };
}

async function newResources(
  { ask }: DeletionNeeds,
  title: string,
  { resource }: Attached<TransitGateway>,
): Promise<Edit> {
  const config = resource.transit_gateway_attachment_config;
  const before = mappingText(config.resource_config ?? []);
  const typed = await ask.text({
    title,
    prompt: resources.prompt(l10n.t),
    placeHolder: resources.example,
    value: before,
    check: (text) => resources.check(text, l10n.t),
  });
  const update = resourcesUpdate(typed);
  const wish =
    'transit_gateway_attachment_config' in update
      ? update.transit_gateway_attachment_config.resource_config
      : [];
  const after = mappingText(wish);
  refuseSame(after === before, resource.name);
  return {
    update,
    after: {
      ...resource,
      transit_gateway_attachment_config: { ...config, resource_config: [...wish] },
    },
    consequences: [
      l10n.t('So far: {0}', before || l10n.t('nothing')),
      l10n.t('Then: {0}', after || l10n.t('nothing')),
      l10n.t('What is left out is no longer reached.'),
    ],
  };
}

export function refuseSame(isSame: boolean, name: string): void {
  if (isSame) throw new UserError(l10n.t('Nothing of {0} was changed, so nothing is sent.', name));
}
