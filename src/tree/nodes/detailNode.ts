// A row that tells one fact about the resource above it.
import { l10n, type ThemeIcon, TreeItem } from 'vscode';
import { warningIcon } from '../look/icons';
import { tooltip } from '../look/tooltip';
import type { Searched, TreeNode } from './node';

export class DetailNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode;
  readonly #label: string;
  readonly #value: string;
  readonly #icon: ThemeIcon | undefined;

  constructor(parent: TreeNode, key: string, label: string, value: string, icon?: ThemeIcon) {
    this.parent = parent;
    this.id = `${parent.id}/${key}`;
    this.#label = label;
    this.#value = value;
    this.#icon = icon;
  }

  get searched(): Searched {
    return { texts: [this.#value] };
  }

  item(): TreeItem {
    const item = new TreeItem(this.#label);
    item.description = this.#value;
    item.tooltip = tooltip(this.#label, [[l10n.t('Value'), this.#value]]);
    item.contextValue = 'detail;';
    item.accessibilityInformation = { label: `${this.#label}: ${this.#value}` };
    if (this.#icon !== undefined) item.iconPath = this.#icon;
    return item;
  }
}

/** Facts in order; those without a value are left out. */
export function details(
  parent: TreeNode,
  facts: readonly (readonly [key: string, label: string, value: string | undefined])[],
): DetailNode[] {
  return facts.flatMap(([key, label, value]) =>
    value === undefined || value === '' ? [] : [new DetailNode(parent, key, label, value)],
  );
}

/** Why something is wrong although its state stays; first below its resource. */
export function reasonNode(
  parent: TreeNode,
  label: string,
  reason: string | undefined,
): DetailNode[] {
  return reason === undefined ? [] : [new DetailNode(parent, 'reason', label, reason, warningIcon)];
}
