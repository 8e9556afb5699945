// Which custom plugin in Konnect a command means: the row it was started on, or the one that is picked.
import { l10n } from 'vscode';
import { notConnected } from '../../host/connection/activeClient';
import { connectionKey } from '../../host/connection/connections';
import { UserError } from '../../host/userError';
import type { CustomPlugin } from '../../konnect/client';
import type { CustomPluginTarget } from '../../manifest';
import type { PluginPlace } from '../../plugins/backups';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'connections' | 'settings'>;

/** The custom plugin of a row of the explorer; undefined for anything else that a command may be started on. */
export function rowPlugin(target: unknown): Omit<PluginPlace, 'connection'> | undefined {
  const { terraform, controlPlane } = (target ?? {}) as CustomPluginTarget;
  if (terraform?.kind !== 'customPlugin' || controlPlane === undefined) return undefined;
  const { geo, id, name } = controlPlane;
  return { controlPlane: { geo, id }, controlPlaneName: name, plugin: terraform.resource.name };
}

export async function pickPlugin(needs: Needs, title: string): Promise<PluginPlace> {
  const connection = await activeKey(needs);
  const { geo, id, name } = await pickControlPlane(needs, title);
  const konnect = await needs.client.get();
  const found: CustomPlugin[] = [];
  for await (const plugin of konnect.customPlugins.list({ geo, id })) found.push(plugin);
  if (found.length === 0) {
    throw new UserError(l10n.t('{0} has no custom plugin. Upload one first.', name));
  }
  const choices = found.map((plugin) => ({ label: plugin.name, value: plugin.name }));
  const plugin = await needs.ask.pick(title, l10n.t('Custom plugin of {0}', name), choices);
  return { connection, controlPlane: { geo, id }, controlPlaneName: name, plugin };
}

/** @throws UserError when nobody is signed in */
export async function activeKey({ connections }: Pick<Services, 'connections'>): Promise<string> {
  const active = await connections.active();
  if (active === undefined) throw notConnected();
  return connectionKey(active);
}
