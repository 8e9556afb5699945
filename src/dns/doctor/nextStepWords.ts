// The one thing to do next, in words.
import type { Translate } from '../../text';
import { neededIssuer } from './caaCheck';
import type { NextStep } from './nextStep';

export function nextStepWords(step: NextStep, t: Translate): string {
  switch (step) {
    case 'ask-other-servers':
      return t(
        'Next: check again with other DNS servers. If they fail too, the DNS servers of the domain are at fault.',
      );
    case 'compare-servers':
      return t(
        'Next: check again with a public DNS server. Konnect has seen the records, so yours may answer differently inside your network or remember an older answer.',
      );
    case 'wait-for-gateway':
      return t('Next: wait until the data planes are ready, then check again.');
    case 'wait-for-konnect':
      return t('Next: wait. DNS is right; Konnect looks every five minutes.');
    case 'recreate-domain':
      return t(
        'Next: DNS is right, but Konnect reports an error. Delete the domain and create it again; if that does not help, ask Kong.',
      );
    case 'mend-own-view':
      return t(
        'Next: nothing for clients outside. Inside your network the domain leads elsewhere: correct the internal zone, unless that is intended.',
      );
    case 'nothing':
      return t('Everything is as it should be.');
    default:
      return recordStepWords(step, t);
  }
}

type RecordStep = Exclude<
  NextStep,
  | 'ask-other-servers'
  | 'compare-servers'
  | 'wait-for-gateway'
  | 'wait-for-konnect'
  | 'recreate-domain'
  | 'mend-own-view'
  | 'nothing'
>;

/** Steps that change a record. */
function recordStepWords(step: RecordStep, t: Translate): string {
  switch (step) {
    case 'fix-challenge':
      return t('Next: create or correct the record for the certificate, as shown above.');
    case 'replace-text':
      return t(
        'Next: replace the TXT record with the CNAME shown above. If your DNS provider turns CNAME records into others (flattening), switch that off for this name.',
      );
    case 'fix-caa':
      return t(
        'Next: add a CAA record that allows {0}, or remove those that restrict.',
        neededIssuer,
      );
    case 'widen-caa':
      return t(
        'Next: if no certificate is issued, add a CAA record that allows {0} without parameters.',
        neededIssuer,
      );
    case 'fix-traffic':
      return t('Next: create or correct the record for the domain, as shown above.');
    case 'add-dot':
      return t('Next: end the value with a dot, or enter it as your DNS provider asks for it.');
    case 'look-at-proxy':
      return t(
        'Next: if there is a proxy or CDN, let it forward to this gateway; otherwise correct the record as shown above.',
      );
    case 'lead-to-all-regions':
      return t(
        'Next: if the domain is not meant for that region alone, correct the record as shown above.',
      );
  }
}
