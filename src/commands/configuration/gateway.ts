// Which gateway a change of a configuration is about: its control plane, and the configuration as Konnect has it now.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { UserError } from '../../host/userError';
import type { Configuration, ControlPlane, ControlPlaneRef } from '../../konnect/client';
import { readConfiguration } from '../../operations/configuration/applyConfiguration';
import { followConfiguration } from '../../operations/configuration/followConfiguration';
import { movingGroups } from '../../operations/configuration/transition';
import { placeOf } from '../change';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

export type GatewayNeeds = Pick<
  Services,
  'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'clock'
>;

/** A row below a control plane, or the control plane itself. */
export interface GatewayTarget {
  readonly controlPlane?: ControlPlaneRef | undefined;
}

export interface Gateway {
  readonly controlPlane: ControlPlane;
  readonly before: Configuration;
}

/** Read anew: what a row shows may be old. @throws UserError where there is nothing to change yet */
export async function gatewayOf(
  needs: GatewayNeeds,
  title: string,
  target: GatewayTarget | undefined,
): Promise<Gateway> {
  const konnect = await needs.client.get();
  const controlPlane = target?.controlPlane
    ? await konnect.controlPlanes.get(target.controlPlane)
    : await pickControlPlane(needs, title);
  const before = await readConfiguration(konnect, controlPlane);
  if (before === undefined) throw notProvisioned(controlPlane);
  return { controlPlane, before: await settled(needs, controlPlane, before) };
}

function notProvisioned(controlPlane: ControlPlane): UserError {
  return new UserError(
    l10n.t('{0} has no data plane groups yet, so there is nothing to change.', controlPlane.name),
    {
      title: l10n.t('Provision Gateway…'),
      run: () => execute('kongCloudGateways.gateway.provision', { controlPlane }),
    },
  );
}

/** While groups are on their way Konnect takes no change: waiting is offered instead of a refusal at the end. */
async function settled(
  { ask, tell, client, connections, clock }: GatewayNeeds,
  controlPlane: ControlPlane,
  before: Configuration,
): Promise<Configuration> {
  const moving = movingGroups(before);
  if (moving.length === 0) return before;
  const connection = await connections.active();
  await ask.confirm(
    l10n.t('Data plane groups of {0} are on their way. Wait for them?', controlPlane.name),
    [
      ...moving.map(({ region, state }) => `${region}: ${state}`),
      l10n.t('Konnect takes no change of a gateway until its groups are ready.'),
      ...(connection ? [placeOf(connection, controlPlane.geo)] : []),
    ].join('\n'),
    l10n.t('Wait'),
  );
  const konnect = await client.get();
  const { isTimedOut } = await tell.progress(
    l10n.t('Waiting for the data plane groups of {0}', controlPlane.name),
    (signal, report) =>
      followConfiguration(konnect, controlPlane, { signal, report, clock, t: l10n.t }),
  );
  const after = await readConfiguration(konnect, controlPlane);
  if (after !== undefined && !isTimedOut) return after;
  throw new UserError(
    l10n.t(
      'Data plane groups of {0} are still on their way. Look at their rows in the explorer, and try again later.',
      controlPlane.name,
    ),
  );
}
