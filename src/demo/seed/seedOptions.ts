// How much the demo organisation starts with.

export interface Seed {
  /** An organisation with nothing but provider accounts, quotas and the room to make things. */
  readonly empty?: boolean;
  /** Values that no API description knows, as a later Konnect may send them. On unless switched off. */
  readonly oddities?: boolean;
  /** More control planes, spread over the geos, for measuring. */
  readonly extraControlPlanes?: number;
  /** How many control planes can be made beyond those. 40 unless told otherwise. */
  readonly room?: number;
  /** Geos in which the token is good for nothing. `sg` unless told otherwise. */
  readonly refusedGeos?: readonly string[];
}
