// A control plane: a gateway with everything that belongs to it.
import { l10n, type ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { TerraformSource } from '../../export/terraform';
import type { ControlPlane, KonnectClient } from '../../konnect/client';
import type { ApiSource } from '../../manifest';
import { contextValue } from '../look/contextValue';
import { icons, warningIcon } from '../look/icons';
import { type OldDomain, oldDomainIn } from '../look/oldDomain';
import { spokenWith } from '../look/state';
import { tooltip } from '../look/tooltip';
import { controlPlaneGroups } from '../rows/controlPlaneGroups';
import { GroupNode } from './groupNode';
import { rowId, type Searched, type TreeNode } from './node';

export class ControlPlaneNode implements TreeNode {
  readonly id: string;
  readonly parent: TreeNode;
  readonly controlPlane: ControlPlane;
  readonly resourceId: string;
  readonly name: string;
  readonly source: ApiSource;
  readonly terraform: TerraformSource;
  readonly #konnect: KonnectClient;

  constructor(parent: TreeNode, controlPlane: ControlPlane, konnect: KonnectClient) {
    this.parent = parent;
    this.controlPlane = controlPlane;
    this.resourceId = controlPlane.id;
    this.name = controlPlane.name;
    this.source = { geo: controlPlane.geo, path: `/v2/control-planes/${controlPlane.id}` };
    this.terraform = { kind: 'controlPlane', resource: controlPlane };
    this.id = rowId.controlPlane(controlPlane);
    this.#konnect = konnect;
  }

  get searched(): Searched {
    const { name, id, description, labels, config } = this.controlPlane;
    const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}:${value}`);
    return { texts: [name, id, description, config.control_plane_endpoint, ...pairs] };
  }

  item(): TreeItem {
    const { name, description, config, geo } = this.controlPlane;
    const isGroup = config.cluster_type === 'CLUSTER_TYPE_CONTROL_PLANE_GROUP';
    const { mark, line } = this.#oldDomain();
    const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
    const kind = isGroup ? l10n.t('control plane group') : undefined;
    item.description = [kind, mark, description].filter(Boolean).join(' · ');
    item.iconPath = iconOf(isGroup, mark !== undefined);
    item.contextValue = contextValue('controlPlane', 'resource', 'controlPlane');
    item.tooltip = tooltip(name, [
      [l10n.t('Description'), description ?? undefined],
      line,
      [l10n.t('ID'), this.resourceId],
      [l10n.t('Geo'), geo],
      [l10n.t('Endpoint'), config.control_plane_endpoint ?? undefined],
    ]);
    const spoken = isGroup
      ? l10n.t('Control plane group {0}', name)
      : l10n.t('Control plane {0}', name);
    item.accessibilityInformation = { label: spokenWith(spoken, mark) };
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const { controlPlane } = this;
    const groups = controlPlaneGroups(controlPlane, this.#konnect).map(
      (group) =>
        new GroupNode(group, rowId.group(controlPlane, group.kind), { node: this, controlPlane }),
    );
    return [...this.#oldDomain().nodes(this), ...groups];
  }

  #oldDomain(): OldDomain {
    return oldDomainIn(...this.controlPlane.config.proxy_urls.map(({ host }) => host));
  }
}

function iconOf(isGroup: boolean, isWarned: boolean): ThemeIcon {
  if (isWarned) return warningIcon;
  return isGroup ? icons.controlPlaneGroup : icons.controlPlane;
}
