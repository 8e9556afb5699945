// Shows a change of a plugin instance in the explorer: it stands in several places of its control plane.
import type { ControlPlaneRef } from '../../konnect/client';
import type { Explorer } from '../../tree/explorer';
import { rowId } from '../../tree/nodes/node';

export function refreshInstances(explorer: Explorer, controlPlane: ControlPlaneRef): void {
  for (const kind of ['plugins', 'services', 'customPlugins'] as const) {
    explorer.refresh({ id: rowId.group(controlPlane, kind) });
  }
}
