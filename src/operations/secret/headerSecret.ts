// A secret as the value of a request header: what can be one, and how transformers write it (FACTS 9).
import type { Translate } from '../../text';

export interface HeaderSecret {
  readonly header: string;
  /** What stands after the colon. */
  readonly value: string;
}

/** The limit of a config store, which holds header and value as one text. */
const longest = 5120;
const shortest = 6;

export function whyNotHeader(text: string, t: Translate): string | undefined {
  if (text === '') return t('Type the name of a header, for example Authorization.');
  if (text.includes(':')) return t('The name alone, without a colon and what follows.');
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(text)
    ? undefined
    : t('A header name has letters, digits and hyphens only.');
}

/** The reason why it cannot be one, which never repeats it. */
export function whyNotSecret({ header, value }: HeaderSecret, t: Translate): string | undefined {
  if (value === '') return t('Type the secret.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\r\n\u0000-\u0008\u000b-\u001f\u007f]/.test(value))
    return t('It holds a line break or another control character, which no header can have.');
  if (value !== value.trim())
    return t('It begins or ends with a space, which would be sent along. Remove it.');
  if (value.includes('$('))
    return t('It holds "$(", which the gateway would run as a template. Use another secret.');
  if (value.toLowerCase().startsWith(`${header.toLowerCase()}:`))
    return t('It begins with the name of the header: the value alone is wanted.');
  if (value.startsWith('{vault://')) return t('This is a reference into a vault, not a secret.');
  if (value.length < shortest) return t('At least {0} characters.', shortest);
  const length = new TextEncoder().encode(headerEntry({ header, value })).length;
  return length > longest ? t('Too long: a config store holds {0} bytes.', longest) : undefined;
}

/** No space after the colon: it would be sent. */
export function headerEntry({ header, value }: HeaderSecret): string {
  return `${header}:${value}`;
}

/** Whether an entry of a transformer sets that header. */
export function setsHeader(entry: string, header: string): boolean {
  return entry.toLowerCase().startsWith(`${header.toLowerCase()}:`);
}

/** Lower case letters, digits and hyphens, for keys and names. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
