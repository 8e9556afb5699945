// Checks of custom domains: what DNS and Konnect say about one, asked when the user wants to know.
import { type DnsReport, examineDns } from '../dns/doctor/examine';
import type { DnsLookup } from '../dns/doctor/lookup';
import type { KonnectView } from '../dns/doctor/nextStep';
import { type DomainRecords, domainRecords } from '../dns/domainRecords';
import { dnsPrefix } from '../dns/prefix';
import type { CustomDomain, KonnectClient } from '../konnect/client';
import { type GatewayParts, loaded } from './gatewayParts';

export type DomainCheck =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly report: DnsReport; readonly konnect: KonnectView };

/** By id of the domain. */
export type DomainChecks = ReadonlyMap<string, DomainCheck>;

export function recordsOfDomain(parts: GatewayParts, domain: CustomDomain): DomainRecords {
  const controlPlane = loaded(parts.controlPlane);
  const apiAccess = loaded(parts.configuration)?.api_access;
  return domainRecords(domain, { prefix: controlPlane && dnsPrefix(controlPlane), apiAccess });
}

/** Undefined when the records that the domain needs are not known. Never rejects. */
export async function checkDomain(
  konnect: Pick<KonnectClient, 'customDomains'>,
  lookup: DnsLookup,
  domain: CustomDomain,
  result: DomainRecords,
): Promise<DomainCheck | undefined> {
  if (result.kind === 'none') return undefined;
  const [report, view] = await Promise.all([
    examineDns(domain.domain, result.records, lookup),
    konnectView(konnect, domain),
  ]);
  return report && { state: 'done', report, konnect: view };
}

/** Helpful, but the check is worth something without it too. */
async function konnectView(
  konnect: Pick<KonnectClient, 'customDomains'>,
  { id, state }: CustomDomain,
): Promise<KonnectView> {
  try {
    const { cname, ssl } = await konnect.customDomains.onlineStatus(id);
    return { state, cname, ssl };
  } catch {
    return { state };
  }
}
