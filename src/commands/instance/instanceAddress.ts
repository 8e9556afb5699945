// The part of a document's address that says over which connection, and in which control plane.
import { connectionDigest } from '../../documents/instances/instanceUri';
import type { ControlPlaneRef } from '../../konnect/client';
import { activeKey } from '../plugin/customPluginTarget';
import type { Services } from '../services';

export async function instanceAddress(
  needs: Pick<Services, 'connections'>,
  { geo, id }: ControlPlaneRef,
) {
  return { controlPlane: { geo, id }, connection: connectionDigest(await activeKey(needs)) };
}
