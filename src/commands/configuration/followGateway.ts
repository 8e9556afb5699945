// After a change of a configuration: its groups and networks are followed in the background until all are at rest.
import { l10n } from 'vscode';
import { execute, isSilent, showLog } from '../../host/runCommand';
import type { Action } from '../../host/tell';
import {
  type Followed,
  followConfiguration,
  standingWords,
} from '../../operations/configuration/followConfiguration';
import { troubleOf } from '../../operations/configuration/transition';
import { rowId } from '../../tree/nodes/node';
import { type FollowedGateway, type GatewayRef, keyOf } from '../openWork/notes';
import type { Services } from '../services';

export type FollowNeeds = Pick<
  Services,
  'tell' | 'log' | 'background' | 'client' | 'clock' | 'explorer' | 'panels' | 'openWork'
>;

export function followGateway(needs: FollowNeeds, followed: FollowedGateway): void {
  const { progress, done, next } = followed;
  const { geo, id, name } = followed.controlPlane;
  const controlPlane = { geo, id, name };
  const note = { kind: 'gateway', controlPlane, progress, done, ...(next && { next }) } as const;
  refreshGateway(needs, controlPlane);
  needs.background.run(`configuration ${geo}/${id}`, async (superseded) => {
    const konnect = await needs.client.get();
    await needs.openWork.keep(keyOf(note), note);
    const [outcome] = await Promise.allSettled([
      needs.tell.progress(progress, (cancelled, report) =>
        followConfiguration(konnect, controlPlane, {
          report,
          signal: AbortSignal.any([cancelled, superseded]),
          clock: needs.clock,
          t: l10n.t,
        }),
      ),
    ]);
    // The window closes, or somebody else follows the same gateway by now.
    if (superseded.aborted) return;
    await needs.openWork.drop(keyOf(note));
    refreshGateway(needs, controlPlane);
    if (outcome.status === 'fulfilled') tellFollowed(needs, followed, outcome.value);
    else tellUnfollowed(needs, followed, outcome.reason);
  });
}

export function refreshGateway(
  { explorer, panels }: Pick<FollowNeeds, 'explorer' | 'panels'>,
  controlPlane: GatewayRef,
): void {
  explorer.refresh({ id: rowId.group(controlPlane, 'dataPlaneGroups') });
  explorer.refresh({ id: 'networks' });
  void panels.ifMade((made) => made.refresh({ id: controlPlane.id, geo: controlPlane.geo }));
}

function tellFollowed(needs: FollowNeeds, followed: FollowedGateway, standing: Followed): void {
  const { tell } = needs;
  const { controlPlane, done, next } = followed;
  const troubles = [...standing.groups, ...standing.networks].flatMap((one) => {
    const trouble = troubleOf(one);
    return trouble === undefined || one.state === 'ready' ? [] : [`${nameOf(one)}: ${trouble}`];
  });
  const again: Action = { title: l10n.t('Watch Again'), run: () => followGateway(needs, followed) };
  if (standing.isTimedOut) {
    tell.warning(
      l10n.t(
        '{0} is still not at rest after an hour and a half: {1}. Konnect goes on; if nothing moves, ask Kong.',
        controlPlane.name,
        standingWords(standing, l10n.t),
      ),
      again,
    );
  } else if (troubles.length > 0) {
    for (const trouble of troubles) needs.log.warn(`${controlPlane.name}: ${trouble}`);
    tell.error(
      l10n.t(
        'Konnect could not do all of it for {0}. {1} Remove that group and add it again elsewhere or later, or ask Kong.',
        controlPlane.name,
        troubles.join(' '),
      ),
      again,
      showLog(),
    );
  } else {
    tell.info(done, ...(next ? [nextAction(next, controlPlane)] : []));
  }
}

function nameOf(one: { readonly region: string; readonly name?: unknown }): string {
  return typeof one.name === 'string' ? one.name : one.region;
}

/** The change was accepted: that is not to be doubted because its groups could not be seen. */
function tellUnfollowed(needs: FollowNeeds, followed: FollowedGateway, error: unknown): void {
  const { name } = followed.controlPlane;
  const again: Action = { title: l10n.t('Watch Again'), run: () => followGateway(needs, followed) };
  if (isSilent(error)) {
    needs.tell.info(
      l10n.t(
        '{0} is no longer watched. Konnect goes on with what was sent; the explorer shows how far it is.',
        name,
      ),
      again,
    );
    return;
  }
  const reason = error instanceof Error ? error.message : String(error);
  needs.log.warn(`${name}: ${reason}`);
  needs.tell.warning(
    l10n.t('What was sent for {0} is under way, but it could not be watched: {1}', name, reason),
    again,
  );
}

function nextAction(next: 'panel' | 'delete', { id, geo }: GatewayRef): Action {
  const controlPlane = { id, geo };
  return next === 'panel'
    ? {
        title: l10n.t('Open Gateway Panel'),
        run: () => execute('kongCloudGateways.panel.open', { controlPlane }),
      }
    : {
        title: l10n.t('Delete Control Plane…'),
        run: () => execute('kongCloudGateways.controlPlane.delete', { controlPlane }),
      };
}
