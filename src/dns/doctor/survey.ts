// Examines the DNS of many custom domains, a few at a time.
import { type DomainRecords, domainRecords, type GatewayInput } from '../domainRecords';
import { type DnsReport, examineDns } from './examine';
import { type FormerNames, formerNames } from './formerNames';
import type { DnsLookup } from './lookup';
import { type KonnectView, type NextStep, nextStep } from './nextStep';

export interface DomainToSurvey {
  readonly domain: string;
  readonly kind?: string | null | undefined;
  readonly konnect: KonnectView;
  /** Name of the control plane, or its id. */
  readonly controlPlane: string;
  /** Prefix undefined: the gateway's own names are not known. */
  readonly gateway: GatewayInput;
}

export interface SurveyedDomain extends DomainToSurvey {
  /** Undefined for what is no domain name. */
  readonly former: FormerNames | undefined;
  readonly records: DomainRecords;
  /** Undefined when the records that it needs are not known. */
  readonly report: DnsReport | undefined;
}

export type Verdict = 'former' | 'wrong' | 'unanswered' | 'unknown' | 'waiting' | 'right';

export interface SurveyRun {
  readonly lookup: DnsLookup;
  readonly signal: AbortSignal;
  /** After each domain. */
  readonly onProgress: (done: number) => void;
}

const atATime = 8;

/** In the order given. @throws the signal's reason once it is aborted */
export async function surveyDomains(
  domains: readonly DomainToSurvey[],
  { lookup, signal, onProgress }: SurveyRun,
): Promise<readonly SurveyedDomain[]> {
  const surveyed: SurveyedDomain[] = new Array(domains.length);
  const waiting = domains.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [index, domain] of waiting) {
      signal.throwIfAborted();
      surveyed[index] = await survey(domain, lookup);
      done += 1;
      onProgress(done);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return surveyed;
}

async function survey(domain: DomainToSurvey, lookup: DnsLookup): Promise<SurveyedDomain> {
  const records = domainRecords(domain, domain.gateway);
  const [former, report] = await Promise.all([
    formerNames(lookup, domain.domain),
    records.kind === 'records' ? examineDns(domain.domain, records.records, lookup) : undefined,
  ]);
  return { ...domain, former, records, report };
}

/** What is to be done for it is said by `stepOf`. */
export function verdictOf({ former, report, konnect }: SurveyedDomain): Verdict {
  if ((former?.records ?? []).length > 0) return 'former';
  if (report === undefined) return former?.unanswered === undefined ? 'unknown' : 'unanswered';
  switch (nextStep({ report, konnect })) {
    case 'nothing':
      return 'right';
    case 'wait-for-konnect':
    case 'wait-for-gateway':
      return 'waiting';
    case 'ask-other-servers':
      return 'unanswered';
    default:
      return 'wrong';
  }
}

export function stepOf({ report, konnect }: SurveyedDomain): NextStep | undefined {
  return report && nextStep({ report, konnect });
}
