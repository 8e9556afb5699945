// The demo Konnect: an HTTP server on loopback that keeps its own small world.

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchanging, exchange } from './http/exchange';
import { Faults } from './http/faults';
import { endWhenAlone } from './http/linger';
import { type DemoRequest, RequestLog } from './http/requestLog';
import { Service } from './http/service';
import { allOperations } from './resources/operations';
import { createWorld } from './seed/seed';
import type { Seed } from './seed/seedOptions';
import { createRealClock, type DemoClock } from './world/clock';

export interface DemoOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly clock?: DemoClock;
  readonly seed?: Seed;
  readonly token?: string;
  /** Seconds without any open socket after which the server ends itself. */
  readonly linger?: number;
}

export interface DemoServer {
  /** `http://127.0.0.1:N/{geo}`, with `{geo}` to be replaced. */
  readonly apiUrl: string;
  readonly token: string;
  readonly clock: DemoClock;
  /** What was asked so far, oldest first; long ago is forgotten. */
  readonly requests: readonly DemoRequest[];
  forgetRequests(): void;
  /** What shall go wrong. */
  readonly faults: Faults;
  /** Settles when the server has ended, whoever ended it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export async function startDemo(options: DemoOptions = {}): Promise<DemoServer> {
  const clock = options.clock ?? createRealClock();
  const token = options.token ?? `kpat_demo${randomBytes(24).toString('base64url')}`;
  const world = createWorld(clock, options.seed);
  const service = new Service(
    world,
    token,
    allOperations(world),
    options.seed?.refusedGeos ?? ['sg'],
  );
  const parts: Exchanging = { service, faults: new Faults(), log: new RequestLog() };
  const server = createServer((request, response) => {
    exchange(parts, request, response).catch((error: unknown) => giveUp(response, error));
  });
  // A client may hold a silent socket for as long as it likes: it keeps the demo alive.
  Object.assign(server, { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  if (options.linger !== undefined) endWhenAlone(server, options.linger * 1000);
  const port = await listen(server, options.port ?? 0);
  return {
    apiUrl: `http://127.0.0.1:${port}/{geo}`,
    token,
    clock,
    get requests() {
      return parts.log.requests;
    },
    forgetRequests: () => parts.log.clear(),
    faults: parts.faults,
    closed,
    close: () => {
      server.close();
      server.closeAllConnections();
      return closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** A client that went away needs no answer; a defect of the demo is told as one. */
function giveUp(response: ServerResponse<IncomingMessage>, error: unknown): void {
  if (response.destroyed || response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(500, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message: `Defect of the demo: ${String(error)}` }));
}
