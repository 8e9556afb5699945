// Delete a custom plugin in Konnect: refused while instances use it, which are listed; its code is kept on this machine first.
import { l10n } from 'vscode';
import { Cancelled } from '../../host/ask';
import { UserError } from '../../host/userError';
import type { ControlPlaneRef, Plugin } from '../../konnect/client';
import type { CustomPluginTarget } from '../../manifest';
import { deletePlugin, planDelete } from '../../operations/plugin/deletePlugin';
import { rowId } from '../../tree/nodes/node';
import { makeChange } from '../change';
import { instanceWords } from '../instance/instanceTarget';
import type { Services } from '../services';
import { activeKey, pickPlugin, rowPlugin } from './customPluginTarget';
import { undo } from './followNodes';
import { openInstances } from './openInstances';

type Needs = Pick<
  Services,
  | 'ask'
  | 'tell'
  | 'client'
  | 'connections'
  | 'settings'
  | 'terraform'
  | 'explorer'
  | 'backups'
  | 'pluginStates'
>;

export async function deletePluginCommand(
  needs: Needs,
  target?: CustomPluginTarget,
): Promise<void> {
  const row = rowPlugin(target);
  const place =
    row === undefined
      ? await pickPlugin(needs, l10n.t('Delete Custom Plugin'))
      : { connection: await activeKey(needs), ...row };
  const { controlPlane, controlPlaneName, plugin: name } = place;
  const konnect = await needs.client.get();
  const { remote, instances } = await needs.tell.progress(
    l10n.t('Reading {0} in {1}', name, controlPlaneName),
    (signal) => planDelete(konnect, controlPlane, name, signal),
  );
  if (remote === undefined) {
    needs.explorer.refresh({ id: rowId.group(controlPlane, 'customPlugins') });
    throw new UserError(l10n.t('{0} holds no custom plugin {1} any more.', controlPlaneName, name));
  }
  if (instances !== undefined && instances.length > 0) {
    await refuseUsed(needs, name, instances, controlPlane);
  }
  await makeChange(needs, {
    question: l10n.t('Delete the custom plugin {0} in {1}?', name, controlPlaneName),
    consequences: [
      instances === undefined
        ? l10n.t('Its instances may not be seen with this token; Konnect refuses if there are any.')
        : l10n.t('No instance uses it.'),
      l10n.t('Its code is kept on this machine: Undo Upload brings it back.'),
    ],
    geo: controlPlane.geo,
    button: l10n.t('Delete'),
    progress: l10n.t('Deleting {0} in {1}', name, controlPlaneName),
    nameToType: name,
    work: (client, { signal }) =>
      deletePlugin(client, controlPlane, remote, {
        // A preview deletes nothing, so there is nothing to keep.
        keep: async (code) => {
          if (client === konnect) await needs.backups.keep(place, code, 'deleted');
        },
        signal,
      }),
  });
  needs.pluginStates.seen(place, undefined);
  needs.explorer.refresh({ id: rowId.group(controlPlane, 'customPlugins') });
  needs.tell.info(
    l10n.t('Deleted the custom plugin {0} in {1}.', name, controlPlaneName),
    undo(controlPlane, name),
  );
}

async function refuseUsed(
  { ask }: Needs,
  name: string,
  instances: readonly Plugin[],
  controlPlane: ControlPlaneRef,
): Promise<never> {
  await ask.confirm(
    l10n.t('{0} is in use and cannot be deleted.', name),
    [
      l10n.t('Remove these instances first, or change them to another plugin:'),
      ...instances.map((instance) => `• ${instanceWords(instance, controlPlane)}`),
    ].join('\n'),
    l10n.t('Open Instances'),
  );
  await openInstances(instances, controlPlane);
  throw new Cancelled();
}
