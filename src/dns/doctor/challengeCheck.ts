// Whether the record is there by which Kong proves that it may have a certificate for the domain.
import { formerGatewayDomain } from '../names';
import { aliasChain } from './aliases';
import type { DnsLookup, LookupFailure } from './lookup';

export type ChallengeFinding =
  | { readonly kind: 'right' }
  /** The commonest slip: `.acme.` left out. */
  | { readonly kind: 'without-acme'; readonly target: string }
  /** To a name that was switched off on 2025-09-30. */
  | { readonly kind: 'former'; readonly target: string }
  | { readonly kind: 'elsewhere'; readonly target: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unanswered'; readonly why: LookupFailure };

export async function checkChallenge(
  lookup: DnsLookup,
  { host, value }: { readonly host: string; readonly value: string },
): Promise<ChallengeFinding> {
  const { targets, end } = await aliasChain(lookup, host);
  const [target] = targets;
  // The challenge may pass through names of the customer's own.
  if (targets.includes(value)) return { kind: 'right' };
  if (target === undefined) {
    const isMissing = end === 'name' || end === 'no-name' || end === 'loop';
    return isMissing ? { kind: 'missing' } : { kind: 'unanswered', why: end };
  }
  if (target === value.replace('.acme.', '.')) return { kind: 'without-acme', target };
  const isFormer = target.endsWith(`.${formerGatewayDomain}`);
  return { kind: isFormer ? 'former' : 'elsewhere', target };
}
