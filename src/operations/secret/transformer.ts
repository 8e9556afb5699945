// The plugin instance that sets the header: one of a name per scope, found again and changed, never doubled (FACTS 9).
import type { ControlPlaneRef, KonnectClient, Plugin } from '../../konnect/client';
import type { PluginWrite } from '../../konnect/resources/pluginBody';
import { pluginWrite } from '../../konnect/resources/pluginWrite';
import { collect } from '../collect';
import { setsHeader, slug } from './headerSecret';

export type SecretScope =
  | { readonly kind: 'controlPlane' }
  | { readonly kind: 'service' | 'route'; readonly id: string; readonly name: string };

export type TransformerName = 'request-transformer' | 'request-transformer-advanced';

/** What this extension has made carries it. */
export const ownTag = 'backend-secret';

/** The instances of exactly that scope; there is at most one of each name. */
export interface Transformers {
  readonly plain: Plugin | undefined;
  readonly advanced: Plugin | undefined;
}

export async function readTransformers(
  konnect: KonnectClient,
  ref: ControlPlaneRef,
  scope: SecretScope,
  signal?: AbortSignal,
): Promise<Transformers> {
  const at = async (name: TransformerName) => {
    const all = await collect(konnect.plugins.list(ref, { name, ...(signal && { signal }) }));
    return all.find((plugin) => plugin.name === name && isAt(plugin, scope));
  };
  const [plain, advanced] = await Promise.all([
    at('request-transformer'),
    at('request-transformer-advanced'),
  ]);
  return { plain, advanced };
}

function isAt({ service, route, consumer, consumer_group }: Plugin, scope: SecretScope): boolean {
  if (consumer || consumer_group) return false;
  const [serviceId, routeId] = [service?.id, route?.id];
  if (scope.kind === 'controlPlane') return serviceId === undefined && routeId === undefined;
  return scope.kind === 'service'
    ? serviceId === scope.id && routeId === undefined
    : routeId === scope.id && serviceId === undefined;
}

export function newTransformer(
  name: TransformerName,
  scope: SecretScope,
  entry: string,
): PluginWrite {
  const kind = name === 'request-transformer' ? 'plain' : 'vault';
  return {
    name,
    instance_name: `${ownTag}-${kind}-${scopeSlug(scope)}`,
    tags: [ownTag],
    config: { replace: { headers: [entry] }, add: { headers: [entry] } },
    ...(scope.kind !== 'controlPlane' && { [scope.kind]: { id: scope.id } }),
  };
}

export function scopeSlug(scope: SecretScope): string {
  return scope.kind === 'controlPlane'
    ? 'all'
    : [slug(scope.name).slice(0, 40), scope.id.slice(0, 8)].filter(Boolean).join('-');
}

/** With `entry` instead of whatever set the header before; undefined when it says so already. A PUT carries all of it. */
export function withEntry(plugin: Plugin, header: string, entry: string): PluginWrite | undefined {
  return rewritten(plugin, (headers) => [...without(headers, header, entry), entry]);
}

/** Without anything that sets the header; undefined when nothing does. */
export function withoutHeader(plugin: Plugin, header: string): PluginWrite | undefined {
  return rewritten(plugin, (headers) => without(headers, header));
}

/** Nothing is left that it would do. */
export function isEmpty({ config = {} }: PluginWrite): boolean {
  const actions = ['remove', 'rename', 'replace', 'add', 'append'];
  const parts = actions.flatMap((action) => Object.values(recordOf(config[action])));
  return parts.every((part) => !Array.isArray(part) || part.length === 0);
}

export function setsAny(plugin: Plugin | undefined, header: string): boolean {
  return ['replace', 'add'].some((action) =>
    headersOf(plugin, action).some((entry) => setsHeader(entry, header)),
  );
}

export function refersTo(plugin: Plugin | undefined, reference: string): boolean {
  return ['replace', 'add'].some((action) => headersOf(plugin, action).includes(reference));
}

function rewritten(
  plugin: Plugin,
  change: (headers: readonly string[]) => readonly string[],
): PluginWrite | undefined {
  const write = pluginWrite(plugin);
  const changed = ['replace', 'add'].map((action) => {
    const before = headersOf(plugin, action);
    const after = change(before);
    const isSame = after.join('\n') === before.join('\n');
    return { isSame, part: [action, { ...recordOf(plugin.config?.[action]), headers: after }] };
  });
  if (changed.every(({ isSame }) => isSame)) return undefined;
  const parts = Object.fromEntries(changed.map(({ part }) => part));
  return { ...write, config: { ...plugin.config, ...parts } };
}

function without(headers: readonly string[], header: string, entry?: string): readonly string[] {
  return headers.filter((one) => one !== entry && !setsHeader(one, header));
}

function headersOf(plugin: Plugin | undefined, action: string): readonly string[] {
  const { headers } = recordOf(plugin?.config?.[action]);
  return Array.isArray(headers) ? headers.filter((one) => typeof one === 'string') : [];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
