// Which addresses a token may be sent to.

/** `{geo}` stands for the geo, or `global`. */
const geoPlaceholder = '{geo}';

export type AddressTrust =
  | { readonly kind: 'trusted'; readonly url: string }
  /** A well-formed address that is neither Konnect's nor on this machine: the user is asked about `host` by name. */
  | { readonly kind: 'unknown-host'; readonly url: string; readonly host: string }
  | { readonly kind: 'invalid' };

/**
 * Konnect's API lives on exactly `<label>.api.konghq.com` (https); loopback serves the demo and tests. Everything else
 * under konghq.com may be a customer's gateway, and is not trusted.
 */
export function judgeAddress(address: string): AddressTrust {
  const text = address.trim().replace(/\/+$/, '');
  if (!/^https?:\/\/[^\s\\@?#]+$/i.test(text) || text.split(geoPlaceholder).length > 2)
    return { kind: 'invalid' };
  const url = parse(text.replace(geoPlaceholder, 'us'));
  const other = parse(text.replace(geoPlaceholder, 'eu'));
  if (url === undefined || other === undefined || /[{}]/.test(url.hostname))
    return { kind: 'invalid' };
  const host = hostPattern(text) ?? url.host;
  if (isLoopback(url.hostname)) return { kind: 'trusted', url: text };
  if (url.protocol !== 'https:') return { kind: 'invalid' };
  const isKonnect = [url, other].every((one) => isKonnectHost(one.hostname) && one.port === '');
  if (!isKonnect) return { kind: 'unknown-host', url: text, host };
  return isPlain(text, url) ? { kind: 'trusted', url: text } : { kind: 'invalid' };
}

/** The host is written as it is read: wide letters, soft hyphens and escapes are read differently by different programs. */
function isPlain(text: string, url: URL): boolean {
  const written = /^https:\/\/([^/:]+)/i.exec(text.replace(geoPlaceholder, 'us'))?.[1];
  return written?.toLowerCase() === url.hostname;
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** The host as the user wrote it when it holds the placeholder. */
function hostPattern(text: string): string | undefined {
  const host = /^https?:\/\/([^/]+)/i.exec(text)?.[1];
  return host?.includes(geoPlaceholder) ? host : undefined;
}

function isKonnectHost(hostname: string): boolean {
  return /^[a-z0-9-]+\.api\.konghq\.com$/.test(hostname);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
