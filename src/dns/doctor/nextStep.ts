// Puts what DNS says together with what Konnect says, and names the one thing to do next.
import type { DnsReport } from './examine';
import { differences } from './splitHorizon';

/** What Konnect itself sees of the domain (cgw#get-custom-domain-online-status). */
export interface KonnectView {
  /** State of the domain. */
  readonly state: string;
  /** `state_metadata.reason`: Konnect's own words about a problem. */
  readonly reason?: string;
  /** `verified` or `unverified`; absent when it could not be asked. */
  readonly cname?: string;
  readonly ssl?: string;
  /** Why it could not be asked. */
  readonly failure?: string;
}

export type NextStep =
  | 'ask-other-servers'
  | 'compare-servers'
  | 'fix-challenge'
  | 'replace-text'
  | 'fix-caa'
  | 'widen-caa'
  | 'fix-traffic'
  | 'add-dot'
  | 'look-at-proxy'
  | 'lead-to-all-regions'
  | 'wait-for-gateway'
  | 'wait-for-konnect'
  | 'recreate-domain'
  | 'mend-own-view'
  | 'nothing';

export interface Findings {
  readonly report: DnsReport;
  /** What the system's servers say, where others were asked. */
  readonly system?: DnsReport | undefined;
  readonly konnect: KonnectView;
}

/** The certificate comes first: without it, traffic that arrives fails. */
export function nextStep({ report, system, konnect }: Findings): NextStep {
  const step = certificateStep(report) ?? trafficStep(report, konnect);
  const isMissing = step === 'fix-challenge' || step === 'fix-traffic';
  if (isMissing && system === undefined && isMissingHereOnly(report, konnect)) {
    return 'compare-servers';
  }
  const differs = system !== undefined && differences(report, system).length > 0;
  return differs && (step === 'nothing' || step === 'wait-for-konnect') ? 'mend-own-view' : step;
}

/** Konnect looks from outside and has seen the records: then it may be a matter of who is asked. */
function isMissingHereOnly(
  { traffic, challenge }: DnsReport,
  { cname, ssl }: KonnectView,
): boolean {
  const kinds = [traffic?.kind ?? 'right', challenge.kind];
  const isMissing = kinds.includes('missing');
  return (
    cname === 'verified' &&
    ssl === 'verified' &&
    isMissing &&
    kinds.every((kind) => kind === 'missing' || kind === 'right')
  );
}

function certificateStep({ traffic, challenge, caa }: DnsReport): NextStep | undefined {
  if (challenge.kind === 'unanswered' || traffic?.kind === 'unanswered') return 'ask-other-servers';
  if (challenge.kind === 'text') return 'replace-text';
  if (challenge.kind === 'zone-appended') return 'add-dot';
  if (challenge.kind !== 'right') return 'fix-challenge';
  if (caa.kind === 'forbidden') return 'fix-caa';
  if (caa.kind === 'restricted') return 'widen-caa';
  return caa.kind === 'unanswered' ? 'ask-other-servers' : undefined;
}

function trafficStep({ traffic }: DnsReport, konnect: KonnectView): NextStep {
  switch (traffic?.kind) {
    case 'edge-missing':
      return 'wait-for-gateway';
    case 'one-region':
      return 'lead-to-all-regions';
    // Konnect looks from outside: what it has verified works, whatever is in between.
    case 'proxied':
    case 'elsewhere':
    case 'ipv6-only':
      return konnect.cname === 'verified' ? settle(konnect) : 'look-at-proxy';
    case 'zone-appended':
      return 'add-dot';
    case 'former':
    case 'other-gateway':
    case 'dangling':
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
