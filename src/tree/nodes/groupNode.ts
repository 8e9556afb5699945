// A heading with the resources of one kind under it, below a control plane or for the organisation as a whole.
import { l10n, type ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ControlPlane } from '../../konnect/client';
import { contextValue } from '../look/contextValue';
import type { GroupKind, Rows, TreeNode } from './node';

export interface Group {
  readonly kind: GroupKind;
  readonly label: string;
  readonly icon: ThemeIcon;
  /** Said instead of rows when there are none. */
  readonly empty: string;
  readonly load: (parent: GroupNode, signal: AbortSignal) => Rows;
}

export class GroupNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly controlPlane: ControlPlane | undefined;
  readonly empty: string;
  readonly #group: Group;

  constructor(
    group: Group,
    id: string,
    under?: { readonly node: TreeNode; readonly controlPlane: ControlPlane },
  ) {
    this.parent = under?.node;
    this.controlPlane = under?.controlPlane;
    this.empty = group.empty;
    this.#group = group;
    this.id = id;
  }

  item(): TreeItem {
    const { kind, label, icon } = this.#group;
    const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
    item.iconPath = icon;
    item.contextValue =
      this.controlPlane === undefined ? contextValue(kind) : contextValue(kind, 'controlPlane');
    const owner = this.controlPlane?.name;
    item.accessibilityInformation = {
      label:
        owner === undefined
          ? l10n.t('{0} of the organisation', label)
          : l10n.t('{0} of {1}', label, owner),
    };
    return item;
  }

  children(signal: AbortSignal): Rows {
    return this.#group.load(this, signal);
  }
}
