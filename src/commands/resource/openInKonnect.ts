// Open the page of Konnect's console that is known for a resource: the one of its control plane.
import { env, l10n, Uri } from 'vscode';
import { consoleAddress } from '../../export/consoleAddress';
import { UserError } from '../../host/userError';
import type { ControlPlaneRef } from '../../konnect/client';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings' | 'connections'>;

export async function openInKonnect(
  needs: Needs,
  target?: { readonly controlPlane: ControlPlaneRef | undefined },
): Promise<void> {
  if ((await needs.connections.active())?.demo) {
    throw new UserError(l10n.t('The demo has no console: its control planes are not in Konnect.'));
  }
  const controlPlane =
    target?.controlPlane ?? (await pickControlPlane(needs, l10n.t('Open in Konnect')));
  const address = consoleAddress(controlPlane);
  if (address === undefined)
    throw new UserError(l10n.t('No page of the console is known for this.'));
  await env.openExternal(Uri.parse(address));
}
