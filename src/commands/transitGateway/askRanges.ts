// Asking for the ranges behind a transit gateway; none may overlap its network or another attachment.
import { l10n } from 'vscode';
import type { Network } from '../../konnect/client';
import type { TransitGateway } from '../../konnect/resources/transitGateways';
import { ranges } from '../../operations/attachments/fieldChecks';
import type { Services } from '../services';

export interface AroundRanges {
  readonly network: Network;
  /** Other attachments of the same network. */
  readonly others: readonly TransitGateway[];
  /** Those it has now. */
  readonly value?: string;
}

export async function askRanges(
  { ask }: Pick<Services, 'ask'>,
  title: string,
  { network, others, value }: AroundRanges,
): Promise<string> {
  const taken = [
    { block: network.cidr_block, of: l10n.t('the network {0}', network.name) },
    ...others.flatMap(({ name, cidr_blocks }) =>
      cidr_blocks.map((block) => ({ block, of: l10n.t('the transit gateway {0}', name) })),
    ),
  ];
  const check = ranges(taken);
  return ask.text({
    title,
    prompt: l10n.t('Your own ranges that are reached through it, with commas between them'),
    placeHolder: '10.20.0.0/16, 10.21.0.0/16',
    ...(value !== undefined && { value }),
    check: (text) => check(text, l10n.t),
  });
}
