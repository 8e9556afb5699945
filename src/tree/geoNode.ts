// A geo of Konnect, with the Dedicated Cloud Gateways control planes that live there.
import { setTimeout as wait } from 'node:timers/promises';
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

export interface GeoNodeOptions {
  readonly konnect: KonnectClient;
  readonly tellOutcome: GeoListener;
  /** The rows that were not there in time have come: VS Code has to ask again. */
  readonly onLoaded: (node: GeoNode) => void;
}

/** How long the first rows may take before a placeholder stands in. */
const graceMs = 300;

type Loading = Promise<{ readonly rows: readonly TreeNode[] } | { readonly error: unknown }>;

export class GeoNode implements TreeNode {
  readonly id: string;
  readonly parent = undefined;
  readonly geo: Geo;
  readonly #options: GeoNodeOptions;
  #early:
    | {
        readonly loading: Loading;
        readonly grace: Promise<undefined>;
        readonly signal: AbortSignal;
      }
    | undefined;

  constructor(geo: Geo, options: GeoNodeOptions) {
    this.geo = geo;
    this.id = rowId.geo(geo);
    this.#options = options;
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

  /** Begins to load before VS Code asks: it asks for one geo after the other, and a slow one would hold up the rest. */
  loadEarly(signal: AbortSignal): void {
    const loading: Loading = this.#load(signal).then(
      (rows) => ({ rows }),
      (error: unknown) => ({ error }),
    );
    this.#early = { loading, grace: wait(graceMs, undefined, { ref: false }), signal };
  }

  async children(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const early = this.#early;
    if (early === undefined) return this.#load(signal);
    const loaded = await Promise.race([early.loading, early.grace]);
    if (loaded === undefined) {
      void early.loading.then(() => early.signal.aborted || this.#options.onLoaded(this));
      return [new MessageNode(this, l10n.t('Loading…'), { failed: false })];
    }
    this.#early = undefined;
    if ('error' in loaded) throw loaded.error;
    return loaded.rows;
  }

  async #load(signal: AbortSignal): Promise<readonly TreeNode[]> {
    const { konnect, tellOutcome } = this.#options;
    try {
      const nodes: TreeNode[] = [];
      const list = konnect.controlPlanes.list(this.geo, { cloudGateway: true, signal });
      for await (const controlPlane of list) {
        nodes.push(new ControlPlaneNode(this, controlPlane, konnect));
      }
      tellOutcome(this.geo, nodes.length);
      if (nodes.length > 0) return nodes;
      return [new MessageNode(this, l10n.t('No Dedicated Cloud Gateways here'), { failed: false })];
    } catch (error) {
      if (!signal.aborted && error instanceof Error) tellOutcome(this.geo, error);
      throw error;
    }
  }
}
