// A custom plugin: the handler and schema that Konnect streams to the data planes, with the instances that use it.
import { l10n } from 'vscode';
import { pluginDocumentUri, pluginUri } from '../../host/plugins/pluginDocumentUri';
import type { ControlPlaneRef, CustomPlugin, KonnectClient } from '../../konnect/client';
import { icons } from '../look/icons';
import { CodeNode } from '../nodes/codeNode';
import { MessageNode } from '../nodes/messageNode';
import type { TreeNode } from '../nodes/node';
import { collectRows, type ResourceNode, type ResourceRow } from '../nodes/resourceNode';
import { pluginRow } from './pluginRow';

export function customPluginRow(
  plugin: CustomPlugin,
  ref: ControlPlaneRef,
  konnect: KonnectClient,
): ResourceRow {
  const { id, name, updated_at, tags } = plugin;
  const uploaded = updated_at ? new Date(updated_at * 1000) : undefined;
  return {
    kind: 'customPlugin',
    resourceId: id,
    name,
    source: {
      geo: ref.geo,
      path: `/v2/control-planes/${ref.id}/core-entities/custom-plugins/${id}`,
    },
    terraform: { kind: 'customPlugin', resource: plugin, controlPlane: ref },
    description: uploaded && l10n.t('uploaded {0}', uploaded.toLocaleDateString()),
    icon: icons.customPlugins,
    markedBy: (controlPlane) =>
      pluginUri({ controlPlane: ref, controlPlaneName: controlPlane.name, plugin: name }),
    lines: [
      [l10n.t('Uploaded'), uploaded?.toLocaleString()],
      [l10n.t('Tags'), tags?.join(', ')],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Custom plugin {0}', name),
    async *children(parent, signal) {
      yield* codeNodes(parent, name);
      const instances = await collectRows(
        parent,
        konnect.plugins.list(ref, { name, signal }),
        (one) => pluginRow(one, ref),
      );
      if (instances.length > 0) yield* instances;
      else yield new MessageNode(parent, l10n.t('No instance uses it'));
    },
  };
}

function codeNodes(parent: ResourceNode, plugin: string): readonly TreeNode[] {
  const { controlPlane } = parent;
  if (controlPlane === undefined) return [];
  const place = { controlPlane, controlPlaneName: controlPlane.name, plugin };
  return (['handler', 'schema'] as const).map(
    (file) => new CodeNode(parent, pluginDocumentUri(place, file)),
  );
}
