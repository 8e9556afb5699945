// A row that says something instead of showing a resource: a failed load with its reason, or an empty list.
import { l10n, TreeItem } from 'vscode';
import { icons } from '../look/icons';
import { tooltip } from '../look/tooltip';
import type { TreeNode } from './node';

/** `failure`: with a way to try again. `hidden`: rows are there, but the filter leaves them out. */
export type MessageKind = 'failure' | 'empty' | 'hidden';

export class MessageNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode;
  readonly #message: string;
  readonly #kind: MessageKind;

  constructor(parent: TreeNode, message: string, kind: MessageKind = 'empty') {
    this.parent = parent;
    this.id = `${parent.id}/message`;
    this.#message = message;
    this.#kind = kind;
  }

  item(): TreeItem {
    if (this.#kind === 'failure') return failureItem(this.#message, this.parent);
    // Dimmed, as it is no resource.
    const item = new TreeItem('');
    item.description = this.#message;
    item.tooltip = this.#message;
    item.accessibilityInformation = { label: this.#message };
    if (this.#kind === 'hidden') {
      item.command = {
        command: 'kongCloudGateways.explorer.clearFilter',
        title: l10n.t('Clear Filter'),
      };
    }
    return item;
  }
}

function failureItem(message: string, parent: TreeNode): TreeItem {
  const item = new TreeItem(message);
  item.iconPath = icons.failure;
  item.tooltip = tooltip(message, [[l10n.t('Next step'), l10n.t('click to try again')]]);
  item.contextValue = 'failure;';
  item.command = {
    command: 'kongCloudGateways.explorer.refresh',
    title: l10n.t('Try Again'),
    arguments: [parent],
  };
  item.accessibilityInformation = {
    label: l10n.t('Failed: {0}. Activate to try again.', message),
  };
  return item;
}

export function loadingNode(parent: TreeNode): MessageNode {
  return new MessageNode(parent, l10n.t('Loading…'));
}
