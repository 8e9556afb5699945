// After a change of a custom plugin: its nodes are followed in the background, and only their answer makes it a success.
import { commands, env, l10n, Uri } from 'vscode';
import { execute, isSilent, showLog } from '../../host/runCommand';
import type { Action } from '../../host/tell';
import type { ControlPlaneRef, CustomPlugin, KonnectClient } from '../../konnect/client';
import { systemClock } from '../../konnect/clock';
import { commandEffects } from '../../manifest';
import { followRollout, type Rollout } from '../../operations/plugin/followRollout';
import { rolloutWords } from '../../operations/plugin/rolloutWords';
import { rowId } from '../../tree/nodes/node';
import type { Services } from '../services';

type Needs = Pick<Services, 'tell' | 'log' | 'background' | 'explorer'>;

export interface Followed {
  readonly controlPlane: ControlPlaneRef;
  readonly controlPlaneName: string;
  /** As Konnect answered it. */
  readonly plugin: CustomPlugin;
  /** What was done, without a full stop. */
  readonly what: string;
  /** What can be done about it, whatever the nodes say. */
  readonly actions: readonly Action[];
  readonly hasInstances: boolean;
}

export function followNodes(needs: Needs, konnect: KonnectClient, followed: Followed): void {
  const { geo, id } = followed.controlPlane;
  needs.background.run(`nodes ${geo}/${id}`, async (superseded) => {
    const [outcome] = await Promise.allSettled([
      needs.tell.progress(followed.what, (cancelled, report) =>
        followRollout(konnect, followed.controlPlane, followed.plugin, {
          report,
          signal: AbortSignal.any([cancelled, superseded]),
          clock: systemClock,
          t: l10n.t,
        }),
      ),
    ]);
    // What follows tells the end.
    if (superseded.aborted) return;
    needs.explorer.refresh({ id: rowId.group(followed.controlPlane, 'nodes') });
    if (outcome.status === 'fulfilled') tellRollout(needs, konnect, followed, outcome.value);
    else tellUnfollowed(needs, followed, outcome.reason);
  });
}

function tellRollout(
  needs: Needs,
  konnect: KonnectClient,
  followed: Followed,
  rollout: Rollout,
): void {
  const { what, actions, hasInstances } = followed;
  const { outcome, summary, troubles, documentation } = rolloutWords(rollout, l10n.t);
  if (outcome !== 'bad') {
    const idle = hasInstances
      ? ''
      : l10n.t('No instance uses it yet, so it does not run anywhere.');
    needs.tell.info(`${what}. ${summary} ${idle}`.trim(), ...actions);
    return;
  }
  for (const trouble of troubles) needs.log.warn(`${what}: ${trouble}`);
  const [first = ''] = troubles;
  const rest = troubles.length > 1 ? l10n.t('The log has {0} more.', troubles.length - 1) : '';
  const more: Action[] = [];
  if (rollout.isTimedOut) {
    more.push({ title: l10n.t('Wait Longer'), run: () => followNodes(needs, konnect, followed) });
  }
  if (documentation !== undefined) {
    more.push({
      title: l10n.t('Open Help'),
      run: () => env.openExternal(Uri.parse(documentation, true)),
    });
  }
  if (troubles.length > 1) more.push(showLog());
  needs.tell.warning(
    l10n.t('{0}, but {1} {2} {3}', what, summary, first, rest).trim(),
    ...more,
    ...actions,
  );
}

/** The change was made: that is not to be doubted because its nodes could not be seen. */
function tellUnfollowed({ tell, log }: Needs, { what, actions }: Followed, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  if (isSilent(error)) {
    tell.info(l10n.t('{0}. Its nodes were not followed to the end.', what), ...actions);
    return;
  }
  log.warn(`${what}: ${reason}`);
  tell.warning(l10n.t('{0}, but its nodes could not be read: {1}', what, reason), ...actions);
}

/** Brings back at once what the change has replaced. */
export function undo(controlPlane: ControlPlaneRef, plugin: string): Action {
  return {
    title: l10n.t('Undo'),
    run: () => execute('kongCloudGateways.plugin.undoUpload', { controlPlane, plugin }),
  };
}

const adding = 'kongCloudGateways.plugin.addInstance';

/** Where there is a command for it. */
export function addInstance(
  controlPlane: ControlPlaneRef,
  { id, name }: CustomPlugin,
): readonly Action[] {
  if (!(adding in commandEffects)) return [];
  const { geo } = controlPlane;
  const path = `/v2/control-planes/${controlPlane.id}/core-entities/custom-plugins/${id}`;
  const target = { name, resourceId: id, source: { geo, path }, controlPlane };
  return [{ title: l10n.t('Add Instance…'), run: () => commands.executeCommand(adding, target) }];
}
