// What a gateway plan finds in Konnect: what is there already, what stands in its way, what is worth knowing.
import type {
  Configuration,
  ControlPlane,
  KonnectClient,
  Network,
  ProviderAccount,
} from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import type { Availability } from '../../konnect/resources/availability';
import type { Quota } from '../../konnect/resources/quotas';
import { readConfiguration } from '../configuration/applyConfiguration';

export interface Survey {
  readonly availability: Availability;
  readonly accounts: readonly ProviderAccount[];
  readonly networks: readonly Network[];
  /** The control plane of the plan's name in the plan's geo. */
  readonly controlPlane: ControlPlane | undefined;
  /** Its configuration. */
  readonly configuration: Configuration | undefined;
  /** Data plane groups of all other gateways; undefined where they cannot be read. */
  readonly otherGroups: number | undefined;
  /** Undefined where they cannot be read. */
  readonly quotas: readonly Quota[] | undefined;
}

interface PlaceOfGateway {
  readonly controlPlane: { readonly geo: string; readonly name: string };
}

export async function surveyGateway(
  konnect: KonnectClient,
  { controlPlane: { geo, name } }: PlaceOfGateway,
  signal?: AbortSignal,
): Promise<Survey> {
  const options = { ...(signal && { signal }) };
  const [availability, accounts, networks, controlPlane, all, quotas] = await Promise.all([
    konnect.availability.get(options),
    collect(konnect.providerAccounts.list(options)),
    collect(konnect.networks.list(options)),
    findControlPlane(konnect, geo, name, signal),
    unlessRefused(collect(konnect.configurations.list(options))),
    unlessRefused(collect(konnect.quotas.list(options))),
  ]);
  const configuration = controlPlane && (await readConfiguration(konnect, controlPlane, signal));
  const others = all?.filter(({ id }) => id !== configuration?.id);
  return {
    availability,
    accounts,
    networks,
    controlPlane,
    configuration,
    otherGroups: others?.reduce((sum, one) => sum + one.dataplane_group_config.length, 0),
    quotas,
  };
}

export async function findControlPlane(
  konnect: KonnectClient,
  geo: string,
  name: string,
  signal?: AbortSignal,
): Promise<ControlPlane | undefined> {
  const found = konnect.controlPlanes.list(geo, { name, ...(signal && { signal }) });
  for await (const one of found) if (one.name === name) return one;
  return undefined;
}

export async function findNetwork(
  konnect: KonnectClient,
  name: string,
  signal?: AbortSignal,
): Promise<Network | undefined> {
  const found = konnect.networks.list({ name, ...(signal && { signal }) });
  for await (const one of found) if (one.name === name && !isGone(one)) return one;
  return undefined;
}

/** Its name can be given again. */
export function isGone({ state }: Network): boolean {
  return state === 'terminated';
}

async function unlessRefused<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const isRefused =
      isKonnectError(error) && (error.kind === 'permission' || error.kind === 'not-found');
    if (isRefused) return undefined;
    throw error;
  }
}

async function collect<T>(resources: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const resource of resources) found.push(resource);
  return found;
}
