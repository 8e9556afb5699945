// Whether a custom domain leads to its gateway.
import { isIPv6 } from 'node:net';
import { formerGatewayDomain, gatewayDomain } from '../names';
import { type AliasChain, aliasChain } from './aliases';
import type { DnsLookup, LookupFailure } from './lookup';

export type TrafficFinding =
  | { readonly kind: 'right' }
  /** The same addresses as the gateway's name: an alias that the DNS provider resolves itself. */
  | { readonly kind: 'flattened' }
  /** Right, but the gateway's own name has no address. */
  | { readonly kind: 'edge-missing'; readonly target: string }
  /** To a name that was switched off on 2025-09-30. */
  | { readonly kind: 'former'; readonly target: string }
  | { readonly kind: 'other-gateway'; readonly target: string }
  /** To something else: a CDN in between, or wrong. Nobody can tell from outside. */
  | { readonly kind: 'elsewhere'; readonly target: string }
  | { readonly kind: 'ipv6-only'; readonly target: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'loop' }
  | { readonly kind: 'unanswered'; readonly why: LookupFailure };

export interface TrafficExpectation {
  readonly host: string;
  /** The public edge name. */
  readonly value: string;
}

export async function checkTraffic(
  lookup: DnsLookup,
  { host, value }: TrafficExpectation,
): Promise<TrafficFinding> {
  const chain = await aliasChain(lookup, host);
  const [first] = chain.targets;
  if (chain.targets.includes(value)) return checkEdge(lookup, value);
  if (first !== undefined) return aliasElsewhere(chain, first);
  if (chain.end === 'no-name') return { kind: 'missing' };
  if (chain.end === 'name') return checkAddresses(lookup, host, value);
  return chain.end === 'loop' ? { kind: 'loop' } : { kind: 'unanswered', why: chain.end };
}

async function checkEdge(lookup: DnsLookup, target: string): Promise<TrafficFinding> {
  const { kind } = await lookup.addresses(target);
  return kind === 'missing' || kind === 'no-name'
    ? { kind: 'edge-missing', target }
    : { kind: 'right' };
}

function aliasElsewhere({ targets, end }: AliasChain, first: string): TrafficFinding {
  const kong = targets.find((name) => name.endsWith(`.${formerGatewayDomain}`));
  if (kong !== undefined) return { kind: 'former', target: kong };
  const gateway = targets.find((name) => name.endsWith(`.${gatewayDomain}`));
  if (gateway !== undefined) return { kind: 'other-gateway', target: gateway };
  return end === 'loop' ? { kind: 'loop' } : { kind: 'elsewhere', target: first };
}

/** No alias: flattened by the DNS provider, behind a proxy, or wrong. */
async function checkAddresses(
  lookup: DnsLookup,
  host: string,
  edge: string,
): Promise<TrafficFinding> {
  const [own, gateway] = await Promise.all([lookup.addresses(host), lookup.addresses(edge)]);
  if (own.kind === 'failed') return { kind: 'unanswered', why: own.why };
  if (own.kind !== 'found') return { kind: 'missing' };
  const edges: readonly string[] = gateway.kind === 'found' ? gateway.values : [];
  if (own.values.some((address) => edges.includes(address))) return { kind: 'flattened' };
  const target = own.values.join(', ');
  return own.values.every(isIPv6) ? { kind: 'ipv6-only', target } : { kind: 'elsewhere', target };
}
