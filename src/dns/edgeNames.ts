// The names under which a gateway can be reached: for all regions together, and for each one.
import { accessOf } from './access';
import { toHostname } from './hostname';
import { type Grade, publicEdgeName, regionalEdgeName } from './names';

export interface EdgeName {
  readonly name: string;
  readonly grade: Grade;
  /** Absent for the name of the whole gateway. */
  readonly place?: { readonly provider: string; readonly region: string };
}

export interface EdgeGroup {
  readonly provider: string;
  readonly region: string;
  readonly hostnames?: readonly string[] | null | undefined;
}

export interface EdgeGateway {
  /** From `dnsPrefix`. */
  readonly prefix: string | undefined;
  readonly apiAccess?: string | null | undefined;
  readonly groups: readonly EdgeGroup[];
}

const placeShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Empty for a private gateway, except for names that Konnect itself returned. Each name once. */
export function edgeNames({ prefix, apiAccess, groups }: EdgeGateway): readonly EdgeName[] {
  const derivedPrefix = accessOf(apiAccess) === 'private' ? undefined : prefix;
  const names = groups.flatMap((group) => groupNames(derivedPrefix, group));
  if (derivedPrefix !== undefined) {
    names.unshift({ name: publicEdgeName(derivedPrefix), grade: 'derived' });
  }
  return [...new Map(names.map((edge) => [edge.name, edge])).values()];
}

/** Names that Konnect returned stand in for the derived one (FACTS 6.1). */
function groupNames(prefix: string | undefined, group: EdgeGroup): EdgeName[] {
  const { provider, region } = group;
  const place = { provider, region };
  const returned = (group.hostnames ?? []).map(toHostname).filter((name) => name !== undefined);
  if (returned.length > 0) return returned.map((name) => ({ name, grade: 'returned', place }));
  if (prefix === undefined || !placeShape.test(provider) || !placeShape.test(region)) return [];
  return [{ name: regionalEdgeName(prefix, provider, region), grade: 'derived', place }];
}

/** Answers 200 while the data planes are up; says nothing about routes. Three underscores (FACTS 6.1). */
export function healthAddress(edge: EdgeName): string {
  return `https://${edge.name}/___konnect/healthz`;
}
