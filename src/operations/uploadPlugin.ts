// Uploading a custom plugin: one read decides between create, replace and nothing; then at most one write.
import type { ControlPlaneRef, CustomPlugin, KonnectClient } from '../konnect/client';
import { isKonnectError } from '../konnect/errors';
import type { CustomPluginBody } from '../plugins/uploadBody';

export type UploadPlan =
  | { readonly kind: 'create' }
  /** The control plane itself does not exist any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unchanged'; readonly remote: CustomPlugin }
  /** The code in `remote` will be gone: Konnect keeps no versions. */
  | { readonly kind: 'replace'; readonly remote: CustomPlugin };

/** `get-custom-plugin` takes an id or a name; 404 means that there is none of this name, or no such control plane. */
export async function planUpload(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  { name, handler, schema }: CustomPluginBody,
  signal?: AbortSignal,
): Promise<UploadPlan> {
  const options = { ...(signal && { signal }) };
  const remote = await unlessMissing(konnect.customPlugins.get(controlPlane, name, options));
  if (remote === undefined) {
    const exists = await unlessMissing(konnect.controlPlanes.get(controlPlane, options));
    return { kind: exists === undefined ? 'gone' : 'create' };
  }
  const isSame = remote.handler === handler && remote.schema === schema;
  return { kind: isSame ? 'unchanged' : 'replace', remote };
}

/** A replace goes by id and keeps the tags that are there; PUT by a name that vanished would create. */
export async function runUpload(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  { name, handler, schema }: CustomPluginBody,
  plan: Exclude<UploadPlan, { kind: 'gone' }>,
  signal?: AbortSignal,
): Promise<CustomPlugin> {
  const options = { ...(signal && { signal }) };
  if (plan.kind === 'unchanged') return plan.remote;
  if (plan.kind === 'create')
    return konnect.customPlugins.create(controlPlane, { name, handler, schema }, options);
  const { id, tags } = plan.remote;
  return konnect.customPlugins.put(
    controlPlane,
    id,
    { name, handler, schema, ...(tags && { tags: [...tags] }) },
    options,
  );
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isKonnectError(error) && error.kind === 'not-found') return undefined;
    throw error;
  }
}
