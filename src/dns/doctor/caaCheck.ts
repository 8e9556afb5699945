// Whether the domain's CAA records allow the certificate authority that Kong uses (RFC 8659).
import { aliasChain } from './aliases';
import type { CaaProperty, DnsLookup, LookupFailure } from './lookup';

/** Google's public CA (FACTS 5.5). */
export const neededIssuer = 'pki.goog';

export type CaaFinding =
  /** `at` is the name whose records decide; absent when there are none up to the top. */
  | { readonly kind: 'allowed'; readonly at?: string }
  | { readonly kind: 'forbidden'; readonly at: string; readonly issuers: readonly string[] }
  | { readonly kind: 'unanswered'; readonly at: string; readonly why: LookupFailure };

/** Climbs from the domain to its parents; the first set of records found decides. */
export async function checkCaa(
  lookup: DnsLookup,
  domain: string,
  isWildcard: boolean,
): Promise<CaaFinding> {
  const labels = domain.split('.');
  for (let depth = 0; depth < labels.length; depth += 1) {
    const at = labels.slice(depth).join('.');
    const properties = await relevant(lookup, at);
    if (typeof properties === 'string') return { kind: 'unanswered', at, why: properties };
    if (properties.length > 0) return judge(at, properties, isWildcard);
  }
  return { kind: 'allowed' };
}

/** An alias answers with the records of its target; not every server follows it by itself. */
async function relevant(
  lookup: DnsLookup,
  name: string,
): Promise<readonly CaaProperty[] | LookupFailure> {
  const answer = await lookup.caa(name);
  if (answer.kind === 'found') return answer.values;
  if (answer.kind === 'failed') return answer.why;
  const { targets } = await aliasChain(lookup, name);
  for (const target of targets) {
    const followed = await lookup.caa(target);
    if (followed.kind === 'found') return followed.values;
  }
  return [];
}

function judge(at: string, properties: readonly CaaProperty[], isWildcard: boolean): CaaFinding {
  const issuersOf = (tag: string) =>
    properties.filter((one) => one.tag.toLowerCase() === tag).map(({ value }) => issuer(value));
  const wild = isWildcard ? issuersOf('issuewild') : [];
  const issuers = wild.length > 0 ? wild : issuersOf('issue');
  // Without such a property the set restricts nothing, for example with `iodef` alone.
  const isAllowed = issuers.length === 0 || issuers.includes(neededIssuer);
  return isAllowed ? { kind: 'allowed', at } : { kind: 'forbidden', at, issuers };
}

/** `pki.goog; cansignhttpexchanges=yes` -> `pki.goog`; `;` alone allows nobody. */
function issuer(value: string): string {
  return (value.split(';')[0] ?? '').trim().toLowerCase();
}
