// Which globals and modules plugin code has in each of the gateway's sandboxes.

import type { SandboxName } from '../rule';
import { decodeNames } from './data/decode';
import {
  laxModules,
  laxNames,
  luaModules,
  luaNames,
  missingGlobals,
  strictModules,
  strictNames,
} from './data/sandboxNames';

/** The least permissive sandbox that has a name: plain Lua is in all of them. */
type Level = 'sandbox' | 'strict' | 'lax';

const rank: Readonly<Record<SandboxName, number>> = { sandbox: 0, strict: 1, lax: 2, on: 3 };

interface NameNode {
  level: Level;
  /** Any member may be used: `ngx.ctx`. */
  isOpen: boolean;
  readonly members: Map<string, NameNode>;
}

export interface Denial {
  /** How many names of the chain it takes to reach what is nil: 2 for `ngx.timer` of `ngx.timer.at`. */
  readonly depth: number;
  /** It is there with `untrusted_lua = lax`. */
  readonly isInLax: boolean;
}

const names: NameNode = { level: 'sandbox', isOpen: false, members: new Map() };
addNames(luaNames, 'sandbox');
addNames(strictNames, 'strict');
addNames(laxNames, 'lax');
addNames('_G[*] require', 'sandbox');

const modules = new Map<string, Level>([
  ...[...decodeNames(laxModules)].map((name) => [name, 'lax'] as const),
  ...[...decodeNames(strictModules)].map((name) => [name, 'strict'] as const),
  ...[...decodeNames(luaModules)].map((name) => [name, 'sandbox'] as const),
]);

const missing: ReadonlySet<string> = new Set(decodeNames(missingGlobals));

/** Globals of Lua that are nil in every sandbox: `setmetatable`, `load` … */
export function isMissingGlobal(name: string): boolean {
  return missing.has(name);
}

export function isSandboxGlobal(name: string): boolean {
  return names.members.has(name);
}

/** Whether a chain of names such as `['ngx', 'timer', 'at']` is nil somewhere on its way in a sandbox. */
export function denial(chain: readonly string[], sandbox: SandboxName): Denial | undefined {
  if (sandbox === 'on' || (sandbox === 'sandbox' && isHostTable(chain[0]))) return undefined;
  let at = names;
  for (const [index, name] of chain.entries()) {
    const next = at.members.get(name);
    if (next === undefined) {
      const isValue = at.isOpen || at.members.size === 0;
      return isValue ? undefined : { depth: index + 1, isInLax: false };
    }
    if (rank[next.level] > rank[sandbox])
      return { depth: index + 1, isInLax: next.level === 'lax' };
    at = next;
  }
  return undefined;
}

/** The older sandbox hands out nearly all of `kong` and `ngx` and restricts plain Lua and `require`. */
function isHostTable(name: string | undefined): boolean {
  return name === 'kong' || name === 'ngx';
}

/** Members that some sandbox knows of a chain of names; nothing where any name goes. */
export function knownMembers(chain: readonly string[]): string[] {
  let at: NameNode | undefined = names;
  for (const name of chain) at = at?.members.get(name);
  return at === undefined || at.isOpen ? [] : [...at.members.keys()];
}

/** Whether `require` gives a module, and if not, whether it would with `lax`. */
export function moduleAccess(module: string, sandbox: SandboxName): 'allowed' | 'lax' | 'denied' {
  if (sandbox === 'on') return 'allowed';
  const level = modules.get(module);
  if (level !== undefined && rank[level] <= rank[sandbox]) return 'allowed';
  return level !== undefined && sandbox === 'strict' ? 'lax' : 'denied';
}

const allowed = new Map(
  (['sandbox', 'strict', 'lax', 'on'] as const).map((sandbox) => [
    sandbox,
    [...modules.keys()].filter((name) => moduleAccess(name, sandbox) === 'allowed'),
  ]),
);

export function allowedModules(sandbox: SandboxName): readonly string[] {
  return allowed.get(sandbox) ?? [];
}

function addNames(text: string, level: Level): void {
  for (const entry of decodeNames(text)) {
    const isOpen = entry.endsWith('[*]');
    let at = names;
    for (const name of (isOpen ? entry.slice(0, -3) : entry).split('.')) {
      const known = at.members.get(name);
      const next = known ?? { level, isOpen: false, members: new Map() };
      if (known === undefined) at.members.set(name, next);
      at = next;
    }
    at.isOpen = isOpen;
  }
}
