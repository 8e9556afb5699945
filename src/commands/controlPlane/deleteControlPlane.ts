// Delete a control plane with everything that hangs on it, in the order in which nothing is left running.
import { l10n } from 'vscode';
import type { ControlPlaneRef } from '../../konnect/client';
import {
  type ControlPlaneParts,
  deleteControlPlane as deleteInOrder,
  readParts,
} from '../../operations/delete/deleteControlPlane';
import { rowId } from '../../tree/nodes/node';
import { makeChange } from '../change';
import type { DeletionNeeds } from '../deletion';
import { refreshNetwork } from '../network/refreshNetwork';
import { keyOf } from '../openWork/notes';
import { pickControlPlane } from '../pick';

export async function deleteControlPlane(
  needs: DeletionNeeds,
  target?: { readonly controlPlane: ControlPlaneRef },
): Promise<void> {
  const title = l10n.t('Delete Control Plane');
  const { id, geo } = target?.controlPlane ?? (await pickControlPlane(needs, title));
  const konnect = await needs.client.get();
  const plane = await konnect.controlPlanes.get({ id, geo });
  const parts = await needs.tell.progress(
    l10n.t('Looking what belongs to {0}', plane.name),
    (signal) => readParts(konnect, plane, signal),
  );
  await makeChange(needs, {
    question: l10n.t('Delete the control plane {0}?', plane.name),
    consequences: consequencesOf(parts),
    geo,
    button: l10n.t('Delete'),
    nameToType: plane.name,
    progress: l10n.t('Deleting control plane {0}', plane.name),
    work: (client, run) => {
      const work = () => deleteInOrder(client, plane, parts, run);
      const note = { kind: 'deletion', controlPlane: { id, geo, name: plane.name } } as const;
      return run.isPreview === true ? work() : needs.openWork.during(keyOf(note), note, work);
    },
  });
  needs.explorer.refresh({ id: rowId.geo(geo) });
  refreshNetwork(needs);
  needs.tell.info(doneText(plane.name, parts));
}

function consequencesOf({ customDomains, addOns, configuration }: ControlPlaneParts) {
  const groups = configuration?.dataplane_group_config ?? [];
  return [
    l10n.t('Its services, routes, plugins, certificates and secrets go with it, for good.'),
    ...(groups.length > 0
      ? [
          l10n.t(
            'All traffic is cut: its data plane groups ({0}) are destroyed, and their egress addresses are lost.',
            groups.map(({ provider, region }) => `${provider} ${region}`).join(', '),
          ),
        ]
      : []),
    ...(customDomains.length > 0
      ? [
          l10n.t(
            'Custom domains with their certificates: {0}.',
            customDomains.map(({ domain }) => domain).join(', '),
          ),
        ]
      : []),
    ...(addOns.length > 0
      ? [l10n.t('Add-ons with what they hold: {0}.', addOns.map(({ name }) => name).join(', '))]
      : []),
    l10n.t('Networks stay, and cost what they cost: they may serve other gateways.'),
    ...(groups.length > 0 ? [l10n.t('It takes a while; each step is told.')] : []),
  ];
}

function doneText(name: string, { configuration }: ControlPlaneParts): string {
  return (configuration?.dataplane_group_config ?? []).length > 0
    ? l10n.t('Control plane {0} is deleted. Its networks are still there.', name)
    : l10n.t('Control plane {0} is deleted.', name);
}
