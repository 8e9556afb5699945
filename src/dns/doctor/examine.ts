// Examines the DNS of one custom domain as it is now.
import type { DnsRecord } from '../domainRecords';
import { type CaaFinding, checkCaa } from './caaCheck';
import { type ChallengeFinding, checkChallenge } from './challengeCheck';
import type { DnsLookup } from './lookup';
import { checkTraffic, type TrafficFinding } from './trafficCheck';

export interface DnsReport {
  /** Absent for a private gateway, where no record for traffic is wanted. */
  readonly traffic?: TrafficFinding;
  readonly challenge: ChallengeFinding;
  readonly caa: CaaFinding;
}

/** Any name below a wildcard will do; this one is unlikely to have records of its own. */
const sampleLabel = 'kong-dns-check';
const wildcardPrefix = '*.';
const challengePrefix = '_acme-challenge.';

/** `records` are those that the domain needs; undefined when they are not known. Never rejects. */
export async function examineDns(
  domainName: string,
  records: readonly DnsRecord[],
  lookup: DnsLookup,
): Promise<DnsReport | undefined> {
  const traffic = records.find(({ purpose }) => purpose === 'traffic');
  const certificate = records.find(({ purpose }) => purpose === 'certificate');
  if (certificate === undefined) return undefined;
  const domain = certificate.host.slice(challengePrefix.length);
  const isWildcard = domainName.startsWith(wildcardPrefix);
  const host = isWildcard ? `${sampleLabel}.${domain}` : domain;
  const [found, challenge, caa] = await Promise.all([
    traffic && checkTraffic(lookup, { host, value: traffic.value }),
    checkChallenge(lookup, certificate),
    checkCaa(lookup, domain, isWildcard),
  ]);
  return { ...(found && { traffic: found }), challenge, caa };
}
