// A DNS server on loopback for tests: answers over UDP from plain data, and fails in the ways that it is told.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Records of a zone by `name TYPE`; or how the server fails for it. */
export type Zone = Readonly<Record<string, readonly string[] | 'servfail' | 'refused' | 'silent'>>;

const types = new Map([
  [1, 'A'],
  [5, 'CNAME'],
  [28, 'AAAA'],
  [257, 'CAA'],
]);
const codes = { servfail: 2, nxdomain: 3, refused: 5 } as const;

export interface DnsServer {
  /** As for `Resolver.setServers`. */
  readonly address: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startDnsServer(zone: Zone): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, sender) => {
    const { name, type, end } = question(query);
    const key = `${name} ${types.get(type) ?? type}`;
    asked.push(key);
    const answer = reply(zone, name, type);
    if (answer !== undefined) socket.send(message(query, end, answer), sender.port, sender.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

interface Reply {
  readonly code: number;
  readonly records: readonly {
    readonly name: string;
    readonly type: number;
    readonly data: Buffer;
  }[];
}

/** Follows aliases as a resolver does; undefined for silence. */
function reply(zone: Zone, name: string, type: number): Reply | undefined {
  const records: Reply['records'][number][] = [];
  for (let current = name, hops = 0; hops < 16; hops += 1) {
    const own = zone[`${current} ${types.get(type) ?? ''}`];
    if (own === 'silent') return undefined;
    if (own === 'servfail' || own === 'refused') return { code: codes[own], records: [] };
    if (own !== undefined) {
      return {
        code: 0,
        records: [
          ...records,
          ...own.map((text) => ({ name: current, type, data: data(type, text) })),
        ],
      };
    }
    const [target] = aliasOf(zone, current);
    if (target === undefined) {
      const exists = Object.keys(zone).some((key) => key.startsWith(`${current} `));
      return { code: exists || records.length > 0 ? 0 : codes.nxdomain, records };
    }
    if (type !== 5) records.push({ name: current, type: 5, data: encodeName(target) });
    current = target;
  }
  return { code: codes.servfail, records: [] };
}

function aliasOf(zone: Zone, name: string): readonly string[] {
  const alias = zone[`${name} CNAME`];
  return Array.isArray(alias) ? alias : [];
}

function question(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** RFC 1035, section 4, without name compression. */
function message(query: Buffer, end: number, { code, records }: Reply): Buffer {
  const head = Buffer.alloc(12);
  query.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 + code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(records.length, 6);
  const answers = records.map(({ name, type, data: value }) => {
    const fixed = Buffer.alloc(10);
    fixed.writeUInt16BE(type, 0);
    fixed.writeUInt16BE(1, 2);
    fixed.writeUInt32BE(60, 4);
    fixed.writeUInt16BE(value.length, 8);
    return Buffer.concat([encodeName(name), fixed, value]);
  });
  return Buffer.concat([head, query.subarray(12, end), ...answers]);
}

function encodeName(name: string): Buffer {
  const labels = name
    .split('.')
    .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

/** CAA is written `tag value`, IPv6 in full. */
function data(type: number, text: string): Buffer {
  if (type === 1) return Buffer.from(text.split('.').map(Number));
  if (type === 28)
    return Buffer.from(
      text
        .split(':')
        .map((part) => part.padStart(4, '0'))
        .join(''),
      'hex',
    );
  if (type === 5) return encodeName(text);
  const [tag = '', ...value] = text.split(' ');
  return Buffer.concat([
    Buffer.from([0, tag.length]),
    Buffer.from(tag + value.join(' '), 'latin1'),
  ]);
}
