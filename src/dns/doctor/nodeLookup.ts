// Asks the DNS servers of the system, or those that are named, through Node's resolver.
import { Resolver } from 'node:dns/promises';
import { type Answer, type CaaProperty, type DnsLookup, found, type LookupFailure } from './lookup';

export interface NodeLookupOptions {
  /** Addresses, with a port if it is not 53; without any, those of the system. */
  readonly servers?: readonly string[];
  readonly timeoutMs?: number;
  readonly tries?: number;
}

export function nodeLookup(options: NodeLookupOptions = {}): DnsLookup {
  const { servers = [], timeoutMs = 3000, tries = 2 } = options;
  const resolver = new Resolver({ timeout: timeoutMs, tries });
  if (servers.length > 0) resolver.setServers(servers);
  return {
    cname: (name) => answer(async () => (await resolver.resolveCname(name)).map(withoutDot)),
    addresses: async (name) =>
      joined(
        await Promise.all([
          answer(() => resolver.resolve4(name)),
          answer(() => resolver.resolve6(name)),
        ]),
      ),
    txt: (name) =>
      answer(async () => (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''))),
    caa: (name) => answer(async () => (await resolver.resolveCaa(name)).flatMap(properties)),
  };
}

async function answer<T>(ask: () => Promise<readonly T[]>): Promise<Answer<T>> {
  try {
    return found(await ask());
  } catch (error) {
    return failed(error instanceof Error && 'code' in error ? String(error.code) : '');
  }
}

/** Codes of c-ares: NXDOMAIN is ENOTFOUND, an empty answer ENODATA. */
function failed(code: string): Answer<never> {
  if (code === 'ENODATA') return { kind: 'missing' };
  if (code === 'ENOTFOUND') return { kind: 'no-name' };
  return { kind: 'failed', why: failures.get(code) ?? 'unknown' };
}

const failures = new Map<string, LookupFailure>([
  ['ESERVFAIL', 'server-failure'],
  ['ETIMEOUT', 'timeout'],
  ['EREFUSED', 'refused'],
  ['ECONNREFUSED', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENOTINITIALIZED', 'unreachable'],
]);

/** Addresses of one family are enough; without any, a failure outweighs an absence. */
function joined(answers: readonly Answer<string>[]): Answer<string> {
  const values = answers.flatMap((one) => (one.kind === 'found' ? one.values : []));
  if (values.length > 0) return found(values);
  return (
    answers.find(({ kind }) => kind === 'failed') ??
    answers.find(({ kind }) => kind === 'no-name') ?? { kind: 'missing' }
  );
}

/** Node gives `{ critical: 0, issue: 'pki.goog' }`. */
function properties(record: object): readonly CaaProperty[] {
  return Object.entries(record)
    .filter(([tag, value]) => tag !== 'critical' && tag !== 'type' && typeof value === 'string')
    .map(([tag, value]) => ({ tag, value }));
}

function withoutDot(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}
