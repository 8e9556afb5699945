// A DNS server on loopback for tests: answers over UDP from plain data, and fails in the ways that it is told.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Answer, AUTHORITATIVE_ANSWER, decode, encode, type Packet } from 'dns-packet';

/** Records of a zone by `name TYPE`, CAA as `tag value`; or how the server fails for it. */
export type Zone = Readonly<Record<string, readonly string[] | 'servfail' | 'refused' | 'silent'>>;

/** Response codes of DNS, RFC 1035, 4.1.1. */
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
    const { id = 0, questions = [] } = decode(query);
    const { name = '', type = 'A' } = questions[0] ?? {};
    asked.push(`${name.toLowerCase()} ${type}`);
    const answer = reply(zone, name.toLowerCase(), type);
    if (answer === undefined) return;
    const { code, answers } = answer;
    const flags = AUTHORITATIVE_ANSWER | code;
    const packet: Packet = { type: 'response', id, flags, questions, answers: [...answers] };
    socket.send(encode(packet), sender.port, sender.address);
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
  readonly answers: readonly Answer[];
}

/** Follows aliases as a resolver does; undefined for silence. */
function reply(zone: Zone, name: string, type: string): Reply | undefined {
  const answers: Answer[] = [];
  for (let current = name, hops = 0; hops < 16; hops += 1) {
    const own = zone[`${current} ${type}`];
    if (own === 'silent') return undefined;
    if (own === 'servfail' || own === 'refused') return { code: codes[own], answers: [] };
    if (own !== undefined) {
      return { code: 0, answers: [...answers, ...own.map((text) => record(current, type, text))] };
    }
    const alias = zone[`${current} CNAME`];
    const target = Array.isArray(alias) ? String(alias[0]) : undefined;
    if (target === undefined) {
      const exists = Object.keys(zone).some((key) => key.startsWith(`${current} `));
      return { code: exists || answers.length > 0 ? 0 : codes.nxdomain, answers };
    }
    answers.push(record(current, 'CNAME', target));
    current = target;
  }
  return { code: codes.servfail, answers: [] };
}

function record(name: string, type: string, text: string): Answer {
  const ttl = 60;
  switch (type) {
    case 'CNAME':
    case 'A':
    case 'AAAA':
    case 'TXT':
      return { name, type, ttl, data: text };
    default: {
      const [tag = 'issue', ...value] = text.split(' ');
      const data = { tag: tag as 'issue', value: value.join(' '), issuerCritical: false };
      return { name, type: 'CAA', ttl, data };
    }
  }
}
