// The result of checking the DNS of a domain, and the button that asks for it.
import type { KonnectView } from '../../dns/doctor/nextStep';
import { nextStep } from '../../dns/doctor/nextStep';
import {
  caaWords,
  challengeWords,
  nextStepWords,
  trafficWords,
  type Words,
} from '../../dns/doctor/words';
import type { Translate } from '../../text';
import type { DomainCheck } from '../domainChecks';
import type { Block } from '../protocol';
import { notice } from './pieces';

export function checkBlocks(
  domainId: string,
  check: DomainCheck | undefined,
  isDemo: boolean,
  t: Translate,
): readonly Block[] {
  const isRunning = check?.state === 'running';
  const label = isRunning ? t('Checking DNS…') : t('Check DNS');
  return [
    {
      kind: 'actions',
      buttons: [{ label, does: 'checkDns', subject: domainId, isBusy: isRunning }],
    },
    ...(check?.state === 'done' ? report(check, t) : []),
    ...(check?.state === 'done' && isDemo ? [demoNotice(t)] : []),
  ];
}

function report(
  { report: { traffic, challenge, caa }, konnect }: DomainCheck & { state: 'done' },
  t: Translate,
): readonly Block[] {
  const words: readonly Words[] = [
    ...(traffic === undefined ? [] : [trafficWords(traffic, t)]),
    challengeWords(challenge, t),
    caaWords(caa, t),
    ...konnectWords(konnect, t),
  ];
  const step = nextStep({ ...(traffic && { traffic }), challenge, caa }, konnect);
  return [
    ...words.map(({ tone, text }) => notice(tone === 'error' ? 'bad' : tone, text)),
    notice('step', nextStepWords(step, t)),
  ];
}

/** Otherwise the demo would look broken. */
function demoNotice(t: Translate): Block {
  return notice('info', t('This is the demo: its domains do not exist in DNS.'));
}

function konnectWords({ cname, ssl }: KonnectView, t: Translate): readonly Words[] {
  if (cname === undefined || ssl === undefined) return [];
  const isVerified = cname === 'verified' && ssl === 'verified';
  if (isVerified)
    return [{ tone: 'good', text: t('Konnect: the domain and its certificate are verified.') }];
  const text = t(
    'Konnect: the domain is {0}, its certificate is {1}.',
    verificationText(cname, t),
    verificationText(ssl, t),
  );
  return [{ tone: 'info', text }];
}

function verificationText(status: string, t: Translate): string {
  return status === 'verified' ? t('verified') : t('not verified yet');
}
