// What the PDK offers: functions and fields of `kong`, how they are called, in which phases, and since when.
import { decodeLists } from './data/decode';
import { pdkNames, phaseLetters } from './data/pdkNames';
import { knownMembers } from './sandbox';

export interface PdkEntry {
  /** `kong.request.get_header` */
  readonly name: string;
  /** Absent for a field. */
  readonly call: '.' | ':' | undefined;
  /** Absent: any phase, or not known. */
  readonly phases: readonly string[] | undefined;
  /** First gateway version that documents it; 3.4 is where the documentation begins. */
  readonly since: string;
}

const phaseOfLetter = new Map(
  Object.entries(phaseLetters).map(([phase, letter]) => [letter, phase]),
);

const entries: ReadonlyMap<string, PdkEntry> = new Map(
  [...decodeLists(pdkNames)].map(([prefix, text]) => {
    const entry = decodeEntry(prefix, text);
    return [entry.name, entry];
  }),
);

const namespaces = new Set([...decodeLists(pdkNames)].map(([prefix]) => prefix));

const none: ReadonlySet<string> = new Set();
const members = collectMembers();

/** What Kong itself keeps in `kong` besides the PDK (kong/init.lua, kong/global.lua); plugins may not reach it. */
const internals = new Set(
  'core_cache licensing timer timing sync rpc clustering request_debug_token keyring analytics'.split(
    ' ',
  ),
);

export function pdkEntry(path: string): PdkEntry | undefined {
  return entries.get(path);
}

/** Tables of functions: `kong.request`, `kong.service.request`. */
export function isPdkNamespace(path: string): boolean {
  return namespaces.has(path);
}

/** All that may follow a path: PDK entries, further namespaces, and what only the sandbox lists name. */
export function pdkMembers(path: string): ReadonlySet<string> {
  return members.get(path) ?? none;
}

/** Nothing of that name is known in any version; only tables that are known completely say so. */
export function isUnknownMember(path: string, member: string): boolean {
  if (path === 'kong') return !internals.has(member) && !pdkMembers(path).has(member);
  // `kong.ctx` takes any name for a table of its own.
  return path !== 'kong.ctx' && isPdkNamespace(path) && !pdkMembers(path).has(member);
}

function decodeEntry(prefix: string, text: string): PdkEntry {
  const [, last = '', call, phases = '', since = '4'] =
    /^(\w+)([.:])?(\*|[a-zA-Z]*)(?:@(\d+))?$/.exec(text) ?? [];
  const allowed = [...phases].flatMap((letter) => phaseOfLetter.get(letter) ?? []);
  return {
    name: `${prefix}.${last}`,
    call: call as PdkEntry['call'],
    phases: allowed.length === 0 ? undefined : allowed,
    since: `3.${since}`,
  };
}

function collectMembers(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const path of [...entries.keys(), ...namespaces]) {
    const chain = path.split('.');
    for (let at = 1; at < chain.length; at += 1) {
      const parent = chain.slice(0, at).join('.');
      const known = found.get(parent) ?? new Set(knownMembers(chain.slice(0, at)));
      found.set(parent, known.add(chain[at] ?? ''));
    }
  }
  return found;
}
