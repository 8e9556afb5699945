// Move the instances of one custom plugin to another, step by step; it can be stopped and started again anywhere.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { UserError } from '../../host/userError';
import type { CustomPlugin, Plugin } from '../../konnect/client';
import type { CustomPluginTarget, MoveTarget } from '../../manifest';
import { type MoveStanding, moveInstances, readMove } from '../../operations/plugin/moveInstances';
import { rowId } from '../../tree/nodes/node';
import { makeChange } from '../change';
import { maskedBody } from '../instance/maskedBody';
import { failureWords } from './failureWords';
import { moveMended, openToMend } from './mendAndMove';
import { type MoveNeeds, type MovePlace, type Refused, whatToMove } from './movePlace';

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
  if (fitting.length > 0) await moveFitting(needs, place, fitting, refused.length);
  const [first] = refused;
  if (first !== undefined) await openToMend(needs, place, first, refused.length);
  else tellMoved(needs, place, standing.source);
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
    const reasons = failureWords(impact.refused[index] ?? []);
    if (reasons.length === 0) fitting.push(instance);
    else refused.push({ instance, reasons });
  }
  return { fitting, refused };
}

async function moveFitting(
  needs: MoveNeeds,
  { controlPlane, controlPlaneName, plugin, to }: MovePlace,
  fitting: readonly Plugin[],
  refused: number,
): Promise<void> {
  const moved = await makeChange(needs, {
    question: l10n.t(
      'Move {0} instances of {1} to {2} in {3}?',
      fitting.length,
      plugin,
      to,
      controlPlaneName,
    ),
    consequences: [
      ...fitting.map((one) => one.instance_name ?? one.id),
      l10n.t('Each keeps its configuration and its scope; requests run the new code from then on.'),
      ...(refused > 0
        ? [l10n.t('Not among them, as their configuration does not fit yet: {0}.', refused)]
        : []),
    ],
    geo: controlPlane.geo,
    button: l10n.t('Move'),
    progress: l10n.t('Moving instances to {0}', to),
    terraform: fitting.map((one) => ({
      kind: 'plugin',
      resource: { ...one, name: to },
      controlPlane,
    })),
    shown: maskedBody,
    work: (client, run) => moveInstances(client, controlPlane, fitting, to, run),
  });
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

/** The last step is the user's: the command that deletes a plugin asks, and keeps its code. */
function tellMoved(
  { tell }: MoveNeeds,
  { controlPlane, controlPlaneName, plugin, to }: MovePlace,
  source: CustomPlugin | undefined,
): void {
  const plane = { ...controlPlane, name: controlPlaneName };
  const remove = source && {
    title: l10n.t('Delete {0}…', plugin),
    run: () =>
      execute('kongCloudGateways.plugin.delete', {
        controlPlane: plane,
        terraform: { kind: 'customPlugin', resource: source, controlPlane },
      }),
  };
  tell.info(
    source === undefined
      ? l10n.t('No instance uses {0} any more.', plugin)
      : l10n.t(
          'No instance in {0} uses {1} any more, so {1} can be deleted; {2} is what runs.',
          controlPlaneName,
          plugin,
          to,
        ),
    ...(remove ? [remove] : []),
  );
}
