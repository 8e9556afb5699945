// A custom plugin: the handler and schema that Konnect streams to the data planes.
import { l10n, TreeItem } from 'vscode';
import type { CustomPlugin } from '../konnect/client';
import type { ApiSource } from '../manifest';
import { contextValue } from './contextValue';
import type { GroupNode } from './groupNode';
import { icons } from './icons';
import type { TreeNode } from './node';
import { tooltip } from './tooltip';

export class CustomPluginNode implements TreeNode {
  readonly id: string;
  readonly parent: GroupNode;
  readonly resource: CustomPlugin;
  readonly resourceId: string;
  readonly name: string;
  readonly source: ApiSource;

  constructor(parent: GroupNode, plugin: CustomPlugin) {
    const { geo, id } = parent.controlPlane;
    this.parent = parent;
    this.resource = plugin;
    this.resourceId = plugin.id;
    this.name = plugin.name;
    this.source = {
      geo,
      path: `/v2/control-planes/${id}/core-entities/custom-plugins/${plugin.id}`,
    };
    this.id = `${parent.id}/${plugin.id}`;
  }

  get controlPlane() {
    return this.parent.controlPlane;
  }

  item(): TreeItem {
    const { name, updated_at, tags } = this.resource;
    const uploaded =
      updated_at === undefined || updated_at === null
        ? undefined
        : new Date(updated_at * 1000).toLocaleDateString();
    const item = new TreeItem(name);
    if (uploaded !== undefined) item.description = l10n.t('uploaded {0}', uploaded);
    item.iconPath = icons.customPlugins;
    item.contextValue = contextValue('customPlugin', 'resource', 'controlPlane');
    item.tooltip = tooltip(name, [
      [l10n.t('Uploaded'), uploaded],
      [l10n.t('Tags'), tags?.join(', ')],
      [l10n.t('ID'), this.resourceId],
    ]);
    item.accessibilityInformation = { label: l10n.t('Custom plugin {0}', name) };
    return item;
  }
}
