// The answers about one data plane group as the parts of a gateway plan.
import type { PlannedGroup, PlannedNetwork } from '../../operations/gateway/gatewayPlan';
import type { GroupDraft } from './groupDraft';
import { autoscaleOf, scalingDraft } from './scalingSteps';
import type { World } from './world';

export interface PlannedPlace {
  readonly network: PlannedNetwork;
  readonly group: PlannedGroup;
}

export function plannedPlace(
  draft: GroupDraft,
  { networks }: Pick<World, 'networks'>,
): PlannedPlace {
  const name = draft.network ?? '';
  const known = draft.isNew ? undefined : networks.find((one) => one.name === name);
  const { provider = '', account = '', region = '', state } = draft;
  return {
    network: {
      name,
      provider,
      account,
      region,
      zones: known?.availability_zones ?? draft.zones ?? [],
      cidr: known?.cidr_block ?? draft.cidr ?? '',
      ...(draft.isNew && state && { state }),
    },
    group: { network: name, autoscale: autoscaleOf(draft) },
  };
}

/** The answers again, to change some of them. */
export function groupDraftOf(
  { network, group }: PlannedPlace,
  { networks }: Pick<World, 'networks'>,
): GroupDraft {
  const { name, provider, account, region, zones, cidr, state } = network;
  return {
    ...{ provider, account, region, zones, cidr, state, network: name },
    isNew: networks.every((one) => one.name !== name),
    ...scalingDraft(group.autoscale),
  };
}
