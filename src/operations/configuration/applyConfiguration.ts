// One PUT of a configuration, sent only if what it was planned from is still what Konnect has.
import type { Configuration, ControlPlaneRef, KonnectClient } from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import type { ConfigurationWrite } from '../../konnect/resources/configurationBody';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import type { Run } from '../run';
import { type Difference, differenceOf, isNothing } from './difference';
import { movingGroups } from './transition';

export interface ConfigurationPlan {
  /** What the user saw; undefined while the control plane has no configuration. */
  readonly before: Configuration | undefined;
  readonly wish: ConfigurationWrite;
}

export type Applied =
  /** Accepted; groups are on their way. */
  | { readonly kind: 'sent'; readonly configuration: Configuration }
  /** Konnect has it already. */
  | { readonly kind: 'identical' }
  /** Somebody else changed it meanwhile; nothing was sent. `difference` is what they did. */
  | {
      readonly kind: 'moved';
      readonly current: Configuration | undefined;
      readonly difference: Difference;
    }
  /** Groups are on their way, so that Konnect takes no change; nothing was changed. */
  | { readonly kind: 'busy'; readonly regions: readonly string[] };

/** One control plane has at most one. */
export async function readConfiguration(
  konnect: KonnectClient,
  { id, geo }: ControlPlaneRef,
  signal?: AbortSignal,
): Promise<Configuration | undefined> {
  const found = konnect.configurations.list({
    controlPlane: { id, geo },
    ...(signal && { signal }),
  });
  for await (const configuration of found) return configuration;
  return undefined;
}

export async function applyConfiguration(
  konnect: KonnectClient,
  { before, wish }: ConfigurationPlan,
  { signal }: Pick<Run, 'signal'>,
): Promise<Applied> {
  const place = { id: wish.control_plane_id, geo: wish.control_plane_geo };
  const current = await readConfiguration(konnect, place, signal);
  const planned = before && configurationWrite(before);
  if (current !== undefined) {
    const found = configurationWrite(current);
    if (isNothing(differenceOf(found, wish))) return { kind: 'identical' };
    const difference = differenceOf(planned, found);
    // A version number that moves without a change of the wish is Konnect's own work on the groups.
    if (!isNothing(difference)) return { kind: 'moved', current, difference };
  } else if (planned !== undefined) {
    const difference = differenceOf(planned, { ...planned, dataplane_groups: [] });
    return { kind: 'moved', current, difference };
  }
  const moving = movingGroups(current);
  if (moving.length > 0) return { kind: 'busy', regions: moving.map(({ region }) => region) };
  return putConfiguration(konnect, wish, signal);
}

/** Without a look before: for a control plane that has just been made. */
export async function putConfiguration(
  konnect: KonnectClient,
  wish: ConfigurationWrite,
  signal: AbortSignal,
): Promise<Applied> {
  try {
    return { kind: 'sent', configuration: await konnect.configurations.put(wish, { signal }) };
  } catch (error) {
    if (isNotYetProvisioned(error)) return { kind: 'busy', regions: [] };
    throw error;
  }
}

/** Konnect's refusal of a change while groups are on their way (FACTS 5.4): they may have begun since the read. */
function isNotYetProvisioned(error: unknown): boolean {
  if (!isKonnectError(error) || error.kind !== 'invalid-request') return false;
  return (error.fields ?? []).some(
    ({ field, reason }) => field === 'dataplane_groups' && /not yet provisioned/i.test(reason),
  );
}
