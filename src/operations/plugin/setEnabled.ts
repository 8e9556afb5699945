// Switches a plugin instance on or off by read, merge and write: a PUT replaces everything.
import type { ControlPlaneRef, KonnectClient } from '../../konnect/client';
import { pluginWrite } from '../../konnect/resources/pluginWrite';

/** Resolves to false when it was so already: then nothing was sent. */
export async function setEnabled(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  id: string,
  enabled: boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const current = await konnect.plugins.get(controlPlane, id, { signal });
  if ((current.enabled ?? true) === enabled) return false;
  const body = { ...pluginWrite(current), enabled };
  await konnect.plugins.put(controlPlane, id, body, { signal });
  return true;
}
