// Where two DNS servers say different things about one domain: one network's view is not everybody's.
import type { DnsReport } from './examine';

export type ReportPart = 'traffic' | 'certificate' | 'caa';

/**
 * The parts that differ in kind. Addresses alone are no difference: a content network gives each asker its own.
 * What one of the two could not answer is not compared.
 */
export function differences(one: DnsReport, other: DnsReport): readonly ReportPart[] {
  const pairs: readonly (readonly [ReportPart, string | undefined, string | undefined])[] = [
    ['traffic', sameTraffic(one.traffic?.kind), sameTraffic(other.traffic?.kind)],
    ['certificate', one.challenge.kind, other.challenge.kind],
    ['caa', one.caa.kind, other.caa.kind],
  ];
  return pairs.filter(([, a, b]) => a !== b && isAnswer(a) && isAnswer(b)).map(([part]) => part);
}

function isAnswer(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'unanswered';
}

/** Some servers resolve an alias themselves, which leads to the same place. */
function sameTraffic(kind: string | undefined): string | undefined {
  return kind === 'flattened' || kind === 'edge-missing' ? 'right' : kind;
}
