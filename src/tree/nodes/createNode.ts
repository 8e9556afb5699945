// The row of an organisation without any control plane that leads to the first one.
import { l10n, TreeItem } from 'vscode';
import { icons } from '../look/icons';
import type { TreeNode } from './node';

export class CreateNode implements TreeNode {
  readonly id = 'create';
  readonly parent = undefined;

  item(): TreeItem {
    const title = l10n.t('Create a control plane…');
    const item = new TreeItem(title);
    item.iconPath = icons.create;
    item.contextValue = 'create;';
    item.command = { command: 'kongCloudGateways.controlPlane.create', title };
    // Without a role of its own: a tree may hold tree items only.
    item.accessibilityInformation = {
      label: l10n.t('There is no control plane yet. Create a control plane'),
    };
    return item;
  }
}
