// The doctor's findings in words.
import type { Translate } from '../../text';
import { formerGatewayDomain } from '../names';
import { type CaaFinding, neededIssuer } from './caaCheck';
import type { ChallengeFinding } from './challengeCheck';
import type { LookupFailure } from './lookup';
import type { ReportPart } from './splitHorizon';
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
    case 'loop':
      return error(
        t('Traffic: the aliases of the domain lead in a circle, or the chain is too long.'),
      );
    case 'missing':
      return error(t('Traffic: there is no record for the domain.'));
    case 'unanswered':
      return warning(t('Traffic: no answer. {0}', failureWords(finding.why, t)));
    default:
      return targetWords(finding, t);
  }
}

function targetWords(
  finding: Extract<TrafficFinding, { readonly target: string }>,
  t: Translate,
): Words {
  const { target } = finding;
  switch (finding.kind) {
    case 'edge-missing':
      return warning(t('Traffic: the record is right, but {0} has no address yet.', target));
    case 'one-region':
      return warning(t('Traffic: the domain leads to one region of this gateway, {0}.', target));
    case 'former':
      return error(t('Traffic: the domain leads to {0}. {1}', target, switchedOff(t)));
    case 'other-gateway':
      return error(t('Traffic: the domain leads to another gateway, {0}.', target));
    case 'zone-appended':
      return error(t('Traffic: the domain leads to {0}. {1}', target, zoneAppended(t)));
    case 'dangling':
      return error(t('Traffic: the domain leads to {0}, which does not exist.', target));
    case 'proxied':
      return warning(t('Traffic: the domain leads to {0} ({1}).', finding.proxy, target));
    case 'elsewhere':
      return warning(
        t(
          'Traffic: the domain leads to {0}. That is a proxy in front of the gateway, or wrong; from outside nobody can tell.',
          target,
        ),
      );
    case 'ipv6-only':
      return warning(
        t(
          'Traffic: the domain has IPv6 addresses only ({0}), none of them this gateway’s.',
          target,
        ),
      );
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
      return error(t('Certificate: the record leads to {0}. {1}', finding.target, switchedOff(t)));
    case 'zone-appended':
      return error(t('Certificate: the record leads to {0}. {1}', finding.target, zoneAppended(t)));
    case 'other-gateway':
      return error(t('Certificate: the record is that of another gateway, {0}.', finding.target));
    case 'elsewhere':
      return error(t('Certificate: the record leads to {0}.', finding.target));
    case 'text':
      return error(t('Certificate: there is a TXT record where a CNAME is needed.'));
    case 'missing':
      return error(t('Certificate: there is no record for the challenge.'));
    case 'loop':
      return error(t('Certificate: the aliases lead in a circle, or the chain is too long.'));
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
    case 'restricted':
      return warning(
        t(
          'CAA: the records of {0} allow {1} only with {2}, which may keep Kong out.',
          finding.at,
          neededIssuer,
          finding.parameters,
        ),
      );
    case 'unanswered':
      return warning(t('CAA: no answer for {0}. {1}', finding.at, failureWords(finding.why, t)));
  }
}

/** What the system's servers say otherwise; none when they agree. */
export function splitWords(parts: readonly ReportPart[], t: Translate): readonly Words[] {
  if (parts.length === 0) return [];
  const names = parts.map((part) => partName(part, t)).join(', ');
  return [
    warning(
      t(
        'Your system’s DNS servers say something else about: {0}. What you see is not what others see.',
        names,
      ),
    ),
  ];
}

function partName(part: ReportPart, t: Translate): string {
  switch (part) {
    case 'traffic':
      return t('traffic');
    case 'certificate':
      return t('certificate');
    case 'caa':
      return t('CAA');
  }
}

function switchedOff(t: Translate): string {
  return t('Kong switched off names below {0} on 30 September 2025.', formerGatewayDomain);
}

function zoneAppended(t: Translate): string {
  return t('The DNS provider added the name of the zone to the value.');
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
