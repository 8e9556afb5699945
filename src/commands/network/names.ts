// Names of networks and of what hangs on them (cloud-gateways v2: 1 to 120 characters).
import { l10n } from 'vscode';

const longest = 120;

/** The reason why it cannot be one, or undefined. */
export function attachmentName(text: string): string | undefined {
  if (text === '') return l10n.t('Type a name.');
  return text.length > longest
    ? l10n.t('At most {0} characters; this has {1}.', longest, text.length)
    : undefined;
}

/** Also not one of those that are taken. */
export function freeName(taken: readonly string[]): (text: string) => string | undefined {
  return (text) => (taken.includes(text) ? l10n.t('{0} is taken.', text) : attachmentName(text));
}
