// The DNS records that a custom domain needs: one for traffic, one for its certificate.
import { type Access, accessOf } from './access';
import { guessApex } from './apex';
import { toHostname } from './hostname';
import { challengeTarget, type Grade, publicEdgeName } from './names';

export interface DnsRecord {
  readonly purpose: 'traffic' | 'certificate';
  readonly host: string;
  /** ALIAS stands for what a DNS provider offers in place of a CNAME at the apex (ALIAS, ANAME, flattening). */
  readonly type: 'CNAME' | 'ALIAS';
  readonly value: string;
  readonly ttlSeconds: number;
  readonly grade: Grade;
}

export type Caution = 'apex' | 'possible-apex' | 'wildcard' | 'private-only' | 'access-unknown';
export type NoRecordsReason = 'prefix-unknown' | 'domain-unusable' | 'serverless';

export type DomainRecords =
  | {
      readonly kind: 'records';
      readonly records: readonly DnsRecord[];
      readonly cautions: readonly Caution[];
    }
  | { readonly kind: 'none'; readonly reason: NoRecordsReason };

export interface DomainInput {
  readonly domain: string;
  readonly kind?: string | null | undefined;
}

export interface GatewayInput {
  /** From `dnsPrefix`. */
  readonly prefix: string | undefined;
  /** `api_access` of the configuration. */
  readonly apiAccess?: string | null | undefined;
}

const ttlSeconds = 300;
const wildcardPrefix = '*.';
const challengeLabel = '_acme-challenge.';

export function domainRecords(domain: DomainInput, gateway: GatewayInput): DomainRecords {
  if ((domain.kind ?? '').startsWith('serverless')) return { kind: 'none', reason: 'serverless' };
  if (gateway.prefix === undefined) return { kind: 'none', reason: 'prefix-unknown' };
  const isWildcard = domain.domain.startsWith(wildcardPrefix);
  const base = toHostname(isWildcard ? domain.domain.slice(wildcardPrefix.length) : domain.domain);
  // The challenge is a name too and must fit in DNS.
  if (base === undefined || toHostname(challengeLabel + base) === undefined) {
    return { kind: 'none', reason: 'domain-unusable' };
  }
  const place: Place = { base, isWildcard, access: accessOf(gateway.apiAccess) };
  return {
    kind: 'records',
    records: [...traffic(place, gateway.prefix), certificate(place, gateway.prefix)],
    cautions: cautions(place),
  };
}

interface Place {
  readonly base: string;
  readonly isWildcard: boolean;
  readonly access: Access;
}

/** None for a private gateway: the public name does not lead to it. */
function traffic({ base, isWildcard, access }: Place, prefix: string): readonly DnsRecord[] {
  if (access === 'private') return [];
  const isApex = !isWildcard && guessApex(base) === 'apex';
  return [
    {
      purpose: 'traffic',
      host: isWildcard ? wildcardPrefix + base : base,
      type: isApex ? 'ALIAS' : 'CNAME',
      value: publicEdgeName(prefix),
      ttlSeconds,
      grade: 'derived',
    },
  ];
}

/** A wildcard is validated at the name that it covers (RFC 8555, 8.4). */
function certificate({ base }: Place, prefix: string): DnsRecord {
  return {
    purpose: 'certificate',
    host: challengeLabel + base,
    type: 'CNAME',
    value: challengeTarget(prefix),
    ttlSeconds,
    grade: 'derived',
  };
}

function cautions({ base, isWildcard, access }: Place): readonly Caution[] {
  const found: Caution[] = [];
  const guess = guessApex(base);
  if (isWildcard) found.push('wildcard');
  if (access === 'private') found.push('private-only');
  if (access === 'unknown') found.push('access-unknown');
  if (!isWildcard && access !== 'private' && guess !== 'below-apex') found.push(guess);
  return found;
}
