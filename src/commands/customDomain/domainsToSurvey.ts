// All custom domains of the organisation with what is known of their gateways; what cannot be read is told, not fatal.
import { l10n } from 'vscode';
import type { DomainToSurvey } from '../../dns/doctor/survey';
import { dnsPrefix } from '../../dns/prefix';
import type {
  Configuration,
  ControlPlane,
  ControlPlaneRef,
  CustomDomain,
  KonnectClient,
} from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import { controlPlaneOf } from './pickCustomDomain';

export interface DomainsToSurvey {
  readonly domains: readonly DomainToSurvey[];
  /** What could not be read, in sentences. */
  readonly gaps: readonly string[];
}

export async function domainsToSurvey(
  konnect: KonnectClient,
  signal: AbortSignal,
): Promise<DomainsToSurvey> {
  const gaps = new Set<string>();
  const tolerant = async <T>(what: string, work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      if (!isKonnectError(error) || error.kind === 'cancelled') throw error;
      gaps.add(`${what} ${error.message}`);
      return undefined;
    }
  };
  const [customDomains, configurations] = await Promise.all([
    collect(konnect.customDomains.list({ signal })),
    tolerant(
      l10n.t(
        'The configurations could not be read, so it is not known which gateways are private.',
      ),
      collect(konnect.configurations.list({ signal })),
    ),
  ]);
  // One that is being deleted needs no records any more.
  const staying = customDomains.filter(({ state }) => !state.startsWith('terminat'));
  const refs = new Map(staying.map(controlPlaneOf).map((ref) => [keyOf(ref), ref]));
  const controlPlanes = await Promise.all(
    [...refs.values()].map((ref) =>
      tolerant(
        l10n.t('Control plane {0} could not be read.', ref.id),
        konnect.controlPlanes.get(ref, { signal }),
      ),
    ),
  );
  const known = new Map(controlPlanes.flatMap((one) => (one ? [[keyOf(one), one]] : [])));
  const domains = staying.map((domain) =>
    toSurvey(domain, known.get(keyOf(controlPlaneOf(domain))), configurations ?? []),
  );
  return { domains, gaps: [...gaps] };
}

function toSurvey(
  { domain, kind, state, state_metadata, control_plane_id }: CustomDomain,
  controlPlane: ControlPlane | undefined,
  configurations: readonly Configuration[],
): DomainToSurvey {
  const reason = state_metadata?.reason ?? '';
  const configuration = configurations.find((one) => one.control_plane_id === control_plane_id);
  return {
    domain,
    kind,
    konnect: { state, ...(reason !== '' && { reason }) },
    controlPlane: controlPlane?.name ?? control_plane_id,
    gateway: {
      prefix: controlPlane && dnsPrefix(controlPlane),
      apiAccess: configuration?.api_access,
    },
  };
}

function keyOf({ id, geo }: ControlPlaneRef): string {
  return `${geo}/${id}`;
}

async function collect<T>(resources: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const resource of resources) found.push(resource);
  return found;
}
