// What a control plane holds, in the order in which it is shown.
import { l10n } from 'vscode';
import type { ControlPlane, KonnectClient, Route } from '../../konnect/client';
import { icons } from '../look/icons';
import type { Group } from '../nodes/groupNode';
import { ResourceNode, rowsOf } from '../nodes/resourceNode';
import { customDomainRow } from './customDomainRow';
import { customPluginRow } from './customPluginRow';
import { dataPlaneGroupRow } from './dataPlaneGroupRow';
import { nodeRow } from './nodeRow';
import { pluginRow } from './pluginRow';
import { serviceRow } from './serviceRow';

export function controlPlaneGroups(
  controlPlane: ControlPlane,
  konnect: KonnectClient,
): readonly Group[] {
  return [
    dataPlaneGroups(controlPlane, konnect),
    nodes(controlPlane, konnect),
    customDomains(controlPlane, konnect),
    services(controlPlane, konnect),
    plugins(controlPlane, konnect),
    customPlugins(controlPlane, konnect),
  ];
}

function dataPlaneGroups(controlPlane: ControlPlane, konnect: KonnectClient): Group {
  return {
    kind: 'dataPlaneGroups',
    label: l10n.t('Data plane groups'),
    icon: icons.dataPlaneGroups,
    empty: l10n.t('No data plane groups yet'),
    async *load(parent, signal) {
      for await (const configuration of konnect.configurations.list({ controlPlane, signal })) {
        for (const group of configuration.dataplane_groups) {
          const row = dataPlaneGroupRow(group, configuration, controlPlane, konnect);
          yield new ResourceNode(parent, row);
        }
      }
    },
  };
}

function nodes(controlPlane: ControlPlane, konnect: KonnectClient): Group {
  return {
    kind: 'nodes',
    label: l10n.t('Nodes'),
    icon: icons.nodes,
    empty: l10n.t('No nodes have reported yet'),
    async *load(parent, signal) {
      const { expected_hash } = await konnect.nodes.expectedHash(controlPlane, { signal });
      yield* rowsOf(parent, konnect.nodes.list(controlPlane, { signal }), (node) =>
        nodeRow(node, expected_hash, controlPlane, Date.now()),
      );
    },
  };
}

function customDomains(controlPlane: ControlPlane, konnect: KonnectClient): Group {
  return {
    kind: 'customDomains',
    label: l10n.t('Custom domains'),
    icon: icons.customDomains,
    empty: l10n.t('No custom domains yet'),
    load: (parent, signal) =>
      rowsOf(parent, konnect.customDomains.list({ controlPlane, signal }), (domain) =>
        customDomainRow(domain, konnect),
      ),
  };
}

function services(controlPlane: ControlPlane, konnect: KonnectClient): Group {
  return {
    kind: 'services',
    label: l10n.t('Services'),
    icon: icons.services,
    empty: l10n.t('No services yet'),
    async *load(parent, signal) {
      const routes: Route[] = [];
      for await (const route of konnect.routes.list(controlPlane, { signal })) routes.push(route);
      yield* rowsOf(parent, konnect.services.list(controlPlane, { signal }), (service) =>
        serviceRow(service, routes, controlPlane, konnect),
      );
    },
  };
}

function plugins(controlPlane: ControlPlane, konnect: KonnectClient): Group {
  return {
    kind: 'plugins',
    label: l10n.t('Plugins'),
    icon: icons.plugins,
    empty: l10n.t('No plugins yet'),
    load: (parent, signal) =>
      rowsOf(parent, konnect.plugins.list(controlPlane, { signal }), (plugin) =>
        pluginRow(plugin, controlPlane),
      ),
  };
}

function customPlugins(controlPlane: ControlPlane, konnect: KonnectClient): Group {
  return {
    kind: 'customPlugins',
    label: l10n.t('Custom plugins'),
    icon: icons.customPlugins,
    empty: l10n.t('No custom plugins uploaded yet'),
    load: (parent, signal) =>
      rowsOf(parent, konnect.customPlugins.list(controlPlane, { signal }), (plugin) =>
        customPluginRow(plugin, controlPlane, konnect),
      ),
  };
}
