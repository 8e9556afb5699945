// Whether a network fits where it is asked for: region, zones and address range.

import { type InvalidParameter, invalid } from '../http/refusal';
import { cidrBlocks, type Region, regionOf, reservedCidrBlocks } from '../world/availability';
import { type Cidr, contains, overlaps, parseCidr } from '../world/cidr';
import type { Provider } from '../world/entities';

interface Place {
  readonly region: string;
  readonly availability_zones: readonly string[];
  readonly cidr_block: string;
}

export function checkNetworkPlace(provider: Provider, place: Place): void {
  const region = regionOf(provider, place.region);
  if (!region) {
    const reason = `region '${place.region}' is not supported for provider '${provider}'`;
    throw invalid([
      { field: 'region', rule: 'is_supported_provider_region', reason, source: 'body' },
    ]);
  }
  const problems = [zoneProblem(region, place), cidrProblem(provider, place)].filter(
    (problem): problem is InvalidParameter => problem !== undefined,
  );
  if (problems.length > 0) throw invalid(problems);
}

function zoneProblem(
  region: Region,
  { availability_zones: zones }: Place,
): InvalidParameter | undefined {
  const fits = zones.every((zone) => region.availability_zones.includes(zone));
  if (fits && new Set(zones).size === zones.length) return undefined;
  return {
    field: 'availability_zones',
    rule: 'is_supported_network_availability_zone_list',
    reason: `availability_zones must be distinct values of: ${region.availability_zones.join(', ')}`,
    source: 'body',
  };
}

function cidrProblem(
  provider: Provider,
  { cidr_block, availability_zones }: Place,
): InvalidParameter | undefined {
  const cidr = parseCidr(cidr_block);
  const reason = cidr
    ? whyUnfit(provider, cidr, availability_zones.length)
    : 'cidr_block must be an IPv4 CIDR block';
  if (reason === undefined) return undefined;
  return { field: 'cidr_block', rule: 'is_supported_network_cidr_block', reason, source: 'body' };
}

function whyUnfit(provider: Provider, cidr: Cidr, zones: number): string | undefined {
  const smallest = Math.min(provider === 'azure' ? 21 : 23, [23, 23, 23, 22, 22][zones] ?? 21);
  if (cidr.prefix < 16 || cidr.prefix > smallest) {
    return `cidr_block prefix must be between /16 and /${smallest} for ${zones} availability zones`;
  }
  if (!cidrBlocks.some((block) => holds(block, (allowed) => contains(allowed, cidr)))) {
    return `cidr_block must be within one of: ${cidrBlocks.join(', ')}`;
  }
  const reserved = reservedCidrBlocks.find((block) =>
    holds(block, (taken) => overlaps(taken, cidr)),
  );
  return reserved && `cidr_block must not overlap with reserved block ${reserved}`;
}

function holds(block: string, test: (cidr: Cidr) => boolean): boolean {
  const cidr = parseCidr(block);
  return cidr !== undefined && test(cidr);
}
