// The connections of one client: kept alive, bounded per host, with a time limit for each phase.
import Agent from 'undici/lib/dispatcher/agent.js';

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
  destroy(): Promise<void>;
}

export function openConnections(timeouts: Timeouts, certificates?: readonly string[]): Connections {
  return new Agent({
    connections: connectionsPerHost,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    keepAliveMaxTimeout: 60_000,
    connect: { timeout: timeouts.connectMs, ...(certificates && { ca: [...certificates] }) },
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
  });
}
