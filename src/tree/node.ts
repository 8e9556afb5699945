// What every row of the explorer is.
import type { TreeItem } from 'vscode';
import type { ControlPlaneRef, Geo } from '../konnect/client';

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

export interface TreeNode {
  /** A path such as `us/<control plane id>/customDomains/<id>`: expansion and selection survive a refresh by it. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
  /** Milliseconds after which a resource in transition is worth another look; undefined for what is at rest. */
  readonly lookAgainMs?: number | undefined;
  /** Model to label, icon, tooltip and context value; asks nobody. */
  item(): TreeItem;
  children?(signal: AbortSignal): Promise<readonly TreeNode[]>;
}
