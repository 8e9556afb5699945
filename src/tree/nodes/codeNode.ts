// A file of a custom plugin; a click opens it as a read-only document.
import { l10n, ThemeIcon, TreeItem, type Uri } from 'vscode';
import type { TreeNode } from './node';

export class CodeNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode;
  readonly #uri: Uri;
  readonly #name: string;

  constructor(parent: TreeNode, uri: Uri) {
    this.parent = parent;
    this.#name = uri.path.split('/').pop() ?? '';
    this.id = `${parent.id}/${this.#name}`;
    this.#uri = uri;
  }

  item(): TreeItem {
    const item = new TreeItem(this.#name);
    item.resourceUri = this.#uri;
    item.iconPath = ThemeIcon.File;
    item.description = l10n.t('in Konnect, read-only');
    item.contextValue = 'code;';
    item.tooltip = l10n.t('Opens {0} as Konnect holds it, read-only.', this.#name);
    item.accessibilityInformation = { label: l10n.t('{0}, in Konnect, read-only', this.#name) };
    item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [this.#uri] };
    return item;
  }
}
