// A geo of Konnect, with the Dedicated Cloud Gateways control planes that live there.
import { l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Geo, KonnectClient } from '../konnect/client';
import { contextValue } from './contextValue';
import { ControlPlaneNode } from './controlPlaneNode';
import { icons } from './icons';
import { MessageNode } from './messageNode';
import { rowId, type TreeNode } from './node';

const geoNames: Readonly<Record<string, () => string>> = {
  us: () => l10n.t('United States'),
  eu: () => l10n.t('Europe'),
  au: () => l10n.t('Australia'),
  me: () => l10n.t('Middle East'),
  in: () => l10n.t('India'),
  sg: () => l10n.t('Singapore'),
};

/** Called with the number of control planes, or with what went wrong. */
export type GeoListener = (geo: Geo, outcome: number | Error) => void;

export class GeoNode implements TreeNode {
  readonly id: string;
  readonly parent = undefined;
  readonly geo: Geo;
  readonly #konnect: KonnectClient;
  readonly #tellOutcome: GeoListener;

  constructor(geo: Geo, konnect: KonnectClient, tellOutcome: GeoListener) {
    this.geo = geo;
    this.id = rowId.geo(geo);
    this.#konnect = konnect;
    this.#tellOutcome = tellOutcome;
  }

  item(): TreeItem {
    const item = new TreeItem(this.geo, TreeItemCollapsibleState.Expanded);
    const name = geoNames[this.geo]?.();
    if (name !== undefined) item.description = name;
    item.iconPath = icons.geo;
    item.contextValue = contextValue('geo', 'geo');
    item.accessibilityInformation = { label: l10n.t('Geo {0}', name ?? this.geo) };
    return item;
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    try {
      const nodes: TreeNode[] = [];
      for await (const controlPlane of this.#konnect.controlPlanes.list(this.geo, {
        cloudGateway: true,
        signal,
      })) {
        nodes.push(new ControlPlaneNode(this, controlPlane, this.#konnect));
      }
      this.#tellOutcome(this.geo, nodes.length);
      if (nodes.length > 0) return nodes;
      return [new MessageNode(this, l10n.t('No Dedicated Cloud Gateways here'), { failed: false })];
    } catch (error) {
      if (!signal.aborted && error instanceof Error) this.#tellOutcome(this.geo, error);
      throw error;
    }
  }
}
