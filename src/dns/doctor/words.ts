// The doctor's findings in words.
import type { Translate } from '../../text';
import { type CaaFinding, neededIssuer } from './caaCheck';
import type { ChallengeFinding } from './challengeCheck';
import type { LookupFailure } from './lookup';
import type { NextStep } from './nextStep';
import type { TrafficFinding } from './trafficCheck';

export interface Words {
  readonly tone: 'good' | 'info' | 'warning' | 'error';
  readonly text: string;
}

export function trafficWords(finding: TrafficFinding, t: Translate): Words {
  switch (finding.kind) {
    case 'right':
      return good(t('Traffic: the domain leads to this gateway.'));
    case 'flattened':
      return good(t('Traffic: the domain has the addresses of this gateway.'));
    case 'edge-missing':
      return warning(
        t('Traffic: the record is right, but {0} has no address yet.', finding.target),
      );
    case 'former':
      return error(
        t(
          'Traffic: the domain leads to {0}, a name that Kong switched off on 30 September 2025.',
          finding.target,
        ),
      );
    case 'other-gateway':
      return error(t('Traffic: the domain leads to another gateway, {0}.', finding.target));
    case 'elsewhere':
      return warning(
        t(
          'Traffic: the domain leads to {0}. That is a proxy in front of the gateway, or wrong; from outside nobody can tell.',
          finding.target,
        ),
      );
    case 'ipv6-only':
      return warning(
        t(
          'Traffic: the domain has IPv6 addresses only ({0}), none of them this gateway’s.',
          finding.target,
        ),
      );
    case 'missing':
      return error(t('Traffic: there is no record for the domain.'));
    case 'loop':
      return error(
        t('Traffic: the aliases of the domain lead in a circle, or the chain is too long.'),
      );
    case 'unanswered':
      return warning(t('Traffic: no answer. {0}', failureWords(finding.why, t)));
  }
}

export function challengeWords(finding: ChallengeFinding, t: Translate): Words {
  switch (finding.kind) {
    case 'right':
      return good(t('Certificate: the record is right.'));
    case 'without-acme':
      return error(
        t('Certificate: the record leads to {0}, which lacks “.acme.”.', finding.target),
      );
    case 'former':
      return error(
        t(
          'Certificate: the record leads to {0}, a name that Kong switched off on 30 September 2025.',
          finding.target,
        ),
      );
    case 'elsewhere':
      return error(t('Certificate: the record leads to {0}.', finding.target));
    case 'missing':
      return error(t('Certificate: there is no record for the challenge.'));
    case 'unanswered':
      return warning(t('Certificate: no answer. {0}', failureWords(finding.why, t)));
  }
}

export function caaWords(finding: CaaFinding, t: Translate): Words {
  switch (finding.kind) {
    case 'allowed':
      return finding.at === undefined
        ? good(t('CAA: no records, so every authority may issue certificates.'))
        : good(t('CAA: the records of {0} allow {1}.', finding.at, neededIssuer));
    case 'forbidden':
      return error(
        t(
          'CAA: the records of {0} do not allow {1}, from which Kong gets certificates.',
          finding.at,
          neededIssuer,
        ),
      );
    case 'unanswered':
      return warning(t('CAA: no answer for {0}. {1}', finding.at, failureWords(finding.why, t)));
  }
}

export function nextStepWords(step: NextStep, t: Translate): string {
  switch (step) {
    case 'ask-other-servers':
      return t('Next: check the DNS servers of the domain and your network, then check again.');
    case 'fix-challenge':
      return t('Next: create or correct the record for the certificate, as shown above.');
    case 'fix-caa':
      return t(
        'Next: add a CAA record that allows {0}, or remove those that restrict.',
        neededIssuer,
      );
    case 'fix-traffic':
      return t('Next: create or correct the record for the domain, as shown above.');
    case 'look-at-proxy':
      return t(
        'Next: if there is a proxy or CDN, let it forward to this gateway; otherwise correct the record as shown above.',
      );
    case 'wait-for-gateway':
      return t('Next: wait until the data planes are ready, then check again.');
    case 'wait-for-konnect':
      return t('Next: wait. DNS is right; Konnect looks every five minutes.');
    case 'recreate-domain':
      return t(
        'Next: DNS is right, but Konnect reports an error. Delete the domain and create it again; if that does not help, ask Kong.',
      );
    case 'nothing':
      return t('Everything is as it should be.');
  }
}

function failureWords(why: LookupFailure, t: Translate): string {
  switch (why) {
    case 'server-failure':
      return t(
        'The DNS server reports a failure (SERVFAIL): often DNSSEC or the zone’s own servers.',
      );
    case 'timeout':
      return t('The DNS server did not answer in time.');
    case 'refused':
      return t('The DNS server refused to answer.');
    case 'unreachable':
      return t('No DNS server can be reached.');
    case 'unknown':
      return t('The DNS server’s answer could not be used.');
  }
}

function good(text: string): Words {
  return { tone: 'good', text };
}

function warning(text: string): Words {
  return { tone: 'warning', text };
}

function error(text: string): Words {
  return { tone: 'error', text };
}
