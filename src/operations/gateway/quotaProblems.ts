// Whether the limits of the organisation have room for a gateway plan.
import type { Network } from '../../konnect/client';
import type { Translate } from '../../text';
import type { GatewayPlan } from './gatewayPlan';
import type { Survey } from './survey';

/** What cannot be read is not judged: Konnect says no by itself. */
export function quotaProblems(
  plan: GatewayPlan,
  { quotas = [], networks, otherGroups }: Survey,
  t: Translate,
): readonly string[] {
  const limitOf = (resource: string) => quotas.find((quota) => quota.resource === resource)?.value;
  const running = networks.filter(isRunning).map(({ name }) => name);
  // An offline network is built as soon as a group uses it.
  const wanted = new Set([...running, ...plan.groups.map(({ network }) => network)]).size;
  const mostNetworks = limitOf('count/networks.not-offline');
  const mostGroups = limitOf('count/data-plane-groups-estimate');
  const groups = otherGroups === undefined ? undefined : otherGroups + plan.groups.length;
  return [
    ...(mostNetworks !== undefined && wanted > mostNetworks
      ? [
          t(
            'The organisation may have {0} running networks; with this plan it would have {1}. Delete one that is no longer used, reuse one, or ask Kong to raise the limit.',
            mostNetworks,
            wanted,
          ),
        ]
      : []),
    ...(mostGroups !== undefined && groups !== undefined && groups > mostGroups
      ? [
          t(
            'The organisation may have {0} data plane groups; with this plan it would have {1}. Remove one that is no longer used, or ask Kong to raise the limit.',
            mostGroups,
            groups,
          ),
        ]
      : []),
  ];
}

function isRunning({ state }: Network): boolean {
  return state !== 'offline' && state !== 'terminating' && state !== 'terminated';
}
