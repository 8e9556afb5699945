// Whether a custom domain leads to its gateway.
import { isIPv6 } from 'node:net';
import { gatewayDomain } from '../names';
import { type AliasChain, aliasChain } from './aliases';
import type { DnsLookup, LookupFailure } from './lookup';
import { proxyOfAddresses, proxyOfAliases } from './proxies';
import { hasZoneAppended, isFormerName, isGatewayName } from './slips';

export type TrafficFinding =
  | { readonly kind: 'right' }
  /** The same addresses as the gateway's name: an alias that the DNS provider resolves itself. */
  | { readonly kind: 'flattened' }
  /** Right, but the gateway's own name has no address. */
  | { readonly kind: 'edge-missing'; readonly target: string }
  /** To this gateway in one of its regions alone. */
  | { readonly kind: 'one-region'; readonly target: string }
  /** To a name that was switched off on 2025-09-30. */
  | { readonly kind: 'former'; readonly target: string }
  | { readonly kind: 'other-gateway'; readonly target: string }
  /** The right value with the name of the zone after it. */
  | { readonly kind: 'zone-appended'; readonly target: string }
  /** To a name that does not exist. */
  | { readonly kind: 'dangling'; readonly target: string }
  /** To a proxy or content network that is known by name. */
  | { readonly kind: 'proxied'; readonly target: string; readonly proxy: string }
  /** To something else: a proxy in between, or wrong. Nobody can tell from outside. */
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
  if (first !== undefined) return aliasElsewhere(chain, first, value);
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

function aliasElsewhere(
  { targets, end }: AliasChain,
  first: string,
  value: string,
): TrafficFinding {
  const former = targets.find(isFormerName);
  if (former !== undefined) return { kind: 'former', target: former };
  const appended = targets.find((name) => hasZoneAppended(name, value));
  if (appended !== undefined) return { kind: 'zone-appended', target: appended };
  const gateway = targets.find(isGatewayName);
  if (gateway !== undefined) {
    return { kind: isRegionOf(gateway, value) ? 'one-region' : 'other-gateway', target: gateway };
  }
  const proxy = proxyOfAliases(targets);
  if (proxy !== undefined) return { kind: 'proxied', target: first, proxy };
  switch (end) {
    case 'name':
      return { kind: 'elsewhere', target: first };
    case 'no-name':
      return { kind: 'dangling', target: targets.at(-1) ?? first };
    case 'loop':
      return { kind: 'loop' };
    default:
      return { kind: 'unanswered', why: end };
  }
}

/** `<prefix>.aws-us-east-2.edge.gateways.…` of `<prefix>.gateways.…`. */
function isRegionOf(name: string, value: string): boolean {
  const prefix = value.slice(0, value.indexOf('.') + 1);
  return name.startsWith(prefix) && name.endsWith(`.edge.${gatewayDomain}`);
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
  const proxy = proxyOfAddresses(own.values);
  if (proxy !== undefined) return { kind: 'proxied', target, proxy };
  return own.values.every(isIPv6) ? { kind: 'ipv6-only', target } : { kind: 'elsewhere', target };
}
