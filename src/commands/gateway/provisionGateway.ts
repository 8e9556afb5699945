// From nothing to a running gateway: guided, with a way back; left and taken up again; or from a saved plan.
import { l10n } from 'vscode';
import { notConnected } from '../../host/connection/activeClient';
import { connectionKey } from '../../host/connection/connections';
import { execute } from '../../host/runCommand';
import type { ControlPlaneRef } from '../../konnect/client';
import type { FileTarget } from '../../manifest';
import type { GatewayPlan } from '../../operations/gateway/gatewayPlan';
import type { ConfigurationNeeds } from '../configuration/changeConfiguration';
import type { Services } from '../services';
import {
  draftOf,
  emptyDraft,
  type GatewayDraft,
  isWorthKeeping,
  keptDraft,
  planOf,
} from './gatewayDraft';
import { completed, guideSteps } from './guide';
import { openPlan, savePlan } from './planFiles';
import { review } from './review/review';
import { runPlan } from './runPlan';
import { readWorld } from './world';

export type ProvisionTarget =
  | FileTarget
  | { readonly controlPlane: ControlPlaneRef & { readonly name?: string } }
  | { readonly geo: string };

type Needs = ConfigurationNeeds & Pick<Services, 'drafts'>;

export async function provisionGatewayCommand(
  needs: Needs,
  target?: ProvisionTarget,
): Promise<void> {
  if (target !== undefined && 'scheme' in target) return runSaved(needs, target);
  const connection = await needs.connections.active();
  if (connection === undefined) throw notConnected();
  const key = connectionKey(connection);
  const keep = (state: GatewayDraft) =>
    isWorthKeeping(state) ? needs.drafts.keep(key, keptDraft(state)) : undefined;
  const draft = await guided(needs, await initialDraft(needs, target), key, keep);
  if (draft.start === 'file') return runSaved(needs);
  await runPlan(needs, planOf(draft), {
    again: () => execute('kongCloudGateways.gateway.provision'),
    accepted: () => needs.drafts.drop(key),
  });
}

async function guided(
  needs: Needs,
  initial: GatewayDraft,
  key: string,
  keep: (draft: GatewayDraft) => unknown,
): Promise<GatewayDraft> {
  const title = l10n.t('Provision Gateway');
  const { ask, tell, steps, client, settings, drafts } = needs;
  const konnect = await client.get();
  const world = readWorld(konnect);
  // The first question that needs it tells.
  world.catch(() => undefined);
  const starting = { konnect, geos: settings.geos, kept: draftOf(drafts.get(key)) };
  const isResumed = ({ isResumed: resumed }: GatewayDraft) => resumed === true;
  const walked = await steps.walk(title, guideSteps(starting, world), initial, { keep, isResumed });
  if (walked.start === 'file') return walked;
  const save = (draft: GatewayDraft) => savePlan({ ask, tell }, planOf(draft));
  const known = await world;
  const parts = { steps, ask, title, starting, world: known, keep, save };
  return review(parts, await completed(walked, known));
}

async function initialDraft(
  { client }: Pick<Services, 'client'>,
  target: Exclude<ProvisionTarget, FileTarget> | undefined,
): Promise<GatewayDraft> {
  if (target === undefined) return emptyDraft;
  if (!('controlPlane' in target) || target.controlPlane === undefined)
    return 'geo' in target
      ? { ...emptyDraft, start: 'new', geo: target.geo, isResumed: true }
      : emptyDraft;
  const { geo } = target.controlPlane;
  const konnect = await client.get();
  const { name } = await konnect.controlPlanes.get(target.controlPlane);
  return { ...emptyDraft, start: 'existing', geo, name };
}

async function runSaved(needs: Needs, target?: FileTarget): Promise<void> {
  const plan: GatewayPlan = await openPlan(needs, target);
  await runPlan(needs, plan, {
    again: () => execute('kongCloudGateways.gateway.provision', target),
    accepted: () => undefined,
  });
}
