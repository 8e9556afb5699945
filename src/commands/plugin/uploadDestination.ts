// Where a plugin folder is uploaded to: the control plane it was uploaded to before, or the one that is picked.
import { l10n, type Uri } from 'vscode';
import { connectionKey } from '../../host/connections';
import type { UploadTarget } from '../../host/uploadTargets';
import type { ControlPlaneRef } from '../../konnect/client';
import type { FileTarget } from '../../manifest';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'connections' | 'settings' | 'targets'>;

export type Destination = Omit<UploadTarget, 'sent' | 'plugin'> & {
  readonly previous: UploadTarget | undefined;
};

/** The remembered control plane of the folder, unless the command was started on another one. */
export async function pickDestination(
  needs: Needs,
  folder: Uri,
  target: FileTarget | { readonly controlPlane: ControlPlaneRef } | undefined,
): Promise<Destination> {
  const active = await needs.connections.active();
  const connection = active === undefined ? '' : connectionKey(active);
  const previous = needs.targets.get(folder, connection);
  const given = target !== undefined && 'controlPlane' in target ? target.controlPlane : undefined;
  if (given === undefined && previous !== undefined) return { ...previous, previous };
  const { id, geo } = given ?? (await pickControlPlane(needs, l10n.t('Upload Plugin')));
  const konnect = await needs.client.get();
  const { name } = await konnect.controlPlanes.get({ id, geo });
  const isSame = previous?.controlPlane.id === id && previous.controlPlane.geo === geo;
  return {
    connection,
    controlPlane: { id, geo },
    controlPlaneName: name,
    previous: isSame ? previous : undefined,
  };
}
