// Small pieces that several sections of the panel are made of.
import type { Grade } from '../../dns/names';
import type { Translate } from '../../text';
import type { Failure } from '../gatewayParts';
import type { Button, CopyText, Fact, Mark, Notice } from '../protocol';
import { shownName, shownSentence } from '../shownName';

export function notice(tone: Notice['tone'], text: string, ...buttons: readonly Button[]): Notice {
  return { kind: 'notice', tone, text, ...(buttons.length > 0 && { buttons }) };
}

/** `what` says in one sentence what could not be read. */
export function failureNotice(what: string, failure: Failure, t: Translate): Notice {
  const signIn: readonly Button[] =
    failure.kind === 'authentication' ? [{ label: t('Sign In'), does: 'signIn' }] : [];
  const text = t('{0} {1}', what, shownSentence(failure.reason));
  return notice('error', text, { label: t('Retry'), does: 'refresh' }, ...signIn);
}

export function gradeMark(grade: Grade, t: Translate): Mark {
  return grade === 'returned'
    ? { text: t('returned'), tone: 'plain', explanation: t('Konnect returned this value.') }
    : {
        text: t('derived'),
        tone: 'derived',
        explanation: t(
          'Konnect does not return this value; it is worked out from what Konnect returns.',
        ),
      };
}

/** A value whose button says "Copy" and what. */
export function copyText(text: string, what: string, t: Translate): CopyText {
  return { text, copyLabel: t('Copy {0}', what) };
}

export function fact(label: string, value: string): Fact {
  return { label, value: shownName(value) };
}

/** `aws us-east-2`; both are Konnect's own words. */
export function placeText(place: { readonly provider: string; readonly region: string }): string {
  return `${shownName(place.provider)} ${shownName(place.region)}`;
}
