// A control plane, with its data plane groups, custom domains, plugins and custom plugins.
import { l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ControlPlane, KonnectClient } from '../konnect/client';
import type { ApiSource } from '../manifest';
import { contextValue } from './contextValue';
import { CustomDomainNode } from './customDomainNode';
import { CustomPluginNode } from './customPluginNode';
import { DataPlaneGroupNode } from './dataPlaneGroupNode';
import { type Group, GroupNode } from './groupNode';
import { icons } from './icons';
import { rowId, type TreeNode } from './node';
import { PluginNode } from './pluginNode';
import { tooltip } from './tooltip';

export class ControlPlaneNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode;
  readonly controlPlane: ControlPlane;
  readonly resourceId: string;
  readonly name: string;
  readonly source: ApiSource;
  readonly #konnect: KonnectClient;

  constructor(parent: TreeNode, controlPlane: ControlPlane, konnect: KonnectClient) {
    this.parent = parent;
    this.controlPlane = controlPlane;
    this.resourceId = controlPlane.id;
    this.name = controlPlane.name;
    this.source = { geo: controlPlane.geo, path: `/v2/control-planes/${controlPlane.id}` };
    this.id = rowId.controlPlane(controlPlane);
    this.#konnect = konnect;
  }

  item(): TreeItem {
    const { name, description, config, geo } = this.controlPlane;
    const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
    if (description) item.description = description;
    item.iconPath = icons.controlPlane;
    item.contextValue = contextValue('controlPlane', 'resource', 'controlPlane');
    item.tooltip = tooltip(name, [
      [l10n.t('Description'), description ?? undefined],
      [l10n.t('ID'), this.resourceId],
      [l10n.t('Geo'), geo],
      [l10n.t('Endpoint'), config.control_plane_endpoint ?? undefined],
    ]);
    item.accessibilityInformation = { label: l10n.t('Control plane {0}', name) };
    return item;
  }

  children(): Promise<readonly TreeNode[]> {
    const groups = [dataPlaneGroups, customDomains, plugins, customPlugins];
    return Promise.resolve(
      groups.map((group) => new GroupNode(this, this.controlPlane, group(this.#konnect))),
    );
  }
}

function dataPlaneGroups(konnect: KonnectClient): Group {
  return {
    kind: 'dataPlaneGroups',
    label: l10n.t('Data plane groups'),
    icon: icons.dataPlaneGroups,
    empty: l10n.t('No data plane groups yet'),
    load: async (parent, signal) => {
      const nodes: TreeNode[] = [];
      for await (const configuration of konnect.configurations.list({
        controlPlane: parent.controlPlane,
        signal,
      })) {
        for (const group of configuration.dataplane_groups) {
          nodes.push(new DataPlaneGroupNode(parent, group, configuration));
        }
      }
      return nodes;
    },
  };
}

function customDomains(konnect: KonnectClient): Group {
  return {
    kind: 'customDomains',
    label: l10n.t('Custom domains'),
    icon: icons.customDomains,
    empty: l10n.t('No custom domains yet'),
    load: (parent, signal) =>
      collect(
        konnect.customDomains.list({ controlPlane: parent.controlPlane, signal }),
        (domain) => new CustomDomainNode(parent, domain),
      ),
  };
}

function plugins(konnect: KonnectClient): Group {
  return {
    kind: 'plugins',
    label: l10n.t('Plugins'),
    icon: icons.plugins,
    empty: l10n.t('No plugins yet'),
    load: (parent, signal) =>
      collect(
        konnect.plugins.list(parent.controlPlane, { signal }),
        (plugin) => new PluginNode(parent, plugin),
      ),
  };
}

function customPlugins(konnect: KonnectClient): Group {
  return {
    kind: 'customPlugins',
    label: l10n.t('Custom plugins'),
    icon: icons.customPlugins,
    empty: l10n.t('No custom plugins uploaded yet'),
    load: (parent, signal) =>
      collect(
        konnect.customPlugins.list(parent.controlPlane, { signal }),
        (plugin) => new CustomPluginNode(parent, plugin),
      ),
  };
}

async function collect<T>(
  resources: AsyncIterable<T>,
  node: (resource: T) => TreeNode,
): Promise<readonly TreeNode[]> {
  const nodes: TreeNode[] = [];
  for await (const resource of resources) nodes.push(node(resource));
  return nodes;
}
