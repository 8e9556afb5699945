// Transit gateways and peerings of the gateway's networks, with what is left for the user to do.
import { attachmentSteps } from '../../export/steps/attachmentSteps';
import type { Network, TransitGateway } from '../../konnect/client';
import type { Translate } from '../../text';
import { type GatewayParts, loaded, type Part } from '../gatewayParts';
import type { Block, Card, Section } from '../protocol';
import { shownName, shownSentence } from '../shownName';
import { copyText, fact, failureNotice, notice } from './pieces';
import { isMoving, stateMark } from './states';

/** Undefined when there is nothing to show, which is common. */
export function attachmentsSection(parts: GatewayParts, t: Translate): Section | undefined {
  const blocks = [...parts.attachments].flatMap(([networkId, part]) =>
    ofNetwork(networkId, part, parts, t),
  );
  if (blocks.length === 0) return undefined;
  return {
    id: 'attachments',
    title: t('Transit Gateways and Peerings'),
    intro: t('How data planes reach networks of yours, and what is left for you to do.'),
    loading: false,
    blocks,
  };
}

function ofNetwork(
  networkId: string,
  part: Part<readonly TransitGateway[]>,
  parts: GatewayParts,
  t: Translate,
): readonly Block[] {
  const read = parts.networks.get(networkId);
  const network = read && loaded(read);
  if (part.state === 'failed') {
    const name = shownName(network?.name ?? networkId);
    const what = t('The transit gateways of the network {0} could not be read.', name);
    return [failureNotice(what, part.failure, t)];
  }
  return (loaded(part) ?? []).map((gateway) => card(gateway, network, parts, t));
}

function card(
  gateway: TransitGateway,
  network: Network | undefined,
  { accounts }: GatewayParts,
  t: Translate,
): Card {
  const { id, name, state, state_metadata, cidr_blocks } = gateway;
  const account = loaded(accounts)?.find(
    (one) => one.id === network?.cloud_gateway_provider_account_id,
  );
  const steps = attachmentSteps(gateway, { network, account }, t);
  const reason = state_metadata?.reason ?? '';
  const reported = t('Konnect reports: {0}', shownSentence(reason));
  return {
    kind: 'card',
    id,
    title: shownName(name),
    marks: [stateMark(state, t)],
    facts: [
      fact(t('Kind'), kindText(gateway.transit_gateway_attachment_config.kind, t)),
      ...(network === undefined ? [] : [fact(t('Network'), network.name)]),
    ],
    loading: false,
    blocks: [
      ...(reason === '' ? [] : [notice('warning', reported)]),
      ...(cidr_blocks.length === 0 ? [] : [ranges(cidr_blocks, t)]),
      ...stepBlocks(id, state, steps, t),
    ],
  };
}

function ranges(cidrBlocks: readonly string[], t: Translate): Block {
  const label = t('Your ranges');
  const text = shownName(cidrBlocks.join(' '));
  return { kind: 'values', items: [{ label, value: copyText(text, label, t) }] };
}

function stepBlocks(
  id: string,
  state: string,
  steps: ReturnType<typeof attachmentSteps>,
  t: Translate,
): readonly Block[] {
  if (steps.length === 0) {
    const text = isMoving(state) ? t('Nothing to do but wait.') : t('Nothing is left to do.');
    return state === 'ready' || isMoving(state) ? [notice('good', text)] : [];
  }
  const blocks = steps.flatMap(({ text, command }, index): Block[] => {
    const said = notice('step', shownSentence(text));
    if (command === undefined) return [said];
    const label = t('Command');
    const version = { id: 'cli', label, language: 'shellscript', text: command } as const;
    const form = { id: 'cli', label: text, versions: [version] } as const;
    return [said, { kind: 'code', id: `step-${id}-${index}`, label: text, forms: [form] }];
  });
  if (state !== 'ready') return blocks;
  const label = t('If traffic does not pass');
  return [{ kind: 'details', id: `steps-${id}`, label, open: false, blocks }];
}

function kindText(kind: string, t: Translate): string {
  switch (kind) {
    case 'aws-transit-gateway-attachment':
      return t('AWS transit gateway');
    case 'aws-vpc-peering-attachment':
      return t('AWS VPC peering');
    case 'aws-resource-endpoint-attachment':
      return t('AWS resource endpoints');
    case 'azure-vnet-peering-attachment':
      return t('Azure VNet peering');
    case 'azure-vhub-peering-attachment':
      return t('Azure virtual hub peering');
    case 'gcp-vpc-peering-attachment':
      return t('Google Cloud VPC peering');
    default:
      return kind;
  }
}
