// Whether a name belongs to a plugin that comes with the gateway.
import { bundledPlugins } from './data/bundledPlugins';
import { decodeLists } from './data/decode';
import { compareVersions } from './versions';

const versionsOf = new Map(
  [...decodeLists(bundledPlugins)].map(([versions, name]) => [name, versions.split('-')] as const),
);

const newest = [...versionsOf.values()]
  .map(([, last = '']) => last)
  .sort(compareVersions)
  .at(-1);

/** Without a version: in any version known. A plugin is taken to stay where only newer versions are asked for. */
export function isBundledPlugin(name: string, gatewayVersion?: string): boolean {
  const [first, last] = versionsOf.get(name) ?? [];
  if (first === undefined || last === undefined) return false;
  if (gatewayVersion === undefined) return true;
  const isGone = last !== newest && compareVersions(gatewayVersion, last) > 0;
  return compareVersions(gatewayVersion, first) >= 0 && !isGone;
}

/** Those of the newest version known, in order. */
export function bundledPluginNames(): readonly string[] {
  return [...versionsOf].flatMap(([name, [, last]]) => (last === newest ? [name] : [])).sort();
}
