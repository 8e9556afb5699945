// What can be changed of a control plane, as text that is typed: labels and proxy URLs, with Konnect's rules (FACTS 3).
import type { Translate } from '../../text';

export type Labels = Readonly<Record<string, string>>;

export interface ProxyUrl {
  readonly host: string;
  readonly port: number;
  readonly protocol: string;
}

const reserved = ['konnect', 'kong', 'mesh', 'kic', '_'];
const labelValue = /^[a-z0-9A-Z]([a-z0-9A-Z\-._]*[a-z0-9A-Z])?$/;
const mostUrls = 5;

export function whyNotDescription(text: string, t: Translate): string | undefined {
  return text.length > 2048
    ? t('At most {0} characters; this has {1}.', 2048, text.length)
    : undefined;
}

/** `env=prod, team=bookings`; empty for none. */
export function whyNotLabels(text: string, t: Translate): string | undefined {
  const pairs = labelPairs(text);
  for (const [key, value] of pairs) {
    if (value === undefined) return t('"{0}" has no value: write key=value.', key);
    const start = reserved.find((one) => key.toLowerCase().startsWith(one));
    if (key === '') return t('A label has no key: write key=value.');
    if (key.length > 63) return t('"{0}" is longer than {1} characters.', key, 63);
    if (start !== undefined)
      return t('"{0}" cannot begin with "{1}": Konnect keeps that.', key, start);
    if (value === '' || value.length > 63 || !labelValue.test(value)) {
      return t(
        '"{0}" cannot be the value of {1}: 1 to 63 letters, digits, "-", "." and "_", with a letter or digit at both ends.',
        value,
        key,
      );
    }
  }
  const keys = pairs.map(([key]) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  return twice && t('{0} stands here twice.', twice);
}

export function parseLabels(text: string): Labels {
  return Object.fromEntries(labelPairs(text).map(([key, value]) => [key, value ?? '']));
}

export function labelsText(labels: Labels | null | undefined): string {
  return Object.entries(labels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

function labelPairs(text: string): readonly (readonly [key: string, value: string | undefined])[] {
  return parts(text).map((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [part, undefined] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
}

/** `https://api.example.com:443, …`; empty for none. */
export function whyNotProxyUrls(text: string, t: Translate): string | undefined {
  const urls = parts(text);
  if (urls.length > mostUrls) return t('At most {0}; these are {1}.', mostUrls, urls.length);
  const wrong = urls.find((url) => parseProxyUrl(url) === undefined);
  return wrong === undefined
    ? undefined
    : t('"{0}" is not an address such as {1}.', wrong, 'https://api.example.com:443');
}

export function parseProxyUrls(text: string): readonly ProxyUrl[] {
  return parts(text)
    .map(parseProxyUrl)
    .filter((url) => url !== undefined);
}

export function proxyUrlsText(urls: readonly ProxyUrl[]): string {
  return urls.map(({ host, port, protocol }) => `${protocol}://${host}:${port}`).join(', ');
}

/** Protocol and port are wanted by Konnect; a port that is left out is that of the protocol. */
function parseProxyUrl(text: string): ProxyUrl | undefined {
  const [, protocol, host, port] =
    /^([a-z][a-z0-9+.-]{0,31}):\/\/([a-z0-9][a-z0-9.-]{0,119})(?::(\d{1,5}))?\/?$/i.exec(text) ??
    [];
  if (protocol === undefined || host === undefined) return undefined;
  const number = port === undefined ? usualPort(protocol) : Number(port);
  if (number === undefined || number < 1 || number > 65_535) return undefined;
  return { host, port: number, protocol: protocol.toLowerCase() };
}

function usualPort(protocol: string): number | undefined {
  const ports: Readonly<Record<string, number>> = { https: 443, http: 80 };
  return ports[protocol.toLowerCase()];
}

function parts(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
