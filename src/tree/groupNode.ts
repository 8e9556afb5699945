// A heading with the resources of one kind under it, below a control plane or for the organisation as a whole.
import { type ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ControlPlane } from '../konnect/client';
import { contextValue } from './contextValue';
import { MessageNode } from './messageNode';
import type { GroupKind, TreeNode } from './node';

export interface Group {
  readonly kind: GroupKind;
  readonly label: string;
  readonly icon: ThemeIcon;
  /** Said instead of rows when there are none. */
  readonly empty: string;
  readonly load: (parent: GroupNode, signal: AbortSignal) => Promise<readonly TreeNode[]>;
}

export class GroupNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly controlPlane: ControlPlane | undefined;
  readonly #group: Group;

  constructor(
    group: Group,
    id: string,
    under?: { readonly node: TreeNode; readonly controlPlane: ControlPlane },
  ) {
    this.parent = under?.node;
    this.controlPlane = under?.controlPlane;
    this.#group = group;
    this.id = id;
  }

  item(): TreeItem {
    const { kind, label, icon } = this.#group;
    const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
    item.iconPath = icon;
    item.contextValue =
      this.controlPlane === undefined ? contextValue(kind) : contextValue(kind, 'controlPlane');
    return item;
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const nodes = await this.#group.load(this, signal);
    return nodes.length > 0 ? nodes : [new MessageNode(this, this.#group.empty, { failed: false })];
  }
}
