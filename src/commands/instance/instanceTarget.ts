// Which plugin instance a command means: the row it was started on, or the one that is picked.
import { l10n } from 'vscode';
import { UserError } from '../../host/userError';
import type { ControlPlaneRef, Plugin } from '../../konnect/client';
import type { InstanceTarget } from '../../manifest';
import { pluginRow } from '../../tree/rows/pluginRow';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings'>;

export interface InstancePlace {
  readonly controlPlane: ControlPlaneRef;
  readonly controlPlaneName?: string;
  readonly id: string;
}

export async function pickInstance(
  needs: Needs,
  title: string,
  target?: InstanceTarget,
): Promise<InstancePlace> {
  const { resourceId, controlPlane } = target ?? {};
  if (resourceId !== undefined && controlPlane !== undefined) {
    const { geo, id, name } = controlPlane;
    return {
      controlPlane: { geo, id },
      id: resourceId,
      ...(name !== undefined && { controlPlaneName: name }),
    };
  }
  const { geo, id, name } = await pickControlPlane(needs, title);
  const konnect = await needs.client.get();
  const found: Plugin[] = [];
  for await (const plugin of konnect.plugins.list({ geo, id })) found.push(plugin);
  if (found.length === 0) {
    throw new UserError(l10n.t('{0} has no plugin instance. Add one first.', name));
  }
  const choices = found.map((plugin) => {
    const row = pluginRow(plugin, { geo, id });
    return { label: row.name, description: row.description ?? '', value: plugin.id };
  });
  const chosen = await needs.ask.pick(title, l10n.t('Plugin instance of {0}', name), choices);
  return { controlPlane: { geo, id }, controlPlaneName: name, id: chosen };
}

/** In words, for a question: `rate-limiting (service)`. */
export function instanceWords(plugin: Plugin, controlPlane: ControlPlaneRef): string {
  const { name, description } = pluginRow(plugin, controlPlane);
  return description ? `${name} (${description})` : name;
}
