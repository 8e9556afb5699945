// Bring back what a custom plugin was before it was replaced or deleted in Konnect; what is there now is kept in turn.
import { l10n } from 'vscode';
import { Cancelled } from '../../host/ask';
import { sentOf } from '../../host/plugins/uploadTargets';
import { UserError } from '../../host/userError';
import type { CustomPlugin, KonnectClient } from '../../konnect/client';
import type { CustomPluginTarget, FileTarget, UndoTarget } from '../../manifest';
import { previousOf, readRemote, restorePlugin } from '../../operations/plugin/restorePlugin';
import { readInstances } from '../../operations/plugin/uploadPlugin';
import { digestOf, type PluginBackup, type PluginPlace } from '../../plugins/backups';
import { rowId } from '../../tree/nodes/node';
import { placeOf, previewAsCurl, refuseOtherConnection } from '../change';
import type { Services } from '../services';
import { confirmSchema } from './confirmUpload';
import { activeKey, rowPlugin } from './customPluginTarget';
import { followNodes, undo } from './followNodes';
import { compareWithKept } from './openComparison';
import { pickKept, placeKept } from './pickKept';
import { uriOf } from './target';

export type UndoNeeds = Pick<
  Services,
  | 'ask'
  | 'tell'
  | 'log'
  | 'client'
  | 'connections'
  | 'explorer'
  | 'checks'
  | 'targets'
  | 'backups'
  | 'background'
  | 'pluginDocuments'
  | 'pluginStates'
>;

export async function undoUpload(
  needs: UndoNeeds,
  target?: FileTarget | CustomPluginTarget | UndoTarget,
): Promise<void> {
  const connection = await activeKey(needs);
  const atOnce = target && 'plugin' in target ? target : undefined;
  const row = rowPlugin(target);
  const place: PluginPlace =
    atOnce !== undefined
      ? { connection, controlPlaneName: atOnce.plugin, ...atOnce }
      : row !== undefined
        ? { connection, ...row }
        : await placeKept(needs, connection, uriOf(target));
  const konnect = await needs.client.get();
  const backups = await needs.backups.list(place);
  const remote = await needs.tell.progress(
    l10n.t('Reading {0} in {1}', place.plugin, place.controlPlaneName),
    (signal) => readRemote(konnect, place.controlPlane, place.plugin, signal),
  );
  const previous = previousOf(backups, remote);
  if (previous === undefined) {
    throw new UserError(
      l10n.t(
        'Nothing was kept of {0} in {1} that differs from what is there now: only what this machine replaces or deletes is kept.',
        place.plugin,
        place.controlPlaneName,
      ),
    );
  }
  const chosen = atOnce ? previous : await chooseKept(needs, backups, remote);
  await restore(needs, konnect, chosen, remote);
}

/** From a list, with a look at what it would change. */
async function chooseKept(
  needs: UndoNeeds,
  backups: readonly PluginBackup[],
  remote: CustomPlugin | undefined,
): Promise<PluginBackup> {
  const active = await needs.connections.active();
  const chosen = await pickKept(needs, backups, remote);
  const { plugin, controlPlane } = chosen;
  const restoring = l10n.t('Bring Back');
  const curl = l10n.t('Preview as curl');
  const comparing = l10n.t('Compare');
  const answer = await needs.ask.choose(
    l10n.t('Bring back this code of {0} in {1}?', plugin, chosen.controlPlaneName),
    [
      remote === undefined
        ? l10n.t('Konnect holds no {0} now; it is created again.', plugin)
        : l10n.t(
            'What Konnect holds now is kept on this machine and can be brought back the same way.',
          ),
      active ? placeOf(active, controlPlane.geo) : '',
    ].join('\n'),
    remote === undefined ? [restoring, curl] : [restoring, comparing, curl],
  );
  if (answer === curl) {
    const keep = () => Promise.resolve();
    await previewAsCurl(needs, {
      work: (client, { signal }) =>
        restorePlugin(client, controlPlane, chosen, remote, { keep, signal }),
    });
  }
  if (answer === restoring) {
    if (active !== undefined) await refuseOtherConnection(needs, active);
    return chosen;
  }
  if (remote !== undefined) await compareWithKept(needs, chosen, remote);
  throw new Cancelled();
}

async function restore(
  needs: UndoNeeds,
  konnect: KonnectClient,
  backup: PluginBackup,
  remote: CustomPlugin | undefined,
): Promise<void> {
  const { controlPlane, controlPlaneName, plugin: name } = backup;
  const instances = await readInstances(konnect, controlPlane, name);
  if (remote !== undefined && remote.schema !== backup.schema) {
    const change = { before: remote.schema, after: backup.schema, name };
    await confirmSchema(needs, change, instances, backup);
  }
  await refuseOtherCode(konnect, backup, remote);
  const plugin = await needs.tell.progress(
    l10n.t('Bringing back {0} in {1}', name, controlPlaneName),
    (signal) =>
      restorePlugin(konnect, controlPlane, backup, remote, {
        keep: (code) => needs.backups.keep(backup, code, 'replaced'),
        signal,
      }),
  );
  await rememberSent(needs, backup, plugin);
  needs.pluginStates.seen(backup, plugin);
  needs.explorer.refresh({ id: rowId.group(controlPlane, 'customPlugins') });
  followNodes(needs, konnect, {
    controlPlane,
    controlPlaneName,
    plugin,
    what: l10n.t('Brought back the earlier code of {0} in {1}', name, controlPlaneName),
    actions: remote === undefined ? [] : [undo(controlPlane, name)],
    hasInstances: instances === undefined || instances.length > 0,
  });
}

/** Questions take as long as the user does: what is replaced has to be what was asked about, and what is kept. */
async function refuseOtherCode(
  konnect: KonnectClient,
  { controlPlane, controlPlaneName, plugin }: PluginPlace,
  asked: CustomPlugin | undefined,
): Promise<void> {
  const now = await readRemote(konnect, controlPlane, plugin);
  if ((now && digestOf(now)) === (asked && digestOf(asked))) return;
  throw new UserError(
    l10n.t(
      'Somebody else changed {0} in {1} meanwhile; nothing was brought back. Start again.',
      plugin,
      controlPlaneName,
    ),
  );
}

/** What Konnect holds now came from here: the next upload of the folder replaces it without a question. */
async function rememberSent(
  { targets }: UndoNeeds,
  place: PluginPlace,
  plugin: CustomPlugin,
): Promise<void> {
  for (const folder of targets.foldersOf(place, place.plugin)) {
    const target = targets.at(folder, place);
    if (target !== undefined) await targets.set(folder, { ...target, ...sentOf(plugin) });
  }
}
