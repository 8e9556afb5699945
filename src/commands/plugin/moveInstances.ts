// Move the instances of one custom plugin to another, step by step; it can be stopped and started again anywhere.
import { l10n } from 'vscode';
import { UserError } from '../../host/userError';
import type { CustomPlugin, KonnectClient, Plugin } from '../../konnect/client';
import type { CustomPluginTarget, MoveTarget } from '../../manifest';
import {
  deleteUnused,
  type MoveStanding,
  moveInstances,
  readMove,
} from '../../operations/moveInstances';
import type { PluginPlace } from '../../plugins/backups';
import { rowId } from '../../tree/node';
import { placeOf, refuseOtherConnection } from '../change';
import type { Services } from '../services';
import { activeKey, pickPlugin, rowPlugin } from './customPluginTarget';
import { moveMended, openToMend } from './mendAndMove';

export type MoveNeeds = Pick<
  Services,
  | 'ask'
  | 'tell'
  | 'client'
  | 'connections'
  | 'settings'
  | 'explorer'
  | 'checks'
  | 'backups'
  | 'pluginStates'
>;

/** The custom plugin that the instances have, and the name of the one that they move to. */
export interface MovePlace extends PluginPlace {
  readonly to: string;
}

export async function moveInstancesCommand(
  needs: MoveNeeds,
  target?: CustomPluginTarget | MoveTarget,
): Promise<void> {
  const konnect = await needs.client.get();
  const place = await whatToMove(needs, konnect, target);
  const standing = await needs.tell.progress(
    l10n.t('Reading the instances of {0}', place.plugin),
    (signal) => readMove(konnect, place.controlPlane, { from: place.plugin, to: place.to }, signal),
  );
  if (standing.target === undefined) {
    throw new UserError(
      l10n.t('{0} has no custom plugin {1}. Upload it first.', place.controlPlaneName, place.to),
    );
  }
  const mended = target && 'mended' in target ? target.mended : undefined;
  const waiting = standing.left.find(({ id }) => id === mended?.instance);
  if (mended !== undefined && waiting !== undefined) {
    await moveMended(needs, konnect, place, waiting, mended.config, standing.target.schema);
  }
  const left = standing.left.filter((one) => one !== waiting);
  const { fitting, refused } = await judge(needs, { ...standing, left }, standing.target);
  if (fitting.length > 0) await moveFitting(needs, konnect, place, fitting, refused.length);
  const [first] = refused;
  if (first !== undefined) await openToMend(needs, place, first, refused.length);
  else await offerDeletion(needs, konnect, place);
}

async function whatToMove(
  needs: MoveNeeds,
  konnect: KonnectClient,
  target: CustomPluginTarget | MoveTarget | undefined,
): Promise<MovePlace> {
  const connection = await activeKey(needs);
  if (target !== undefined && 'from' in target) {
    const { from, ...rest } = target;
    return { connection, plugin: from, ...rest };
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

export interface Refused {
  readonly instance: Plugin;
  readonly reasons: readonly string[];
}

async function judge(
  { checks }: MoveNeeds,
  { source, left }: MoveStanding,
  { schema }: CustomPlugin,
): Promise<{ fitting: readonly Plugin[]; refused: readonly Refused[] }> {
  const configs = left.map(({ config }) => config ?? {});
  const impact = await checks.impact({
    before: source?.schema ?? schema,
    after: schema,
    configs,
  });
  const fitting: Plugin[] = [];
  const refused: Refused[] = [];
  for (const [index, instance] of left.entries()) {
    const reasons = (impact.refused[index] ?? []).map(
      ({ path, message }) => `config.${path}: ${message}`,
    );
    if (reasons.length === 0) fitting.push(instance);
    else refused.push({ instance, reasons });
  }
  return { fitting, refused };
}

async function moveFitting(
  needs: MoveNeeds,
  konnect: KonnectClient,
  { controlPlane, controlPlaneName, plugin, to }: MovePlace,
  fitting: readonly Plugin[],
  refused: number,
): Promise<void> {
  const active = await needs.connections.active();
  await needs.ask.confirm(
    l10n.t(
      'Move {0} instances of {1} to {2} in {3}?',
      fitting.length,
      plugin,
      to,
      controlPlaneName,
    ),
    [
      ...fitting.map((one) => one.instance_name ?? one.id),
      l10n.t('Each keeps its configuration and its scope; requests run the new code from then on.'),
      refused > 0
        ? l10n.t('Not among them, as their configuration does not fit yet: {0}.', refused)
        : '',
      active ? placeOf(active, controlPlane.geo) : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    l10n.t('Move'),
  );
  if (active !== undefined) await refuseOtherConnection(needs, active);
  const moved = await needs.tell.progress(l10n.t('Moving instances to {0}', to), (signal, report) =>
    moveInstances(konnect, controlPlane, fitting, to, { signal, report, t: l10n.t }),
  );
  needs.explorer.refresh({ id: rowId.controlPlane(controlPlane) });
  if (moved === fitting.length) return;
  throw new UserError(
    l10n.t(
      'Stopped: {0} of {1} instances were moved. “Move Instances” goes on from there.',
      moved,
      fitting.length,
    ),
  );
}

/** The last step; the code is kept first, so it can be undone too. */
async function offerDeletion(
  needs: MoveNeeds,
  konnect: KonnectClient,
  place: MovePlace,
): Promise<void> {
  const { controlPlane, controlPlaneName, plugin } = place;
  const active = await needs.connections.active();
  await needs.ask.confirm(
    l10n.t('No instance uses {0} any more. Delete it from {1}?', plugin, controlPlaneName),
    [
      l10n.t('Its code is kept on this machine; “Undo Upload” brings it back.'),
      active ? placeOf(active, controlPlane.geo) : '',
    ].join('\n'),
    l10n.t('Delete'),
  );
  if (active !== undefined) await refuseOtherConnection(needs, active);
  const isDeleted = await deleteUnused(konnect, controlPlane, { from: plugin }, (code) =>
    needs.backups.keep(place, code, 'deleted'),
  );
  needs.explorer.refresh({ id: rowId.group(controlPlane, 'customPlugins') });
  if (!isDeleted) {
    throw new UserError(
      l10n.t('An instance of {0} has appeared meanwhile; nothing was deleted.', plugin),
    );
  }
  needs.pluginStates.seen(place, undefined);
  needs.tell.info(
    l10n.t('Deleted {0} from {1}; {2} has its instances.', plugin, controlPlaneName, place.to),
  );
}
