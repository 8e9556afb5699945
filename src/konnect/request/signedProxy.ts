// Which proxy a request goes through with a sign-in of ours, by the rules that VS Code has for its own.

/** As VS Code's settings of `http` have it. */
export interface ProxySettings {
  /** `http.proxy`. */
  readonly proxy: string;
  /** `http.proxyAuthorization`: the value of a header, such as `Basic bmFtZTpwYXNz`. A secret. */
  readonly proxyAuthorization: string;
  /** `http.noProxy`; when it is empty, the variable NO_PROXY counts instead. */
  readonly noProxy: readonly string[];
  /** `http.proxySupport`. */
  readonly proxySupport: string;
}

export interface SignedProxy {
  readonly url: string;
  readonly authorization: string;
}

/** Undefined where VS Code's own handling will do: no such sign-in, a name and password in the address, or no proxy for `url`. */
export function signedProxyFor(
  url: URL,
  { proxy, proxyAuthorization, noProxy, proxySupport }: ProxySettings,
  environment: Readonly<Record<string, string | undefined>>,
): SignedProxy | undefined {
  const authorization = proxyAuthorization.trim();
  const address = proxy.trim();
  // What a header cannot carry would end up in the text of an error.
  if (!/^[\x20-\x7e]+$/.test(authorization) || proxySupport === 'off') return undefined;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { origin, username, password } = new URL(address);
  if (username !== '' || password !== '') return undefined;
  const exceptions =
    noProxy.length > 0 ? noProxy : (environment.no_proxy || environment.NO_PROXY || '').split(',');
  return isLoopback(url) || isException(url, exceptions)
    ? undefined
    : { url: origin, authorization };
}

/** What no log and no error may repeat: the value, and the name and password in it. */
export function secretsOfProxy({ proxyAuthorization }: ProxySettings): readonly string[] {
  const value = proxyAuthorization.trim();
  const [, encoded = ''] = /^\S+\s+(\S.*)$/.exec(value) ?? [];
  const plain = /^basic\s/i.test(value) ? Buffer.from(encoded, 'base64').toString() : '';
  const password = plain.slice(plain.indexOf(':') + 1);
  return [value, encoded, plain, password].filter(({ length }) => length >= 4);
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** `*` is every host; `example.com` and `.example.com` are the name and all below it; `:port` may follow. */
function isException({ protocol, hostname, port }: URL, exceptions: readonly string[]): boolean {
  const wantedPort = port || (protocol === 'https:' ? '443' : '80');
  return exceptions.some((exception) => {
    const [name = '', onlyPort] = exception.trim().toLowerCase().split(':', 2);
    if (name === '*') return true;
    if (name === '' || (onlyPort !== undefined && onlyPort !== wantedPort)) return false;
    return `.${hostname}`.endsWith(name.startsWith('.') ? name : `.${name}`);
  });
}
