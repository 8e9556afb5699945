// Which data plane group a command is about.
import { l10n } from 'vscode';
import { UserError } from '../../host/userError';
import type { DataPlaneGroupWrite } from '../../konnect/resources/configurationBody';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { isSamePlace } from '../../operations/configuration/difference';
import { scalingWords } from '../../operations/configuration/planWords';
import {
  type Gateway,
  type GatewayNeeds,
  type GatewayTarget,
  gatewayOf,
} from '../configuration/gateway';

export interface GroupTarget extends GatewayTarget {
  readonly resourceId?: string;
}

export interface PickedGroup {
  readonly gateway: Gateway;
  readonly group: DataPlaneGroupWrite;
}

/** @throws UserError when it is gone by now */
export async function groupOf(
  needs: GatewayNeeds,
  title: string,
  target: GroupTarget | undefined,
): Promise<PickedGroup> {
  const gateway = await gatewayOf(needs, title, target);
  const { controlPlane, before } = gateway;
  const groups = configurationWrite(before).dataplane_groups;
  const isNamed = target?.resourceId !== undefined && target.resourceId !== controlPlane.id;
  if (isNamed) {
    const shown = before.dataplane_groups.find(({ id }) => id === target.resourceId);
    const group = shown && groups.find((one) => isSamePlace(one, shown));
    if (group !== undefined) return { gateway, group };
    throw new UserError(
      l10n.t(
        'This data plane group is not part of {0} any more, or on its way out. Refresh the explorer.',
        controlPlane.name,
      ),
    );
  }
  if (groups.length === 0) {
    throw new UserError(l10n.t('{0} has no data plane groups.', controlPlane.name));
  }
  const group = await needs.ask.pick(
    title,
    l10n.t('Data plane group of {0}', controlPlane.name),
    groups.map((one) => ({
      label: one.region,
      description: `${one.provider} · ${scalingWords(one.autoscale, l10n.t)}`,
      value: one,
    })),
  );
  return { gateway, group };
}
