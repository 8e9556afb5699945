// The public names of a gateway, put together from its prefix (FACTS 6.1).

/** `derived`: worked out by us; `returned`: given by Konnect, which is then the authority. */
export type Grade = 'derived' | 'returned';

export const gatewayDomain = 'gateways.konggateway.com';
/** Switched off on 2025-09-30; includes the names below `edge.` and `acme.` (FACTS 6.2). */
export const formerGatewayDomain = 'gateways.konghq.com';

export function publicEdgeName(prefix: string): string {
  return `${prefix}.${gatewayDomain}`;
}

export function regionalEdgeName(prefix: string, provider: string, region: string): string {
  return `${prefix}.${provider}-${region}.edge.${gatewayDomain}`;
}

/** Mind `.acme.`: the challenge name is not below the public edge name. */
export function challengeTarget(prefix: string): string {
  return `_acme-challenge.${prefix}.acme.${gatewayDomain}`;
}
