// A plugin instance: a plugin with its configuration at one scope.
import { l10n } from 'vscode';
import type { ControlPlaneRef, Plugin } from '../../konnect/client';
import { icons } from '../look/icons';
import type { ResourceRow } from '../nodes/resourceNode';

export function pluginRow(plugin: Plugin, { geo, id }: ControlPlaneRef): ResourceRow {
  const shown = plugin.instance_name ?? plugin.name;
  const isOn = plugin.enabled !== false;
  const scope = scopeOf(plugin);
  const facts = [
    shown === plugin.name ? undefined : plugin.name,
    scope,
    isOn ? undefined : l10n.t('disabled'),
  ];
  return {
    kind: 'plugin',
    resourceId: plugin.id,
    name: shown,
    source: { geo, path: `/v2/control-planes/${id}/core-entities/plugins/${plugin.id}` },
    terraform: { kind: 'plugin', resource: plugin, controlPlane: { geo, id } },
    description: facts.filter((fact) => fact !== undefined).join(' · '),
    state: isOn ? 'enabled' : 'disabled',
    icon: isOn ? icons.pluginOn : icons.pluginOff,
    lines: [
      [l10n.t('Plugin'), plugin.name],
      [l10n.t('Scope'), scope],
      [l10n.t('Enabled'), isOn ? l10n.t('yes') : l10n.t('no')],
      [l10n.t('ID'), plugin.id],
    ],
    spoken: l10n.t(
      'Plugin {0}, {1}, {2}',
      shown,
      scope,
      isOn ? l10n.t('enabled') : l10n.t('disabled'),
    ),
  };
}

function scopeOf({ service, route, consumer, consumer_group }: Plugin): string {
  const parts = [
    service && l10n.t('service'),
    route && l10n.t('route'),
    consumer && l10n.t('consumer'),
    consumer_group && l10n.t('consumer group'),
  ].filter((part): part is string => typeof part === 'string');
  return parts.length === 0 ? l10n.t('global') : parts.join(' + ');
}
