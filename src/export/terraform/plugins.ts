// Plugin instances as resources of the provider, which has one resource for each bundled plugin and one for all others.
import type { ControlPlaneRef } from '../../konnect/geo';
import type { Plugin } from '../../konnect/resources/plugins';
import { hclName } from '../hclName';
import { coreImportId, entityAttributes } from './coreEntities';
import { documentText, Findings, geoNote } from './document';
import { type PluginShape, pluginShape } from './pluginShape';
import { free } from './shaped';

const commonPairs =
  'instance_name:s enabled:b protocols:[s tags:[s ordering:(before:(access:[s) after:(access:[s))';
/** What a custom plugin's resource lacks. */
const bundledPairs = 'condition:s partials:[(id:s name:s path:s)';
const scopes = [
  ['s', 'service'],
  ['r', 'route'],
  ['c', 'consumer'],
  ['g', 'consumer_group'],
] as const;

export function pluginText(controlPlane: ControlPlaneRef, plugin: Plugin): string {
  const label = hclName(plugin.instance_name ?? `${plugin.name}_${plugin.id.slice(0, 8)}`);
  const shape = pluginShape(plugin.name);
  return shape === undefined
    ? otherPlugin(controlPlane, plugin, label)
    : bundledPlugin(controlPlane, plugin, label, shape);
}

function bundledPlugin(
  controlPlane: ControlPlaneRef,
  { name, ...plugin }: Plugin,
  label: string,
  { scopes: letters, config }: PluginShape,
): string {
  const findings = new Findings(label);
  const pairs = `${scopePairs(letters)}${commonPairs} ${bundledPairs} config:${config}`;
  const attributes = {
    control_plane_id: controlPlane.id,
    ...entityAttributes(plugin, pairs, findings),
  };
  const type = `konnect_gateway_plugin_${name.replaceAll('-', '_')}`;
  const importId = coreImportId(controlPlane, plugin.id);
  return documentText({ type, label, attributes, importId }, findings, [geoNote(controlPlane)]);
}

/** Streamed and other custom plugins, clones, and bundled ones that are newer than the table. */
function otherPlugin(
  controlPlane: ControlPlaneRef,
  { name, config, ...plugin }: Plugin,
  label: string,
): string {
  const findings = new Findings(label);
  const pairs = scopePairs('srcg') + commonPairs;
  const attributes = {
    control_plane_id: controlPlane.id,
    name,
    ...entityAttributes(plugin, pairs, findings),
    config: free(config ?? {}, ['config'], findings),
  };
  const type = 'konnect_gateway_custom_plugin';
  return documentText({ type, label, attributes, importId: undefined }, findings, [
    geoNote(controlPlane),
    'The provider cannot import this resource: applying it adds an instance beside the one that exists.',
    `Remove that one first (id ${plugin.id}).`,
  ]);
}

function scopePairs(letters: string): string {
  return scopes
    .filter(([letter]) => letters.includes(letter))
    .map(([, name]) => `${name}:(id:s) `)
    .join('');
}
