// Whether the record is there by which Kong proves that it may have a certificate for the domain.
import { gatewayDomain } from '../names';
import { type AliasChain, aliasChain } from './aliases';
import type { DnsLookup, LookupFailure } from './lookup';
import { hasZoneAppended, isFormerName } from './slips';

export type ChallengeFinding =
  | { readonly kind: 'right' }
  /** The commonest slip: `.acme.` left out. */
  | { readonly kind: 'without-acme'; readonly target: string }
  /** To a name that was switched off on 2025-09-30. */
  | { readonly kind: 'former'; readonly target: string }
  | { readonly kind: 'other-gateway'; readonly target: string }
  /** The right value with the name of the zone after it. */
  | { readonly kind: 'zone-appended'; readonly target: string }
  | { readonly kind: 'elsewhere'; readonly target: string }
  /** A text record in place of the alias: typed in, or left by a provider that resolves aliases itself. */
  | { readonly kind: 'text' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'loop' }
  | { readonly kind: 'unanswered'; readonly why: LookupFailure };

export async function checkChallenge(
  lookup: DnsLookup,
  { host, value }: { readonly host: string; readonly value: string },
): Promise<ChallengeFinding> {
  const chain = await aliasChain(lookup, host);
  const { targets, end } = chain;
  // The challenge may pass through names of the customer's own.
  if (targets.includes(value)) return { kind: 'right' };
  const [target] = targets;
  if (target !== undefined) return aliasElsewhere(chain, target, value);
  if (end === 'no-name') return { kind: 'missing' };
  if (end === 'name') {
    return { kind: (await lookup.txt(host)).kind === 'found' ? 'text' : 'missing' };
  }
  return end === 'loop' ? { kind: 'loop' } : { kind: 'unanswered', why: end };
}

function aliasElsewhere(
  { targets, end }: AliasChain,
  first: string,
  value: string,
): ChallengeFinding {
  const withoutAcme = value.replace('.acme.', '.');
  const slip = targets.find((name) => name === withoutAcme || isFormerName(name));
  if (slip !== undefined) {
    return { kind: isFormerName(slip) ? 'former' : 'without-acme', target: slip };
  }
  const appended = targets.find((name) => hasZoneAppended(name, value));
  if (appended !== undefined) return { kind: 'zone-appended', target: appended };
  const other = targets.find((name) => name.endsWith(`.acme.${gatewayDomain}`));
  if (other !== undefined) return { kind: 'other-gateway', target: other };
  if (end === 'loop') return { kind: 'loop' };
  return end === 'name' || end === 'no-name'
    ? { kind: 'elsewhere', target: first }
    : { kind: 'unanswered', why: end };
}
