// Read-modify-write: the body for a PUT that changes nothing, made from a plugin instance as it was read.
import type { PluginWrite } from './pluginBody';
import type { Plugin } from './plugins';

type Reference = Plugin['service'];
type Phases = NonNullable<PluginWrite['ordering']>['before'];

/** What is null or absent in Konnect stays out; ids and times are Konnect's own. */
export function pluginWrite(current: Plugin): PluginWrite {
  const { ordering, partials } = current;
  return {
    name: current.name,
    ...present('instance_name', current.instance_name),
    ...present('enabled', current.enabled),
    ...present('config', current.config),
    ...present('service', reference(current.service)),
    ...present('route', reference(current.route)),
    ...present('consumer', reference(current.consumer)),
    ...present('consumer_group', reference(current.consumer_group)),
    ...present('protocols', current.protocols),
    ...present('tags', current.tags),
    ...present('ordering', ordering ? orderingWrite(ordering) : undefined),
    ...present('condition', current.condition),
    ...present('partials', partials?.map(partialWrite)),
  };
}

function orderingWrite(ordering: NonNullable<Plugin['ordering']>): PluginWrite['ordering'] {
  const phases = (of: typeof ordering.before): Phases =>
    of ? { access: [...of.access] } : undefined;
  return {
    ...present('before', phases(ordering.before)),
    ...present('after', phases(ordering.after)),
  };
}

function partialWrite({ id, name, path }: NonNullable<Plugin['partials']>[number]) {
  return { ...present('id', id), ...present('name', name), ...present('path', path) };
}

function reference(of: Reference): { id: string } | undefined {
  return of ? { id: of.id } : undefined;
}

function present<K extends string, V>(
  key: K,
  value: V | null | undefined,
): { [key in K]?: NonNullable<V> } {
  return value === null || value === undefined
    ? {}
    : ({ [key]: value } as { [key in K]: NonNullable<V> });
}
