// Who uses a network: what keeps Konnect from deleting it (FACTS 5.3).
import type { Configuration, KonnectClient } from '../../konnect/client';
import type { PrivateDns } from '../../konnect/resources/privateDns';
import type { TransitGateway } from '../../konnect/resources/transitGateways';
import type { Translate } from '../../text';
import { collect } from '../collect';

export interface NetworkUse {
  /** With the name of the control plane, where it can be read. */
  readonly configurations: readonly (Configuration & { readonly controlPlaneName: string })[];
  readonly transitGateways: readonly TransitGateway[];
  readonly privateDns: readonly PrivateDns[];
}

export async function readNetworkUse(
  konnect: KonnectClient,
  networkId: string,
  signal?: AbortSignal,
): Promise<NetworkUse> {
  const options = { ...(signal && { signal }) };
  const [configurations, transitGateways, privateDns] = await Promise.all([
    collect(konnect.networks.configurationReferences(networkId, options)),
    collect(konnect.transitGateways.list(networkId, options)),
    collect(konnect.privateDns.list(networkId, options)),
  ]);
  const named = configurations.map(async (one) => ({
    ...one,
    controlPlaneName: await nameOf(konnect, one, options),
  }));
  return { configurations: await Promise.all(named), transitGateways, privateDns };
}

/** One line for each user of the network, with what to do about it; empty when it is free. */
export function usersOf(use: NetworkUse, t: Translate): readonly string[] {
  return [
    ...use.configurations.map(({ controlPlaneName, control_plane_geo }) =>
      t(
        'The gateway {0} ({1}) has data plane groups in it: remove those first.',
        controlPlaneName,
        control_plane_geo,
      ),
    ),
    ...use.transitGateways.map(({ name, state }) =>
      t('The transit gateway {0} ({1}) hangs on it: delete that first.', name, state),
    ),
    ...use.privateDns.map(({ name, state }) =>
      t('The private DNS {0} ({1}) hangs on it: delete that first.', name, state),
    ),
  ];
}

/** A control plane that may not be read is told by its id. */
async function nameOf(
  konnect: KonnectClient,
  { control_plane_id: id, control_plane_geo: geo }: Configuration,
  options: { readonly signal?: AbortSignal },
): Promise<string> {
  return konnect.controlPlanes.get({ id, geo }, options).then(
    ({ name }) => name,
    () => id,
  );
}
