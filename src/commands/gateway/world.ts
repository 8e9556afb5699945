// What the questions of a gateway plan offer: accounts, regions, networks, versions, prices.
import { l10n } from 'vscode';
import { UserError } from '../../host/userError';
import type { KonnectClient, Network, ProviderAccount } from '../../konnect/client';
import type { Availability, AvailableRegion } from '../../konnect/resources/availability';
import { troubleOf } from '../../operations/configuration/transition';

export interface World {
  readonly accounts: readonly ProviderAccount[];
  readonly availability: Availability;
  readonly networks: readonly Network[];
}

/** @throws UserError without a provider account; only Kong can make one */
export async function readWorld(konnect: KonnectClient): Promise<World> {
  const [accounts, availability, networks] = await Promise.all([
    collect(konnect.providerAccounts.list()),
    konnect.availability.get(),
    collect(konnect.networks.list()),
  ]);
  if (accounts.length > 0) return { accounts, availability, networks };
  throw new UserError(
    l10n.t(
      'Konnect has no provider account for this organisation, so no data plane can be made. Kong makes provider accounts when Dedicated Cloud Gateways are bought: contact Kong.',
    ),
  );
}

export function regionIn(
  { availability }: World,
  provider: string | undefined,
  region: string | undefined,
): AvailableRegion | undefined {
  return availability.providers
    .find((one) => one.provider === provider)
    ?.regions.find((one) => one.region === region);
}

/** Networks that a group there can be in. */
export function fittingNetworks(
  { accounts, networks }: World,
  place: {
    readonly provider?: string | undefined;
    readonly account?: string | undefined;
    readonly region?: string | undefined;
  },
): readonly Network[] {
  const account = accounts.find(
    (one) => one.provider === place.provider && one.provider_account_id === place.account,
  );
  return networks.filter(
    (network) =>
      network.cloud_gateway_provider_account_id === account?.id &&
      network.region === place.region &&
      network.state !== 'terminating' &&
      network.state !== 'terminated' &&
      troubleOf(network) === undefined,
  );
}

export async function collect<T>(resources: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const resource of resources) found.push(resource);
  return found;
}
