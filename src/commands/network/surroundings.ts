// What is asked before a network is created: accounts, regions, networks that are there, and the limit.
import { l10n } from 'vscode';
import { UserError } from '../../host/userError';
import type { KonnectClient, Network, ProviderAccount } from '../../konnect/client';
import type { Availability } from '../../konnect/resources/availability';
import { collect } from '../../operations/collect';

export interface Surroundings {
  readonly accounts: readonly ProviderAccount[];
  readonly availability: Availability;
  readonly networks: readonly Network[];
  /** Most networks that are not offline; undefined where the quotas cannot be read. */
  readonly limit: number | undefined;
}

/** @throws UserError when there is no account that a network could be in */
export async function surroundingsOf(
  { providerAccounts, availability, networks, quotas }: KonnectClient,
  signal: AbortSignal,
): Promise<Surroundings> {
  const [accounts, offer, existing, limits] = await Promise.all([
    collect(providerAccounts.list({ signal })),
    availability.get({ signal }),
    collect(networks.list({ signal })),
    collect(quotas.list({ signal })).catch(() => []),
  ]);
  if (accounts.length === 0) {
    throw new UserError(
      l10n.t(
        'The organisation has no provider account. Kong makes them when Dedicated Cloud Gateways are bought: contact Kong.',
      ),
    );
  }
  const limit = limits.find(({ resource }) => resource === 'count/networks.not-offline')?.value;
  return { accounts, availability: offer, networks: existing, limit };
}

export function isFull({ networks, limit }: Surroundings): boolean {
  const states = ['offline', 'terminating', 'terminated'];
  const running = networks.filter(({ state }) => !states.includes(state)).length;
  return limit !== undefined && running >= limit;
}
