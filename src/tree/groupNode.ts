// A heading below a control plane, with the resources of one kind under it.
import { type ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ControlPlane } from '../konnect/client';
import { contextValue } from './contextValue';
import { MessageNode } from './messageNode';
import { type GroupKind, rowId, type TreeNode } from './node';

export interface Group {
  /** Last part of the id and kind in the context value, for example `customDomains`. */
  readonly kind: GroupKind;
  readonly label: string;
  readonly icon: ThemeIcon;
  /** Said instead of rows when there are none. */
  readonly empty: string;
  readonly load: (parent: GroupNode, signal: AbortSignal) => Promise<readonly TreeNode[]>;
}

export class GroupNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode;
  readonly controlPlane: ControlPlane;
  readonly #group: Group;

  constructor(parent: TreeNode, controlPlane: ControlPlane, group: Group) {
    this.parent = parent;
    this.controlPlane = controlPlane;
    this.#group = group;
    this.id = rowId.group(controlPlane, group.kind);
  }

  item(): TreeItem {
    const item = new TreeItem(this.#group.label, TreeItemCollapsibleState.Collapsed);
    item.iconPath = this.#group.icon;
    item.contextValue = contextValue(this.#group.kind, 'controlPlane');
    return item;
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const nodes = await this.#group.load(this, signal);
    return nodes.length > 0 ? nodes : [new MessageNode(this, this.#group.empty, { failed: false })];
  }
}
