// Deletes a custom plugin that no instance uses; its code is kept first.
import type { ControlPlaneRef, CustomPlugin, KonnectClient, Plugin } from '../../konnect/client';
import { unlessMissing } from '../unlessMissing';
import { type Keep, readInstances } from './uploadPlugin';

export interface DeletePlan {
  /** Undefined where Konnect holds none any more. */
  readonly remote: CustomPlugin | undefined;
  /** Undefined where they may not be seen: Konnect itself refuses then. */
  readonly instances: readonly Plugin[] | undefined;
}

/** One round trip. */
export async function planDelete(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  name: string,
  signal: AbortSignal,
): Promise<DeletePlan> {
  const [remote, instances] = await Promise.all([
    unlessMissing(konnect.customPlugins.get(controlPlane, name, { signal })),
    readInstances(konnect, controlPlane, name, signal),
  ]);
  return { remote, instances };
}

/** By id: a plugin that was made anew under the name meanwhile is another one. */
export async function deletePlugin(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  remote: CustomPlugin,
  { keep, signal }: { readonly keep: Keep; readonly signal: AbortSignal },
): Promise<void> {
  // It may have been uploaded to while the question was open.
  const current = await unlessMissing(
    konnect.customPlugins.get(controlPlane, remote.id, { signal }),
  );
  if (current === undefined) return;
  await keep(current);
  await konnect.customPlugins.delete(controlPlane, current.id, { signal });
}
