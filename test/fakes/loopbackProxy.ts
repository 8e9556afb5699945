// A proxy on loopback that answers for every name under one domain itself, with what a demo Konnect says.
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Identity } from './certificates';

export interface ProxyOptions {
  /** Shown to clients after they have asked for a tunnel. */
  readonly identity: Identity;
  /** Where requests go, with `{geo}` for the first label of the name that the client wanted. */
  readonly apiUrl: string;
  /** `name:password`; without them nobody gets a tunnel. */
  readonly credentials?: string;
}

/** What a client asked the proxy for. */
export interface Tunnel {
  /** Name and port. */
  readonly target: string;
  /** Of the proxy's answer. */
  readonly status: 200 | 407;
}

export interface LoopbackProxy {
  readonly port: number;
  readonly tunnels: readonly Tunnel[];
  forget(): void;
  close(): Promise<void>;
}

export async function startProxy(options: ProxyOptions): Promise<LoopbackProxy> {
  const { identity, apiUrl, credentials } = options;
  const tunnels: Tunnel[] = [];
  const open = new Set<Duplex>();
  const behind = createTlsServer(
    { cert: identity.certificate, key: identity.key },
    (incoming, answer) => forward(apiUrl, incoming, answer),
  );
  const proxy = createServer((_incoming, answer) => answer.writeHead(501).end());
  proxy.on('connect', ({ url = '', headers }, socket) => {
    const isKnown =
      credentials === undefined || headers['proxy-authorization'] === basic(credentials);
    tunnels.push({ target: url, status: isKnown ? 200 : 407 });
    if (!isKnown) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="test"\r\n\r\n',
      );
      return;
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket)).on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    behind.emit('connection', socket);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    tunnels,
    forget: () => {
      tunnels.length = 0;
    },
    close: async () => {
      if (!proxy.listening) return;
      const closed = once(proxy, 'close');
      proxy.close();
      proxy.closeAllConnections();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

export function basic(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

function forward(apiUrl: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, url, headers } = incoming;
  const [geo = ''] = (headers.host ?? '').split('.');
  const onward = request(
    `${apiUrl.replace('{geo}', geo)}${url}`,
    { method, headers, agent: false },
    (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    },
  );
  onward.once('error', () => answer.destroy());
  incoming.pipe(onward);
}
