// Where a plugin folder is uploaded to: the control plane it was uploaded to before, or the one that is picked.
import { l10n, type Uri } from 'vscode';
import { notConnected } from '../../host/connection/activeClient';
import { type Connection, connectionKey } from '../../host/connection/connections';
import type { UploadTarget } from '../../host/plugins/uploadTargets';
import type { ControlPlaneRef } from '../../konnect/client';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'connections' | 'settings' | 'targets'>;

export interface Destination {
  readonly active: Connection;
  readonly connection: string;
  readonly controlPlane: ControlPlaneRef;
  readonly controlPlaneName: string;
  /** What this folder sent there before. */
  readonly previous: UploadTarget | undefined;
}

export interface DestinationWish {
  /** Where the command was started. */
  readonly controlPlane?: (ControlPlaneRef & { readonly name?: string }) | undefined;
  /** Asks even where a control plane is remembered. */
  readonly elsewhere?: boolean;
}

/** The remembered control plane of the folder, unless another one is wished for. */
export async function pickDestination(
  needs: Needs,
  folder: Uri,
  { controlPlane: given, elsewhere = false }: DestinationWish,
): Promise<Destination> {
  const active = await needs.connections.active();
  if (active === undefined) throw notConnected();
  const connection = connectionKey(active);
  const latest = needs.targets.get(folder, connection);
  if (given === undefined && !elsewhere && latest !== undefined) {
    const { controlPlane, controlPlaneName } = latest;
    return { active, connection, controlPlane, controlPlaneName, previous: latest };
  }
  const chosen = given ?? (await pickControlPlane(needs, l10n.t('Upload Plugin')));
  const { id, geo } = chosen;
  const controlPlane = { id, geo };
  const previous = needs.targets.at(folder, { connection, controlPlane });
  const controlPlaneName = chosen.name ?? (await nameOf(needs, controlPlane));
  return { active, connection, controlPlane, controlPlaneName, previous };
}

async function nameOf({ client }: Needs, controlPlane: ControlPlaneRef): Promise<string> {
  const konnect = await client.get();
  return (await konnect.controlPlanes.get(controlPlane)).name;
}
