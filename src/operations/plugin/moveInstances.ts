// Moving the instances of one custom plugin to another: each step leaves a whole configuration.
import type { ControlPlaneRef, CustomPlugin, KonnectClient, Plugin } from '../../konnect/client';
import { pluginWrite } from '../../konnect/resources/pluginWrite';
import { collect } from '../collect';
import { Interrupted } from '../interrupted';
import type { Run } from '../run';
import { unlessMissing } from '../unlessMissing';

export interface Move {
  /** Names of custom plugins of one control plane. */
  readonly from: string;
  readonly to: string;
}

/** How far it has come, read from Konnect: so it can be stopped anywhere, and taken up again. */
export interface MoveStanding {
  readonly source: CustomPlugin | undefined;
  readonly target: CustomPlugin | undefined;
  /** Instances that still run the first. */
  readonly left: readonly Plugin[];
}

export async function readMove(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  { from, to }: Move,
  signal?: AbortSignal,
): Promise<MoveStanding> {
  const options = { ...(signal && { signal }) };
  const [source, target, left] = await Promise.all([
    unlessMissing(konnect.customPlugins.get(controlPlane, from, options)),
    unlessMissing(konnect.customPlugins.get(controlPlane, to, options)),
    collect(konnect.plugins.list(controlPlane, { name: from, ...options })),
  ]);
  return { source, target, left: left.filter(({ name }) => name === from) };
}

/**
 * One PUT by id: at no time do both run, or neither. What is sent is what is there now, not what was asked about.
 * @param config instead of the instance's own
 * @returns nothing where it is gone, or was moved already
 * @throws Interrupted where Konnect keeps the instance as it was: its description does not say that a name may change
 */
export async function moveInstance(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  { id, name: from }: Pick<Plugin, 'id' | 'name'>,
  to: string,
  { t, config }: Pick<Run, 't'> & { readonly config?: Readonly<Record<string, unknown>> },
): Promise<Plugin | undefined> {
  const now = await unlessMissing(konnect.plugins.get(controlPlane, id));
  if (now?.name !== from) return undefined;
  const body = { ...pluginWrite(now), name: to, ...(config && { config }) };
  const moved = await konnect.plugins.put(controlPlane, id, body);
  if (moved.name === to) return moved;
  throw new Interrupted(
    t(
      '{0} is an instance of {1} still: Konnect did not take the other name. Add an instance of {2} with this configuration, then remove this one.',
      now.instance_name ?? id,
      from,
      to,
    ),
  );
}

/** One after the other; between two of them it can be stopped. How many were moved. */
export async function moveInstances(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  instances: readonly Plugin[],
  to: string,
  { report, signal, t }: Pick<Run, 'report' | 'signal' | 't'>,
): Promise<number> {
  let moved = 0;
  for (const instance of instances) {
    if (signal.aborted) break;
    report(t('{0} of {1} moved', moved, instances.length));
    await moveInstance(konnect, controlPlane, instance, to, { t });
    moved += 1;
  }
  return moved;
}
