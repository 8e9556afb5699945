// The explorer's lists carry the code of custom plugins: what it reads tells how plugin folders stand, without a request more.
import { type Connections, connectionKey } from '../host/connection/connections';
import type { PluginStates } from '../host/plugins/pluginStates';
import type { CustomPluginTarget } from '../manifest';

export async function noteRows(
  states: PluginStates,
  connections: Connections,
  rows: readonly object[],
): Promise<void> {
  const plugins = (rows as readonly CustomPluginTarget[]).filter(
    ({ terraform }) => terraform?.kind === 'customPlugin',
  );
  const active = plugins.length > 0 ? await connections.active() : undefined;
  if (active === undefined) return;
  for (const { terraform, controlPlane } of plugins) {
    if (terraform?.kind !== 'customPlugin' || controlPlane === undefined) continue;
    const { geo, id, name } = controlPlane;
    const place = { connection: connectionKey(active), controlPlane: { geo, id } };
    const { resource } = terraform;
    states.seen({ ...place, controlPlaneName: name, plugin: resource.name }, resource);
  }
}
