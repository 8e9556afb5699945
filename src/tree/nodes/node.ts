// What every row of the explorer is.
import type { TreeItem } from 'vscode';
import type { ControlPlaneRef, Geo } from '../../konnect/client';

/** Row ids of what commands change, so that only that part is read anew. */
export const rowId = {
  geo: (geo: Geo): string => geo,
  controlPlane: ({ geo, id }: ControlPlaneRef): string => `${geo}/${id}`,
  group: (controlPlane: ControlPlaneRef, kind: GroupKind): string =>
    `${rowId.controlPlane(controlPlane)}/${kind}`,
  networks: (): GroupKind => 'networks',
  network: (id: string): string => `${rowId.networks()}/${id}`,
} as const;

export type GroupKind =
  | 'dataPlaneGroups'
  | 'nodes'
  | 'customDomains'
  | 'services'
  | 'plugins'
  | 'customPlugins'
  | 'networks'
  | 'addOns'
  | 'providerAccounts'
  | 'quotas';

/** What is counted on the view's badge. */
export type Trouble = 'outOfSync' | 'error';

/** Rows that come all at once, or one by one as they are read. */
export type Rows = Promise<readonly TreeNode[]> | AsyncIterable<TreeNode>;

export interface TreeNode {
  /** A path such as `us/<control plane id>/customDomains/<id>`: expansion and selection survive a refresh by it. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
  /** Milliseconds after which a resource in transition is worth another look; undefined for what is at rest. */
  readonly lookAgainMs?: number | undefined;
  /** What the filter looks at; undefined for headings and messages. */
  readonly searched?: Searched | undefined;
  readonly trouble?: Trouble | undefined;
  /** What its mark is found by, where it can have one. */
  readonly markKey?: string | undefined;
  /** Said below the row when there is nothing to show below it. */
  readonly empty?: string | undefined;
  /** Model to label, icon, tooltip and context value; asks nobody. */
  item(): TreeItem;
  children?(signal: AbortSignal): Rows;
}

export interface Searched {
  readonly texts: readonly (string | null | undefined)[];
  readonly state?: string | undefined;
}
