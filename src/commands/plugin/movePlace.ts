// What moving instances is about: where, from which custom plugin to which, and which of them do not fit yet.
import { l10n } from 'vscode';
import { UserError } from '../../host/userError';
import type { CustomPlugin, KonnectClient, Plugin } from '../../konnect/client';
import type { CustomPluginTarget, MoveTarget } from '../../manifest';
import type { PluginPlace } from '../../plugins/backups';
import type { Services } from '../services';
import { activeKey, pickPlugin, rowPlugin } from './customPluginTarget';

export type MoveNeeds = Pick<
  Services,
  'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'explorer' | 'checks' | 'terraform'
>;

/** The custom plugin that the instances have, and the name of the one that they move to. */
export interface MovePlace extends PluginPlace {
  readonly to: string;
}

export interface Refused {
  readonly instance: Plugin;
  readonly reasons: readonly string[];
}

export async function whatToMove(
  needs: MoveNeeds,
  konnect: KonnectClient,
  target: CustomPluginTarget | MoveTarget | undefined,
): Promise<MovePlace> {
  const connection = await activeKey(needs);
  if (target !== undefined && 'from' in target) {
    const { controlPlane, controlPlaneName, from, to } = target;
    return { connection, controlPlane, controlPlaneName, plugin: from, to };
  }
  const title = l10n.t('Move Instances');
  const row = rowPlugin(target);
  const place = row === undefined ? await pickPlugin(needs, title) : { connection, ...row };
  const others: CustomPlugin[] = [];
  for await (const one of konnect.customPlugins.list(place.controlPlane)) {
    if (one.name !== place.plugin) others.push(one);
  }
  if (others.length === 0) {
    throw new UserError(
      l10n.t('{0} has no other custom plugin. Upload it first.', place.controlPlaneName),
    );
  }
  const isLikely = ({ name }: CustomPlugin) => name.startsWith(place.plugin);
  const sorted = [...others.filter(isLikely), ...others.filter((one) => !isLikely(one))];
  const choices = sorted.map(({ name }) => ({ label: name, value: name }));
  const to = await needs.ask.pick(title, l10n.t('Custom plugin to move them to'), choices);
  return { ...place, to };
}
