// Addresses of read-only documents of a custom plugin's code, and of the plugin itself as a row of the explorer.
import { Uri } from 'vscode';
import { pluginScheme } from '../../manifest';
import type { PluginPlace } from '../../plugins/backups';

export type PluginFileName = 'handler' | 'schema';

/** A custom plugin in Konnect, or what was kept of it at a time. */
export interface RemotePlugin extends Omit<PluginPlace, 'connection'> {
  readonly kept?: { readonly at: number; readonly connection: string };
}

/**
 * The path is for the editor's tab and its language; the query says what to read, also after a reload.
 * @param beside a file that it is compared with: under the same path it is not taken for a renamed one
 */
export function pluginDocumentUri(plugin: RemotePlugin, file: PluginFileName, beside?: Uri): Uri {
  const uri = pluginUri(plugin);
  return uri.with({ path: beside?.path ?? `${uri.path}/${file}.lua` });
}

/** What a row of the explorer is marked by. */
export function pluginUri({ controlPlane, controlPlaneName, plugin, kept }: RemotePlugin): Uri {
  const folder = [controlPlaneName, plugin].map((part) => part.replace(/[\\/]/g, '_')).join('/');
  const query = JSON.stringify({ id: controlPlane.id, plugin, ...(kept && { kept }) });
  return Uri.from({ scheme: pluginScheme, authority: controlPlane.geo, path: `/${folder}`, query });
}

export function pluginOfUri(uri: Uri): Pick<RemotePlugin, 'controlPlane' | 'plugin' | 'kept'> {
  const { id, plugin, kept } = JSON.parse(uri.query) as {
    id: string;
    plugin: string;
    kept?: RemotePlugin['kept'];
  };
  return { controlPlane: { geo: uri.authority, id }, plugin, ...(kept && { kept }) };
}
