// A row that shows one resource of Konnect. What differs between the kinds is a `ResourceRow`, made in a file per kind.
import { type ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import type { TerraformSource } from '../../export/terraform';
import type { ControlPlane } from '../../konnect/client';
import type { ApiSource, ResourceTarget } from '../../manifest';
import { contextValue, type Fact } from '../look/contextValue';
import { markKey } from '../look/mark';
import { tooltip } from '../look/tooltip';
import type { Rows, Searched, TreeNode, Trouble } from './node';

export interface ResourceRow {
  readonly kind: string;
  readonly resourceId: string;
  readonly name: string;
  /** Shown instead of a name that is too long for a row. */
  readonly label?: string;
  readonly source: ApiSource;
  readonly terraform?: TerraformSource;
  readonly description?: string | undefined;
  readonly icon: ThemeIcon;
  /** Lines of the tooltip; those without a value are left out. */
  readonly lines: readonly (readonly [label: string, value: string | undefined])[];
  /** What a screen reader says: kind, name and state in words. */
  readonly spoken: string;
  /** As Konnect names it; the filter knows it. */
  readonly state?: string | undefined;
  readonly trouble?: Trouble | undefined;
  readonly children?: (parent: ResourceNode, signal: AbortSignal) => Rows;
  /** Said below it when it has children and none are there. */
  readonly empty?: string | undefined;
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
  readonly trouble: Trouble | undefined;
  readonly empty: string | undefined;
  readonly markKey: string | undefined;
  readonly children?: (signal: AbortSignal) => Rows;
  readonly #row: ResourceRow;
  readonly #markedBy: Uri | undefined;

  constructor(parent: Parent, row: ResourceRow) {
    const { resourceId, name, source, children, lookAgainMs } = row;
    this.parent = parent;
    this.id = `${parent.id}/${resourceId}`;
    this.resourceId = resourceId;
    this.name = name;
    this.source = source;
    this.terraform = row.terraform;
    this.lookAgainMs = lookAgainMs;
    this.trouble = row.trouble;
    this.empty = row.empty;
    this.controlPlane = parent.controlPlane;
    this.#row = row;
    this.#markedBy = this.controlPlane && row.markedBy?.(this.controlPlane);
    this.markKey = this.#markedBy && markKey(this.#markedBy);
    if (children !== undefined) this.children = (signal) => children(this, signal);
  }

  get searched(): Searched {
    const { name, resourceId, description, state } = this.#row;
    return { texts: [name, resourceId, description], state };
  }

  item(): TreeItem {
    const { kind, name, description, icon, lines, spoken } = this.#row;
    const { None, Collapsed } = TreeItemCollapsibleState;
    const item = new TreeItem(
      this.#row.label ?? name,
      this.children === undefined ? None : Collapsed,
    );
    if (description !== undefined) item.description = description;
    const facts: Fact[] =
      this.controlPlane === undefined ? ['resource'] : ['resource', 'controlPlane'];
    item.iconPath = icon;
    if (this.#markedBy !== undefined) item.resourceUri = this.#markedBy;
    item.contextValue = contextValue(kind, ...facts);
    item.tooltip = tooltip(name, lines);
    item.accessibilityInformation = { label: spoken };
    return item;
  }
}

type Parent = TreeNode & { readonly controlPlane?: ControlPlane | undefined };

/** A row for each resource, as they come. */
export async function* rowsOf<T>(
  parent: Parent,
  resources: AsyncIterable<T>,
  row: (resource: T) => ResourceRow,
): AsyncGenerator<ResourceNode> {
  for await (const resource of resources) yield new ResourceNode(parent, row(resource));
}

/** The same all at once, for several lists below one row. */
export async function collectRows<T>(
  parent: Parent,
  resources: AsyncIterable<T>,
  row: (resource: T) => ResourceRow,
): Promise<readonly ResourceNode[]> {
  const nodes: ResourceNode[] = [];
  for await (const node of rowsOf(parent, resources, row)) nodes.push(node);
  return nodes;
}
