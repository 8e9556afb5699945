// A survey of custom domains as a Markdown document: first what must be moved off the switched-off names.
import { nextStepWords } from '../../dns/doctor/nextStepWords';
import { type SurveyedDomain, stepOf, type Verdict, verdictOf } from '../../dns/doctor/survey';
import { caaWords, challengeWords, trafficWords } from '../../dns/doctor/words';
import { formerGatewayDomain } from '../../dns/names';
import type { Translate } from '../../text';
import { markdownBlock, markdownCode, markdownTable, markdownText } from '../markdown';
import { zoneFile } from './zoneFile';

export interface SurveyFacts {
  readonly organization: string;
  /** In the user's own format. */
  readonly at: string;
  /** DNS servers that were named; none: those of the machine. */
  readonly servers: readonly string[];
  /** What could not be read, in sentences. */
  readonly gaps: readonly string[];
}

export function domainSurveyText(
  domains: readonly SurveyedDomain[],
  facts: SurveyFacts,
  t: Translate,
): string {
  const of = (...verdicts: Verdict[]) => domains.filter((one) => verdicts.includes(verdictOf(one)));
  const parts = [
    `# ${t('DNS of custom domains')}\n`,
    `${intro(domains.length, facts, t)}\n`,
    ...facts.gaps.map((gap) => `> ${markdownText(gap)}\n`),
    formerPart(of('former'), t),
    listPart(t('With other problems'), of('wrong'), t, recordsOf),
    listPart(t('Without an answer'), of('unanswered'), t),
    listPart(t('Waiting'), of('waiting'), t),
    listPart(t('Records not known'), of('unknown'), t),
    rightPart(of('right'), t),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function intro(count: number, { organization, at, servers }: SurveyFacts, t: Translate): string {
  const asked =
    servers.length === 0
      ? t('the DNS servers of this machine')
      : servers.map(markdownCode).join(', ');
  const text = t('{0} custom domains of {1}, {2}. Asked:', count, organization, at);
  return `${markdownText(text)} ${asked}\n`;
}

function formerPart(domains: readonly SurveyedDomain[], t: Translate): string {
  const title = `## ${t('On names that Kong switched off')} (${domains.length})\n`;
  const name = markdownCode(`*.${formerGatewayDomain}`);
  if (domains.length === 0) return `${title}\n${markdownText(t('None leads to'))} ${name}\n`;
  const rows = domains.flatMap(({ controlPlane, former }) =>
    (former?.records ?? []).map(({ host, target, replacement }) => [
      markdownCode(host),
      markdownText(controlPlane),
      markdownCode(target),
      markdownCode(replacement),
    ]),
  );
  const lines = domains.flatMap(({ former }) =>
    (former?.records ?? []).map(
      ({ host, replacement }) => `${host}.\t300\tIN\tCNAME\t${replacement}.\n`,
    ),
  );
  const table = markdownTable([
    [t('Host'), t('Control plane'), t('Leads to'), t('Must lead to')],
    ...rows,
  ]);
  const advice = t(
    'They have not worked since 30 September 2025. The records to set instead, as lines of a zone file:',
  );
  return [title, table, `${markdownText(advice)}\n`, markdownBlock('', lines.join(''))].join('\n');
}

/** What the domain needs, for whoever is told to correct it. */
function recordsOf({ records }: SurveyedDomain): string {
  return records.kind === 'records' ? `${markdownBlock('', zoneFile(records.records))}\n` : '';
}

function listPart(
  title: string,
  domains: readonly SurveyedDomain[],
  t: Translate,
  more: (domain: SurveyedDomain) => string = () => '',
): string {
  if (domains.length === 0) return '';
  const items = domains.map((domain) => {
    const name = `### ${markdownCode(domain.domain)}\n`;
    const words = wordsOf(domain, t).map((text) => `- ${markdownText(text)}\n`);
    return `${name}\n${more(domain)}${words.join('')}`;
  });
  return [`## ${title} (${domains.length})\n`, ...items].join('\n');
}

function wordsOf(domain: SurveyedDomain, t: Translate): readonly string[] {
  const { controlPlane, konnect, report, records } = domain;
  const step = stepOf(domain);
  const found = report && [
    ...(report.traffic === undefined ? [] : [trafficWords(report.traffic, t)]),
    challengeWords(report.challenge, t),
    caaWords(report.caa, t),
  ];
  const unknown = records.kind === 'none' ? [unknownText(records.reason, t)] : [];
  return [
    t('Control plane {0}, state {1}', controlPlane, konnect.state),
    ...(konnect.reason === undefined ? [] : [t('Konnect reports: {0}', konnect.reason)]),
    ...(found ?? []).filter(({ tone }) => tone !== 'good').map(({ text }) => text),
    ...unknown,
    ...(step === undefined ? [] : [nextStepWords(step, t)]),
  ];
}

function unknownText(reason: string, t: Translate): string {
  switch (reason) {
    case 'serverless':
      return t('It belongs to a serverless gateway, whose records are not known.');
    case 'domain-unusable':
      return t('It is no valid domain name.');
    default:
      return t(
        'The names of its gateway are not known, so only switched-off names were looked for.',
      );
  }
}

function rightPart(domains: readonly SurveyedDomain[], t: Translate): string {
  if (domains.length === 0) return '';
  const items = domains.map(({ domain }) => `- ${markdownCode(domain)}\n`);
  return `## ${t('In order')} (${domains.length})\n\n${items.join('')}`;
}
