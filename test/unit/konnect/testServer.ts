// A server on loopback that a test scripts: it records what it is asked and which connections are open.
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Answer = (
  response: ServerResponse,
  request: Received,
  incoming: IncomingMessage,
) => void;

export interface TestServer {
  /** With `{geo}`, as a client takes it. */
  readonly apiUrl: string;
  readonly host: string;
  readonly received: readonly Received[];
  readonly openSockets: number;
  /** Ever opened. */
  readonly connections: number;
  /** Resolves once no connection is open. */
  allClosed(): Promise<void>;
  /** Resolves once that many requests have come in all. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startServer(answer: Answer): Promise<TestServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const events = new EventEmitter();
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await once(events, 'change');
  };
  const server = createServer((incoming, response) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      const request = describe(incoming, Buffer.concat(pieces).toString());
      received.push(request);
      events.emit('change');
      answer(response, request, incoming);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    connections += 1;
    socket.on('close', () => {
      sockets.delete(socket);
      events.emit('change');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `http://${host}/{geo}`,
    host,
    received,
    get openSockets() {
      return sockets.size;
    },
    get connections() {
      return connections;
    },
    allClosed: () => until(() => sockets.size === 0),
    arrived: (count) => until(() => received.length >= count),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers = {},
): void {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function describe({ method = '', url = '', headers }: IncomingMessage, body: string): Received {
  const { pathname, searchParams } = new URL(url, 'http://test');
  return { method, url, path: pathname, query: searchParams, headers, body };
}
