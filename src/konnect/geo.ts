// Konnect's geos: where control planes live, and the one where everything else lives.

/** Konnect's home of a control plane: `us`, `eu`, … New ones appear without notice, so any label is allowed. */
export type Geo = string;

/** A control plane is found by both: an id alone does not say whom to ask. */
export interface ControlPlaneRef {
  readonly id: string;
  readonly geo: Geo;
}

/** Cloud gateways, organisations and users live here. */
export const globalGeo: Geo = 'global';

/** Known in 2026 (control-planes v2, `servers`); used when Konnect cannot be asked. */
export const knownGeos: readonly Geo[] = ['us', 'eu', 'au', 'me', 'in', 'sg'];

/** A geo becomes part of a host name, so one out of an answer must not be able to name another host. */
export function isGeo(value: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(value);
}
