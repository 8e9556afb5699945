// Stands before VS Code's server in `npm start`: answers the one request that it lacks, and passes all else through.
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { HostError } from './hostError';

export interface FrontOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Where VS Code's server listens on loopback. */
  readonly behind: number;
  readonly connectionToken: string;
  /** Half of the key that seals the secrets of extensions; the same one each time, or they are lost. */
  readonly secretKey: Buffer;
}

/** Plain `node:http`: requests and web sockets are passed on byte by byte, which needs no proxy library. */
export async function startFront(options: FrontOptions): Promise<number> {
  const server = createServer((incoming, answer) => {
    if (incoming.method === 'POST' && incoming.url?.endsWith('/mint-key')) {
      giveKey(options, incoming, answer);
    } else pass(options.behind, incoming, answer);
  });
  server.on('upgrade', (incoming, socket, head) =>
    passSocket(options.behind, incoming, socket, head),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(new HostError(`Port ${options.port}: ${error.message}`)),
    );
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Only for a page that was opened with the token, which VS Code's server has put into a cookie. */
function giveKey(options: FrontOptions, incoming: IncomingMessage, answer: ServerResponse): void {
  const token = incoming.headers.cookie?.match(/(?:^|; )vscode-tkn=([^;]*)/)?.[1] ?? '';
  const [given, expected] = [Buffer.from(token), Buffer.from(options.connectionToken)];
  const known = given.length === expected.length && timingSafeEqual(given, expected);
  if (known) answer.end(options.secretKey);
  else answer.writeHead(403).end();
}

function pass(port: number, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, url, headers } = incoming;
  const onward = request(
    { host: '127.0.0.1', port, method, path: url, headers, agent: false },
    (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.rawHeaders);
      reply.pipe(answer);
    },
  );
  onward.once('error', () => answer.destroy());
  answer.once('close', () => onward.destroy());
  incoming.pipe(onward);
}

function passSocket(port: number, incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
  const onward = connect(port, '127.0.0.1', () => {
    const { method, url, httpVersion, rawHeaders } = incoming;
    const lines = [`${method} ${url} HTTP/${httpVersion}`];
    for (let at = 0; at < rawHeaders.length; at += 2) {
      lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
    }
    onward.write(`${lines.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  onward.once('error', () => socket.destroy());
  onward.once('close', () => socket.destroy());
  socket.once('error', () => onward.destroy());
  socket.once('close', () => onward.destroy());
}
