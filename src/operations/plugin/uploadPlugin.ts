// Uploading a custom plugin: one round trip of reads decides between create, replace and nothing; then at most one write.
import type { ControlPlaneRef, CustomPlugin, KonnectClient, Plugin } from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import type { PluginCode } from '../../plugins/backups';
import type { CustomPluginBody } from '../../plugins/uploadBody';
import { unlessMissing } from '../unlessMissing';

/** Instances of the plugin; undefined where they could not be read. */
type Instances = readonly Plugin[] | undefined;

export type UploadPlan =
  | { readonly kind: 'create'; readonly instances: Instances }
  /** The control plane itself does not exist any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unchanged'; readonly remote: CustomPlugin }
  /** The code in `remote` will be gone: Konnect keeps no versions. */
  | { readonly kind: 'replace'; readonly remote: CustomPlugin; readonly instances: Instances };

export interface PlanOptions {
  /** What is sent is what was sent last: probably there is nothing to do, and one read tells. */
  readonly isProbablySame?: boolean;
  readonly signal?: AbortSignal;
}

/** Keeps what is about to be replaced; the write is sent only after it has settled. */
export type Keep = (code: PluginCode) => Promise<void>;

/** `get-custom-plugin` takes an id or a name; 404 means that there is none of this name, or no such control plane. */
export async function planUpload(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  body: CustomPluginBody,
  { isProbablySame = false, signal }: PlanOptions = {},
): Promise<UploadPlan> {
  const options = { ...(signal && { signal }) };
  const reading = unlessMissing(konnect.customPlugins.get(controlPlane, body.name, options));
  if (isProbablySame) {
    const remote = await reading;
    if (remote !== undefined && isSameCode(remote, body)) return { kind: 'unchanged', remote };
  }
  const [remote, instances] = await Promise.all([
    reading,
    readInstances(konnect, controlPlane, body.name, signal),
  ]);
  if (remote !== undefined) {
    if (isSameCode(remote, body)) return { kind: 'unchanged', remote };
    return { kind: 'replace', remote, instances };
  }
  // A list that was answered shows that the control plane is there.
  const exists =
    instances ?? (await unlessMissing(konnect.controlPlanes.get(controlPlane, options)));
  return exists === undefined ? { kind: 'gone' } : { kind: 'create', instances };
}

/** A replace goes by id and keeps the tags that are there; PUT by a name that vanished would create. */
export async function runUpload(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  { name, handler, schema }: CustomPluginBody,
  plan: Exclude<UploadPlan, { kind: 'gone' }>,
  { keep, signal }: { readonly keep: Keep; readonly signal?: AbortSignal },
): Promise<CustomPlugin> {
  const options = { ...(signal && { signal }) };
  if (plan.kind === 'unchanged') return plan.remote;
  if (plan.kind === 'create')
    return konnect.customPlugins.create(controlPlane, { name, handler, schema }, options);
  const { id, tags } = plan.remote;
  await keep(plan.remote);
  const body = { name, handler, schema, ...(tags && { tags: [...tags] }) };
  return konnect.customPlugins.put(controlPlane, id, body, options);
}

/** Not to be allowed to see them keeps nobody from uploading. */
export async function readInstances(
  konnect: KonnectClient,
  controlPlane: ControlPlaneRef,
  name: string,
  signal?: AbortSignal,
): Promise<Instances> {
  const found: Plugin[] = [];
  try {
    const all = konnect.plugins.list(controlPlane, { name, ...(signal && { signal }) });
    for await (const plugin of all) if (plugin.name === name) found.push(plugin);
    return found;
  } catch (error) {
    const isUnseen =
      isKonnectError(error) && (error.kind === 'permission' || error.kind === 'not-found');
    if (isUnseen) return undefined;
    throw error;
  }
}

export function isSameCode(
  one: Pick<CustomPlugin, 'handler' | 'schema'>,
  other: Pick<CustomPlugin, 'handler' | 'schema'>,
): boolean {
  return one.handler === other.handler && one.schema === other.schema;
}
