// After a reload of the window: what it had begun in Konnect is watched again, or told if it has ended meanwhile.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import type { KonnectClient } from '../../konnect/client';
import { unlessMissing } from '../../operations/unlessMissing';
import { followGateway } from '../configuration/followGateway';
import type { Services } from '../services';
import { keyOf, type OpenWorkNote } from './notes';
import { watchNetworkPart } from './watchNetworkPart';

export async function takeUp(services: Services): Promise<void> {
  const { openWork, client, log } = services;
  const mine = (await openWork.mine()) as readonly (readonly [string, OpenWorkNote])[];
  if (mine.length === 0) return;
  const konnect = await client.get();
  for (const [key, note] of mine) {
    const [looked] = await Promise.allSettled([unlessMissing(lookUp(konnect, note))]);
    // It stays noted, for the next time.
    if (looked.status === 'rejected') log.warn(`${key}: ${String(looked.reason)}`);
    else if (looked.value === undefined) await tellGone(services, note);
    else await goOn(services, note);
  }
}

function lookUp(konnect: KonnectClient, note: OpenWorkNote): Promise<unknown> {
  switch (note.kind) {
    case 'gateway':
    case 'deletion':
      return konnect.controlPlanes.get(note.controlPlane);
    case 'network':
      return konnect.networks.get(note.id);
    case 'transitGateway':
      return konnect.transitGateways.get(note.networkId, note.id);
    case 'privateDns':
      return konnect.privateDns.get(note.networkId, note.id);
  }
}

async function tellGone({ openWork, tell }: Services, note: OpenWorkNote): Promise<void> {
  await openWork.drop(keyOf(note));
  if (note.kind === 'deletion')
    tell.info(l10n.t('Control plane {0} is deleted.', note.controlPlane.name));
}

async function goOn(services: Services, note: OpenWorkNote): Promise<void> {
  if (note.kind === 'gateway') followGateway(services, note);
  else if (note.kind !== 'deletion') watchNetworkPart(services, note);
  else {
    const { controlPlane } = note;
    await services.openWork.drop(keyOf(note));
    services.tell.warning(
      l10n.t(
        'The window was closed before the control plane {0} was deleted. What Konnect had begun went on there.',
        controlPlane.name,
      ),
      {
        title: l10n.t('Delete Control Plane…'),
        run: () => execute('kongCloudGateways.controlPlane.delete', { controlPlane }),
      },
    );
  }
}
