// Makes up for what VS Code's handling of proxies and certificates leaves out.
import * as tls from 'node:tls';
import {
  type ProxySettings,
  type SignedProxy,
  signedProxyFor,
} from '../../konnect/request/signedProxy';
import type { Connections, Timeouts } from '../../konnect/request/transport';
import type { Settings } from '../settings';

type Fetch = typeof globalThis.fetch;
type Init = Omit<RequestInit, 'dispatcher'> & { readonly dispatcher?: unknown };

export interface NetworkOptions {
  readonly fetch: Fetch;
  readonly settings: ProxySettings & Pick<Settings, 'systemCertificates'>;
  /** The bundle behind the seam. */
  readonly load: () => Promise<{
    readonly defaultTimeouts: Timeouts;
    readonly openConnections: (
      timeouts: Timeouts,
      certificates?: readonly string[],
      proxy?: SignedProxy,
    ) => Connections;
  }>;
}

export class Network {
  readonly #options: NetworkOptions;
  /** Those of the proxy that was signed in to last. */
  #signed: { readonly key: string; readonly connections: Promise<Connections> } | undefined;

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  readonly fetch: Fetch = async (input, init) => {
    const { settings, fetch: send } = this.#options;
    const url = new URL(input instanceof Request ? input.url : input);
    const proxy = signedProxyFor(url, settings, process.env);
    if (proxy !== undefined) {
      const dispatcher = await this.#connectionsOf(proxy);
      const signed: Init = { ...init, dispatcher };
      return past(send)(input, signed as RequestInit);
    }
    // With `on`, VS Code passes its proxy over for a request that brings a dispatcher.
    if (init === undefined || settings.proxySupport !== 'on') return send(input, init);
    const { dispatcher: _, ...rest }: Init = init;
    return send(input, rest);
  };

  dispose(): void {
    this.#signed?.connections.then((connections) => connections.destroy()).catch(() => undefined);
    this.#signed = undefined;
  }

  #connectionsOf(proxy: SignedProxy): Promise<Connections> {
    const { settings, load } = this.#options;
    const key = JSON.stringify([proxy.url, proxy.authorization, settings.systemCertificates]);
    if (this.#signed?.key === key) return this.#signed.connections;
    this.#signed?.connections.then((connections) => connections.close()).catch(() => undefined);
    const connections = load().then(({ openConnections, defaultTimeouts }) =>
      openConnections(defaultTimeouts, authorities(settings), proxy),
    );
    this.#signed = { key, connections };
    return connections;
  }
}

/**
 * VS Code puts connections of its own in place of a request's, and those sign in to no proxy by `http.proxyAuthorization`;
 * the `fetch` that it has put its own around leaves them alone.
 */
function past(send: Fetch): Fetch {
  const original: unknown = Reflect.get(globalThis, '__vscodeOriginalFetch');
  return typeof original === 'function' ? (original as Fetch) : send;
}

/**
 * With `http.systemCertificates`, VS Code gives each request a list of authorities that lacks those of
 * NODE_EXTRA_CA_CERTS; a list that the request brings comes first. Undefined where VS Code's own will do.
 */
export function certificates(
  settings: Pick<Settings, 'systemCertificates'>,
): readonly string[] | undefined {
  return process.env.NODE_EXTRA_CA_CERTS ? authorities(settings) : undefined;
}

/** All that VS Code would trust, and NODE_EXTRA_CA_CERTS; undefined where that is what Node does by itself. */
function authorities({
  systemCertificates,
}: Pick<Settings, 'systemCertificates'>): readonly string[] | undefined {
  const { getCACertificates: read } = tls as typeof tls & {
    /** Since Node 22.15; the types are those of Node 20. */
    readonly getCACertificates?: (kind: string) => readonly string[];
  };
  if (!systemCertificates || !read) return undefined;
  return [...new Set(['bundled', 'system', 'extra'].flatMap(read))];
}
