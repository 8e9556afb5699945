// The connections of one client: kept alive, bounded per host, with a time limit for each phase.
import connectThrough from 'undici/lib/api/api-connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import type { SignedProxy } from './signedProxy';

export interface Timeouts {
  readonly connectMs: number;
  /** Until the first byte of an answer. */
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly bodyMs: number;
  /** A whole body, so that an answer that trickles ends too. */
  readonly totalMs: number;
}

export const defaultTimeouts: Timeouts = {
  connectMs: 10_000,
  headersMs: 30_000,
  bodyMs: 30_000,
  totalMs: 120_000,
};

/** As many as the pages of one list that are read at a time: pagination.ts. */
export const connectionsPerHost = 16;

/** Goes along with `fetch` as its `dispatcher`; the process-wide one stays as it is. */
export interface Connections {
  /** Ends what is under way. */
  destroy(): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export function openConnections(
  timeouts: Timeouts,
  certificates?: readonly string[],
  proxy?: SignedProxy,
): Connections {
  const { headersMs: headersTimeout, bodyMs: bodyTimeout } = timeouts;
  const connect = { timeout: timeouts.connectMs, ...(certificates && { ca: [...certificates] }) };
  const options = {
    connections: connectionsPerHost,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    keepAliveMaxTimeout: 60_000,
    headersTimeout,
    bodyTimeout,
  };
  if (proxy === undefined) return new Agent({ ...options, connect });
  return new ProxyAgent({
    ...options,
    uri: proxy.url,
    token: proxy.authorization,
    requestTls: connect,
    proxyTls: connect,
    clientFactory: (origin, inner) => {
      // A proxy that does not answer is given up like a host.
      const pool = new Pool(origin, { ...inner, headersTimeout, bodyTimeout });
      // What undici's index gives to every pool.
      return Object.assign(pool, { connect: connectThrough });
    },
  });
}
