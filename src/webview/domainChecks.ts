// Checks of custom domains: what DNS and Konnect say about one, asked when the user wants to know.
import { type DnsReport, examineDns } from '../dns/doctor/examine';
import type { DnsLookup } from '../dns/doctor/lookup';
import type { KonnectView } from '../dns/doctor/nextStep';
import { type DomainRecords, domainRecords } from '../dns/domainRecords';
import { dnsPrefix } from '../dns/prefix';
import type { CustomDomain, KonnectClient } from '../konnect/client';
import { type Failure, type GatewayParts, loaded } from './gatewayParts';

/** Whom the doctor asks. */
export interface Resolvers {
  /** Addresses that the user named; none: those of the system. */
  readonly servers: readonly string[];
  readonly lookup: DnsLookup;
  /** For comparison; undefined when `lookup` is the system's. */
  readonly system?: DnsLookup;
}

export interface DomainCheck {
  readonly report: DnsReport;
  readonly system?: DnsReport;
  readonly servers: readonly string[];
  readonly konnect: KonnectView;
}

export function recordsOfDomain(parts: GatewayParts, domain: CustomDomain): DomainRecords {
  const controlPlane = loaded(parts.controlPlane);
  const apiAccess = loaded(parts.configuration)?.api_access;
  return domainRecords(domain, { prefix: controlPlane && dnsPrefix(controlPlane), apiAccess });
}

export interface CheckSources {
  readonly konnect: Pick<KonnectClient, 'customDomains'>;
  readonly resolvers: Resolvers;
  /** Turns a failed request into words. */
  readonly explain: (error: unknown) => Failure;
}

/** Undefined when the records that the domain needs are not known. Never rejects. */
export async function checkDomain(
  { konnect, resolvers, explain }: CheckSources,
  domain: CustomDomain,
  result: DomainRecords,
): Promise<DomainCheck | undefined> {
  if (result.kind === 'none') return undefined;
  const { lookup, system, servers } = resolvers;
  const [report, systemReport, view] = await Promise.all([
    examineDns(domain.domain, result.records, lookup),
    system && examineDns(domain.domain, result.records, system),
    konnectView(konnect, domain, explain),
  ]);
  if (report === undefined) return undefined;
  const compared = systemReport && { system: systemReport };
  return { report, ...compared, servers, konnect: view };
}

/** Helpful, but the check is worth something without it too. */
async function konnectView(
  konnect: Pick<KonnectClient, 'customDomains'>,
  { id, state, state_metadata }: CustomDomain,
  explain: CheckSources['explain'],
): Promise<KonnectView> {
  const reason = state_metadata?.reason ?? '';
  const known = { state, ...(reason !== '' && { reason }) };
  try {
    const { cname, ssl } = await konnect.customDomains.onlineStatus(id);
    return { ...known, cname, ssl };
  } catch (error) {
    return { ...known, failure: explain(error).reason };
  }
}
