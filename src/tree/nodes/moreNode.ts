// The row at the end of a long list that shows the next page of it.
import { l10n, TreeItem } from 'vscode';
import { icons } from '../look/icons';
import type { TreeNode } from './node';

export class MoreNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode;
  readonly #shown: number;
  readonly #total: number;
  readonly #isFinished: boolean;

  /** @param isFinished false: rows are still coming, so the total is not known yet */
  constructor(parent: TreeNode, shown: number, total: number, isFinished: boolean) {
    this.parent = parent;
    this.id = `${parent.id}/more`;
    this.#shown = shown;
    this.#total = total;
    this.#isFinished = isFinished;
  }

  item(): TreeItem {
    const shown = this.#shown.toLocaleString();
    const total = this.#total.toLocaleString();
    const item = new TreeItem(this.#isFinished ? l10n.t('Load more') : l10n.t('Loading more…'));
    item.description = this.#isFinished ? l10n.t('{0} of {1} shown', shown, total) : shown;
    item.iconPath = icons.more;
    item.contextValue = 'more;';
    item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
    if (this.#isFinished) {
      item.command = {
        command: 'kongCloudGateways.explorer.loadMore',
        title: l10n.t('Load more'),
        arguments: [this.parent],
      };
    }
    return item;
  }
}
