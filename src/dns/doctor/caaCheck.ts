// Whether the domain's CAA records allow the certificate authority that Kong uses (RFC 8659).
import { aliasChain } from './aliases';
import type { CaaProperty, DnsLookup, LookupFailure } from './lookup';

/** Google's public CA (FACTS 5.5). */
export const neededIssuer = 'pki.goog';

export type CaaFinding =
  /** `at` is the name whose records decide; absent when there are none up to the top. */
  | { readonly kind: 'allowed'; readonly at?: string }
  | { readonly kind: 'forbidden'; readonly at: string; readonly issuers: readonly string[] }
  /** Allowed with parameters that name an account or a method of validation, and Kong's may be another (RFC 8657). */
  | { readonly kind: 'restricted'; readonly at: string; readonly parameters: string }
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
    if (followed.kind === 'failed') return followed.why;
  }
  return [];
}

function judge(at: string, properties: readonly CaaProperty[], isWildcard: boolean): CaaFinding {
  const propertiesOf = (tag: string) =>
    properties.filter((one) => one.tag.toLowerCase() === tag).map(({ value }) => parsed(value));
  const wild = isWildcard ? propertiesOf('issuewild') : [];
  const deciding = wild.length > 0 ? wild : propertiesOf('issue');
  // Without such a property the set restricts nothing, for example with `iodef` alone.
  if (deciding.length === 0) return { kind: 'allowed', at };
  const ours = deciding.filter(({ issuer }) => issuer === neededIssuer);
  const [first] = ours;
  if (first === undefined) {
    return { kind: 'forbidden', at, issuers: deciding.map(({ issuer }) => issuer) };
  }
  return ours.every(({ parameters }) => restricting.test(parameters))
    ? { kind: 'restricted', at, parameters: first.parameters }
    : { kind: 'allowed', at };
}

const restricting = /\b(accounturi|validationmethods)\s*=/i;

/** `pki.goog; cansignhttpexchanges=yes` -> `pki.goog` and the rest; `;` alone allows nobody. */
function parsed(value: string): { readonly issuer: string; readonly parameters: string } {
  const [issuer = '', ...parameters] = value.split(';');
  return { issuer: issuer.trim().toLowerCase(), parameters: parameters.join(';').trim() };
}
