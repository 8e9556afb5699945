// The result of checking the DNS of a domain, and the buttons that ask for it.
import { type KonnectView, nextStep } from '../../dns/doctor/nextStep';
import { nextStepWords } from '../../dns/doctor/nextStepWords';
import { differences } from '../../dns/doctor/splitHorizon';
import {
  caaWords,
  challengeWords,
  splitWords,
  trafficWords,
  type Words,
} from '../../dns/doctor/words';
import type { Translate } from '../../text';
import type { DomainCheck } from '../domainChecks';
import type { Block } from '../protocol';
import type { Run } from '../runs';
import { shownName, shownSentence } from '../shownName';
import { notice } from './pieces';

export function checkBlocks(
  domainId: string,
  check: Run<DomainCheck> | undefined,
  isDemo: boolean,
  t: Translate,
): readonly Block[] {
  const isBusy = check?.state === 'running';
  const label = isBusy ? t('Checking DNS…') : t('Check DNS');
  const other = t('Other DNS Servers…');
  return [
    {
      kind: 'actions',
      buttons: [
        { label, does: 'checkDns', subject: domainId, isBusy },
        { label: other, does: 'checkDnsElsewhere', subject: domainId, isBusy },
      ],
    },
    ...(check?.state === 'done' ? report(check.value, isDemo, t) : []),
  ];
}

function report(check: DomainCheck, isDemo: boolean, t: Translate): readonly Block[] {
  const { report: found, system, servers, konnect } = check;
  const words: readonly Words[] = [
    ...(found.traffic === undefined ? [] : [trafficWords(found.traffic, t)]),
    challengeWords(found.challenge, t),
    caaWords(found.caa, t),
    ...splitWords(system === undefined ? [] : differences(found, system), t),
    ...konnectWords(konnect, t),
  ];
  return [
    notice('info', serversText(servers, t)),
    ...words.map(({ tone, text }) => notice(tone === 'error' ? 'bad' : tone, shownSentence(text))),
    notice('step', nextStepWords(nextStep({ report: found, system, konnect }), t)),
    ...(isDemo && servers.length === 0 ? [demoNotice(t)] : []),
  ];
}

function serversText(servers: readonly string[], t: Translate): string {
  return servers.length === 0
    ? t('Asked: the DNS servers of this machine.')
    : t('Asked: {0}, and for comparison the DNS servers of this machine.', servers.join(', '));
}

/** Otherwise the demo would look broken. */
function demoNotice(t: Translate): Block {
  return notice('info', t('This is the demo: its domains do not exist in DNS.'));
}

function konnectWords(konnect: KonnectView, t: Translate): readonly Words[] {
  const { cname, ssl, failure } = konnect;
  if (failure !== undefined) {
    const text = t('Konnect could not be asked what it sees. {0}', shownSentence(failure));
    return [{ tone: 'info', text }];
  }
  if (cname === 'verified' && ssl === 'verified') {
    const text = t('Konnect: the domain and its certificate are verified.');
    return [{ tone: 'good', text }];
  }
  const text = t(
    'Konnect: the domain is {0}, its certificate is {1}.',
    verificationText(cname, t),
    verificationText(ssl, t),
  );
  return [{ tone: 'info', text }];
}

function verificationText(status: string | undefined, t: Translate): string {
  switch (status) {
    case 'verified':
      return t('verified');
    case 'unverified':
    case undefined:
      return t('not verified yet');
    default:
      return shownName(status);
  }
}
