// A data plane group: autoscaled nodes in one region.
import { l10n, TreeItem } from 'vscode';
import type { Configuration, DataPlaneGroup } from '../konnect/client';
import { globalGeo } from '../konnect/geo';
import type { ApiSource } from '../manifest';
import { contextValue } from './contextValue';
import type { GroupNode } from './groupNode';
import { stateIcon, warningIcon } from './icons';
import type { TreeNode } from './node';
import { tooltip } from './tooltip';

export class DataPlaneGroupNode implements TreeNode {
  readonly id: string;
  readonly parent: GroupNode;
  readonly resource: DataPlaneGroup;
  readonly resourceId: string;
  readonly name: string;
  /** Konnect has no address for one group: its configuration is what can be read. */
  readonly source: ApiSource;
  readonly #configuration: Configuration;

  constructor(parent: GroupNode, group: DataPlaneGroup, configuration: Configuration) {
    this.parent = parent;
    this.resource = group;
    this.resourceId = group.id;
    this.name = group.region;
    this.source = { geo: globalGeo, path: `/v2/cloud-gateways/configurations/${configuration.id}` };
    this.id = `${parent.id}/${group.id}`;
    this.#configuration = configuration;
  }

  item(): TreeItem {
    const {
      provider,
      region,
      state,
      state_metadata,
      autoscale,
      egress_ip_addresses,
      private_ip_addresses,
    } = this.resource;
    const reason = state_metadata?.reason ?? undefined;
    const item = new TreeItem(region);
    item.description = [state, provider, scaling(autoscale)]
      .filter((part) => part !== undefined)
      .join(' · ');
    item.iconPath = reason === undefined ? stateIcon(state) : warningIcon;
    item.contextValue = contextValue('dataPlaneGroup', 'resource', 'controlPlane');
    item.tooltip = tooltip(`${provider} ${region}`, [
      [l10n.t('State'), state],
      [l10n.t('Reason'), reason],
      [l10n.t('Gateway version'), this.#configuration.version ?? undefined],
      [l10n.t('API access'), this.#configuration.api_access ?? undefined],
      [l10n.t('Scaling'), scaling(autoscale)],
      [l10n.t('Egress addresses'), egress_ip_addresses?.join(', ')],
      [l10n.t('Private addresses'), private_ip_addresses?.join(', ')],
      [l10n.t('ID'), this.resourceId],
    ]);
    item.accessibilityInformation = {
      label: l10n.t(
        'Data plane group {0} {1}, state {2}',
        provider,
        region,
        reason === undefined ? state : `${state}, ${reason}`,
      ),
    };
    return item;
  }

  get controlPlane() {
    return this.parent.controlPlane;
  }
}

function scaling(autoscale: DataPlaneGroup['autoscale']): string | undefined {
  if (autoscale === undefined || autoscale === null) return undefined;
  if (autoscale.kind === 'autopilot')
    return l10n.t('autopilot from {0} requests/s', String(autoscale.base_rps));
  if (autoscale.kind === 'static')
    return l10n.t(
      '{0} × {1} (static, deprecated)',
      String(autoscale.requested_instances),
      String(autoscale.instance_type),
    );
  return autoscale.kind;
}
