// A geo of Konnect, with the Dedicated Cloud Gateways control planes that live there.
import { l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Geo, KonnectClient } from '../../konnect/client';
import { contextValue } from '../look/contextValue';
import { icons } from '../look/icons';
import { ControlPlaneNode } from './controlPlaneNode';
import { rowId, type TreeNode } from './node';

const geoNames: Readonly<Record<string, () => string>> = {
  us: () => l10n.t('United States'),
  eu: () => l10n.t('Europe'),
  au: () => l10n.t('Australia'),
  me: () => l10n.t('Middle East'),
  in: () => l10n.t('India'),
  sg: () => l10n.t('Singapore'),
};

export class GeoNode implements TreeNode {
  readonly id: string;
  readonly parent = undefined;
  readonly geo: Geo;
  readonly empty = l10n.t('No Dedicated Cloud Gateways here');
  readonly #konnect: KonnectClient;

  constructor(geo: Geo, konnect: KonnectClient) {
    this.geo = geo;
    this.id = rowId.geo(geo);
    this.#konnect = konnect;
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

  async *children(signal: AbortSignal): AsyncGenerator<TreeNode> {
    const list = this.#konnect.controlPlanes.list(this.geo, { cloudGateway: true, signal });
    for await (const controlPlane of list) {
      yield new ControlPlaneNode(this, controlPlane, this.#konnect);
    }
  }
}
