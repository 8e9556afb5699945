// Makes up for two things that VS Code's handling of proxies and certificates leaves out.
import * as tls from 'node:tls';
import type { Settings } from '../settings';

/** With `http.proxySupport` `on`, VS Code passes its proxy over for a request that brings a dispatcher. */
export function throughProxy(
  send: typeof globalThis.fetch,
  settings: Pick<Settings, 'proxySupport'>,
): typeof globalThis.fetch {
  return (input, init) => {
    if (init === undefined || settings.proxySupport !== 'on') return send(input, init);
    const { dispatcher: _, ...rest } = init as RequestInit & { readonly dispatcher?: unknown };
    return send(input, rest);
  };
}

/**
 * With `http.systemCertificates`, VS Code gives each request a list of authorities that lacks those of
 * NODE_EXTRA_CA_CERTS; a list that the request brings comes first. Undefined where VS Code's own will do.
 */
export function certificates(
  settings: Pick<Settings, 'systemCertificates'>,
): readonly string[] | undefined {
  const { getCACertificates: read } = tls as typeof tls & {
    /** Since Node 22.15; the types are those of Node 20. */
    readonly getCACertificates?: (kind: string) => readonly string[];
  };
  if (!process.env.NODE_EXTRA_CA_CERTS || !settings.systemCertificates || !read) return undefined;
  return [...new Set(['bundled', 'system', 'extra'].flatMap(read))];
}
