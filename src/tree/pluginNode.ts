// A plugin instance: a plugin with its configuration at one scope.
import { l10n, TreeItem } from 'vscode';
import type { Plugin } from '../konnect/client';
import type { ApiSource } from '../manifest';
import { contextValue } from './contextValue';
import type { GroupNode } from './groupNode';
import { icons } from './icons';
import type { TreeNode } from './node';
import { tooltip } from './tooltip';

export class PluginNode implements TreeNode {
  readonly id: string;
  readonly parent: GroupNode;
  readonly resource: Plugin;
  readonly resourceId: string;
  readonly name: string;
  readonly source: ApiSource;

  constructor(parent: GroupNode, plugin: Plugin) {
    const { geo, id } = parent.controlPlane;
    this.parent = parent;
    this.resource = plugin;
    this.resourceId = plugin.id;
    this.name = plugin.instance_name ?? plugin.name;
    this.source = { geo, path: `/v2/control-planes/${id}/core-entities/plugins/${plugin.id}` };
    this.id = `${parent.id}/${plugin.id}`;
  }

  get controlPlane() {
    return this.parent.controlPlane;
  }

  item(): TreeItem {
    const { name, instance_name, enabled } = this.resource;
    const isOn = enabled !== false;
    const scope = scopeOf(this.resource);
    const item = new TreeItem(this.name);
    const facts = [
      instance_name === undefined || instance_name === null ? undefined : name,
      scope,
      isOn ? undefined : l10n.t('disabled'),
    ];
    item.description = facts.filter((fact) => fact !== undefined).join(' · ');
    item.iconPath = isOn ? icons.pluginOn : icons.pluginOff;
    item.contextValue = contextValue('plugin', 'resource', 'controlPlane');
    item.tooltip = tooltip(this.name, [
      [l10n.t('Plugin'), name],
      [l10n.t('Scope'), scope],
      [l10n.t('Enabled'), isOn ? l10n.t('yes') : l10n.t('no')],
      [l10n.t('ID'), this.resourceId],
    ]);
    item.accessibilityInformation = {
      label: l10n.t(
        'Plugin {0}, {1}, {2}',
        this.name,
        scope,
        isOn ? l10n.t('enabled') : l10n.t('disabled'),
      ),
    };
    return item;
  }
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
