// A row that says something instead of showing a resource: a failed load with its reason, or an empty list.
import { l10n, TreeItem } from 'vscode';
import { icons } from './icons';
import type { TreeNode } from './node';
import { tooltip } from './tooltip';

export class MessageNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode;
  readonly #message: string;
  readonly #failed: boolean;

  constructor(parent: TreeNode, message: string, { failed }: { failed: boolean }) {
    this.parent = parent;
    this.id = `${parent.id}/message`;
    this.#message = message;
    this.#failed = failed;
  }

  item(): TreeItem {
    if (!this.#failed) return emptyItem(this.#message);
    const item = new TreeItem(this.#message);
    item.iconPath = icons.failure;
    item.tooltip = tooltip(this.#message, [[l10n.t('Next step'), l10n.t('click to try again')]]);
    item.contextValue = 'failure;';
    item.command = {
      command: 'kongCloudGateways.explorer.refresh',
      title: l10n.t('Try Again'),
      arguments: [this.parent],
    };
    item.accessibilityInformation = {
      label: l10n.t('Failed: {0}. Activate to try again.', this.#message),
    };
    return item;
  }
}

/** Dimmed, as it is no resource. */
function emptyItem(message: string): TreeItem {
  const item = new TreeItem('');
  item.description = message;
  item.accessibilityInformation = { label: message };
  return item;
}
