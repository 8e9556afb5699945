// Puts what DNS says together with what Konnect says, and names the one thing to do next.
import type { DnsReport } from './examine';

/** What Konnect itself sees of the domain (cgw#get-custom-domain-online-status). */
export interface KonnectView {
  /** State of the domain. */
  readonly state: string;
  /** `verified` or `unverified`; absent when it could not be asked. */
  readonly cname?: string;
  readonly ssl?: string;
}

export type NextStep =
  | 'ask-other-servers'
  | 'fix-challenge'
  | 'fix-caa'
  | 'fix-traffic'
  | 'look-at-proxy'
  | 'wait-for-gateway'
  | 'wait-for-konnect'
  | 'recreate-domain'
  | 'nothing';

/** The certificate comes first: without it, traffic that arrives fails. */
export function nextStep({ traffic, challenge, caa }: DnsReport, konnect: KonnectView): NextStep {
  if (challenge.kind === 'unanswered' || traffic?.kind === 'unanswered') return 'ask-other-servers';
  if (challenge.kind !== 'right') return 'fix-challenge';
  if (caa.kind === 'forbidden') return 'fix-caa';
  if (caa.kind === 'unanswered') return 'ask-other-servers';
  switch (traffic?.kind) {
    case 'edge-missing':
      return 'wait-for-gateway';
    // Konnect looks from outside: what it has verified works, whatever is in between.
    case 'elsewhere':
    case 'ipv6-only':
      return konnect.cname === 'verified' ? settle(konnect) : 'look-at-proxy';
    case 'former':
    case 'other-gateway':
    case 'missing':
    case 'loop':
      return 'fix-traffic';
    default:
      return settle(konnect);
  }
}

/** DNS is as it should be. */
function settle({ state, cname, ssl }: KonnectView): NextStep {
  if (state === 'error') return 'recreate-domain';
  const isVerified = cname !== 'unverified' && ssl !== 'unverified';
  return state === 'ready' && isVerified ? 'nothing' : 'wait-for-konnect';
}
