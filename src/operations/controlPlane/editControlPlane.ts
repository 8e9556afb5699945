// Changing a control plane: only what was changed is sent, and not over somebody else's change.
import type { ControlPlane, KonnectClient } from '../../konnect/client';
import type { ControlPlaneUpdate } from '../../konnect/resources/controlPlanes';
import { Interrupted } from '../interrupted';
import type { Run } from '../run';
import { labelsText, proxyUrlsText } from './fields';

/** Konnect knows no precondition, so what is to be changed is read again right before. */
export async function editControlPlane(
  konnect: KonnectClient,
  seen: ControlPlane,
  update: ControlPlaneUpdate,
  { signal, t }: Run,
): Promise<ControlPlane> {
  const { id, geo } = seen;
  const now = await konnect.controlPlanes.get({ id, geo }, { signal });
  const moved = Object.keys(update).filter((field) => textOf(now, field) !== textOf(seen, field));
  if (moved.length > 0) {
    throw new Interrupted(
      t(
        'Nothing was changed: somebody else has changed {0} of {1} meanwhile. Start again.',
        moved.join(', '),
        seen.name,
      ),
    );
  }
  return konnect.controlPlanes.update({ id, geo }, update, { signal });
}

function textOf(plane: ControlPlane, field: string): string {
  if (field === 'labels') return sorted(labelsText(plane.labels));
  if (field === 'proxy_urls') return proxyUrlsText(plane.config.proxy_urls);
  return field === 'name' ? plane.name : (plane.description ?? '');
}

function sorted(text: string): string {
  return text.split(', ').sort().join(', ');
}
