// Undoing an upload or a delete: what was kept of a custom plugin becomes what Konnect holds, and what it replaces is kept.
import type { ControlPlaneRef, CustomPlugin, KonnectClient } from '../../konnect/client';
import type { PluginBackup } from '../../plugins/backups';
import { unlessMissing } from '../unlessMissing';
import { isSameCode, type Keep } from './uploadPlugin';

export type Restored = Pick<PluginBackup, 'plugin' | 'handler' | 'schema' | 'tags'>;

/** The newest that differs from what Konnect holds now; so that undoing an undo brings back what it took away. */
export function previousOf(
  backups: readonly PluginBackup[],
  remote: CustomPlugin | undefined,
): PluginBackup | undefined {
  return backups.find((backup) => remote === undefined || !isSameCode(backup, remote));
}

/** @param remote what Konnect holds of it now, as just read */
export async function restorePlugin(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  { plugin: name, handler, schema, tags }: Restored,
  remote: CustomPlugin | undefined,
  { keep, signal }: { readonly keep: Keep; readonly signal?: AbortSignal },
): Promise<CustomPlugin> {
  const options = { ...(signal && { signal }) };
  const body = { name, handler, schema };
  if (remote === undefined) {
    return konnect.customPlugins.create(controlPlane, { ...body, ...(tags && { tags }) }, options);
  }
  if (isSameCode(remote, { handler, schema })) return remote;
  await keep(remote);
  const withTags = { ...body, ...(remote.tags && { tags: [...remote.tags] }) };
  return konnect.customPlugins.put(controlPlane, remote.id, withTags, options);
}

/** What Konnect holds of a plugin now; nothing where it holds none. */
export function readRemote(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  name: string,
  signal?: AbortSignal,
): Promise<CustomPlugin | undefined> {
  return unlessMissing(
    konnect.customPlugins.get(controlPlane, name, { ...(signal && { signal }) }),
  );
}
