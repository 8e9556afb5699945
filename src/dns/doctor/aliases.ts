// Follows a chain of CNAMEs.
import type { DnsLookup, LookupFailure } from './lookup';

export interface AliasChain {
  /** The targets in order; empty when the name is no alias. */
  readonly targets: readonly string[];
  readonly end: 'name' | 'no-name' | 'loop' | LookupFailure;
}

/** Longer chains are refused by resolvers too. */
const longestChain = 8;

export async function aliasChain(lookup: DnsLookup, name: string): Promise<AliasChain> {
  const targets: string[] = [];
  for (let current = name; targets.length < longestChain; ) {
    const answer = await lookup.cname(current);
    if (answer.kind === 'failed') return { targets, end: answer.why };
    if (answer.kind !== 'found') {
      return { targets, end: answer.kind === 'missing' ? 'name' : 'no-name' };
    }
    [current] = answer.values;
    targets.push(current);
  }
  return { targets, end: 'loop' };
}
