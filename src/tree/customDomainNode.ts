// A custom domain of a control plane.
import { l10n, TreeItem } from 'vscode';
import type { CustomDomain } from '../konnect/client';
import { globalGeo } from '../konnect/geo';
import type { ApiSource } from '../manifest';
import { contextValue } from './contextValue';
import type { GroupNode } from './groupNode';
import { stateIcon, warningIcon } from './icons';
import type { TreeNode } from './node';
import { tooltip } from './tooltip';

export class CustomDomainNode implements TreeNode {
  readonly id: string;
  readonly parent: GroupNode;
  readonly resource: CustomDomain;
  readonly resourceId: string;
  readonly name: string;
  readonly source: ApiSource;

  constructor(parent: GroupNode, domain: CustomDomain) {
    this.parent = parent;
    this.resource = domain;
    this.resourceId = domain.id;
    this.name = domain.domain;
    this.source = { geo: globalGeo, path: `/v2/cloud-gateways/custom-domains/${domain.id}` };
    this.id = `${parent.id}/${domain.id}`;
  }

  get controlPlane() {
    return this.parent.controlPlane;
  }

  item(): TreeItem {
    const { domain, state, state_metadata, certificate_id } = this.resource;
    const reason = state_metadata?.reason ?? undefined;
    const item = new TreeItem(domain);
    item.description = state;
    item.iconPath = reason === undefined || state === 'error' ? stateIcon(state) : warningIcon;
    item.contextValue = contextValue('customDomain', 'resource', 'controlPlane');
    item.tooltip = tooltip(domain, [
      [l10n.t('State'), state],
      [l10n.t('Reason'), reason],
      [l10n.t('Certificate'), certificate_id ?? l10n.t('none yet')],
      [l10n.t('ID'), this.resourceId],
    ]);
    item.accessibilityInformation = {
      label: l10n.t(
        'Custom domain {0}, state {1}',
        domain,
        reason === undefined ? state : `${state}, ${reason}`,
      ),
    };
    return item;
  }
}
