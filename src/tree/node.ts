// What every row of the explorer is.
import type { TreeItem } from 'vscode';
import type { ControlPlaneRef, Geo } from '../konnect/client';

/** Row ids of what commands change, so that only that part is read anew. */
export const rowId = {
  geo: (geo: Geo): string => geo,
  controlPlane: ({ geo, id }: ControlPlaneRef): string => `${geo}/${id}`,
  group: (controlPlane: ControlPlaneRef, kind: GroupKind): string =>
    `${rowId.controlPlane(controlPlane)}/${kind}`,
} as const;

export type GroupKind = 'dataPlaneGroups' | 'customDomains' | 'plugins' | 'customPlugins';

export interface TreeNode {
  /** A path such as `us/<control plane id>/customDomains/<id>`: expansion and selection survive a refresh by it. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
  /** Model to label, icon, tooltip and context value; asks nobody. */
  item(): TreeItem;
  children?(signal: AbortSignal): Promise<readonly TreeNode[]>;
}
