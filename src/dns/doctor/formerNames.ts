// Finds the records of a domain that still lead to names that Kong switched off on 2025-09-30 (FACTS 6.2).
import { toHostname } from '../hostname';
import { formerGatewayDomain, gatewayDomain } from '../names';
import { aliasChain } from './aliases';
import type { DnsLookup, LookupFailure } from './lookup';
import { isFormerName } from './slips';

export interface FormerRecord {
  readonly host: string;
  readonly target: string;
  /** The same name below the domain of today. */
  readonly replacement: string;
}

export interface FormerNames {
  readonly records: readonly FormerRecord[];
  /** A name that could not be asked for, so that nothing is known of it. */
  readonly unanswered?: { readonly host: string; readonly why: LookupFailure };
}

const wildcard = /^\*\./;

/** Needs nothing but the domain: also for a gateway whose own names are not known. Undefined for what is no domain. */
export async function formerNames(
  lookup: DnsLookup,
  domain: string,
): Promise<FormerNames | undefined> {
  const base = toHostname(domain.replace(wildcard, ''));
  if (base === undefined) return undefined;
  const hosts = [wildcard.test(domain) ? `*.${base}` : base, `_acme-challenge.${base}`];
  const chains = await Promise.all(
    hosts.map(async (host) => ({ host, chain: await aliasChain(lookup, host) })),
  );
  const records = chains.flatMap(({ host, chain: { targets } }) => {
    const at = targets.findIndex(isFormerName);
    const target = targets[at];
    if (target === undefined) return [];
    // The record to change is the last one of the customer's own.
    return [{ host: targets[at - 1] ?? host, target, replacement: replacementOf(target) }];
  });
  const failed = chains.find(({ chain: { end } }) => !['name', 'no-name', 'loop'].includes(end));
  return { records, ...(failed && { unanswered: unansweredOf(failed.host, failed.chain.end) }) };
}

function unansweredOf(host: string, end: string) {
  return { host, why: end as LookupFailure };
}

function replacementOf(target: string): string {
  return target.slice(0, -formerGatewayDomain.length) + gatewayDomain;
}
