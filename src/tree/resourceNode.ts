// A row that shows one resource of Konnect. What differs between the kinds is a `ResourceRow`, made in a file per kind.
import { type ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import type { TerraformSource } from '../export/terraform';
import type { ControlPlane } from '../konnect/client';
import type { ApiSource, ResourceTarget } from '../manifest';
import { contextValue, type Fact } from './contextValue';
import type { TreeNode } from './node';
import { tooltip } from './tooltip';

export interface ResourceRow {
  readonly kind: string;
  readonly resourceId: string;
  readonly name: string;
  readonly source: ApiSource;
  readonly terraform?: TerraformSource;
  readonly description?: string | undefined;
  readonly icon: ThemeIcon;
  /** Lines of the tooltip; those without a value are left out. */
  readonly lines: readonly (readonly [label: string, value: string | undefined])[];
  /** What a screen reader says: kind, name and state in words. */
  readonly spoken: string;
  readonly children?: (parent: ResourceNode, signal: AbortSignal) => Promise<readonly TreeNode[]>;
  /** Milliseconds after which a resource in transition is worth another look; undefined for one at rest. */
  readonly lookAgainMs?: number | undefined;
  /** The address by which decorations know the row. */
  readonly markedBy?: (controlPlane: ControlPlane) => Uri;
}

export class ResourceNode implements TreeNode, ResourceTarget {
  readonly id: string;
  readonly parent: TreeNode;
  readonly resourceId: string;
  readonly name: string;
  readonly source: ApiSource;
  readonly terraform: TerraformSource | undefined;
  readonly lookAgainMs: number | undefined;
  /** Undefined for what belongs to the organisation as a whole. */
  readonly controlPlane: ControlPlane | undefined;
  readonly children?: (signal: AbortSignal) => Promise<readonly TreeNode[]>;
  readonly #row: ResourceRow;

  constructor(
    parent: TreeNode & { readonly controlPlane?: ControlPlane | undefined },
    row: ResourceRow,
  ) {
    const { resourceId, name, source, children, lookAgainMs } = row;
    this.parent = parent;
    this.id = `${parent.id}/${resourceId}`;
    this.resourceId = resourceId;
    this.name = name;
    this.source = source;
    this.terraform = row.terraform;
    this.lookAgainMs = lookAgainMs;
    this.controlPlane = parent.controlPlane;
    this.#row = row;
    if (children !== undefined) this.children = (signal) => children(this, signal);
  }

  item(): TreeItem {
    const { kind, name, description, icon, lines, spoken } = this.#row;
    const { None, Collapsed } = TreeItemCollapsibleState;
    const item = new TreeItem(name, this.children === undefined ? None : Collapsed);
    if (description !== undefined) item.description = description;
    const facts: Fact[] =
      this.controlPlane === undefined ? ['resource'] : ['resource', 'controlPlane'];
    item.iconPath = icon;
    if (this.#row.markedBy && this.controlPlane)
      item.resourceUri = this.#row.markedBy(this.controlPlane);
    item.contextValue = contextValue(kind, ...facts);
    item.tooltip = tooltip(name, lines);
    item.accessibilityInformation = { label: spoken };
    return item;
  }
}

export async function collectRows<T>(
  parent: TreeNode & { readonly controlPlane?: ControlPlane | undefined },
  resources: AsyncIterable<T>,
  row: (resource: T) => ResourceRow,
): Promise<readonly ResourceNode[]> {
  const nodes: ResourceNode[] = [];
  for await (const resource of resources) nodes.push(new ResourceNode(parent, row(resource)));
  return nodes;
}
