// Changing one part of a finished plan; the way back leads to the plan as it was.
import type { Step } from '../../../host/steps';
import type { Services } from '../../services';
import { editEnvironment } from '../environmentSteps';
import type { GatewayDraft } from '../gatewayDraft';
import { groupSteps } from '../groupSteps';
import { accessStep, versionStep } from '../guide';
import { groupDraftOf, type PlannedPlace, plannedPlace } from '../plannedPlace';
import { detailSteps, identitySteps, type Starting } from '../startStep';
import type { World } from '../world';
import type { Edit } from './wishes';

export interface Review extends Pick<Services, 'steps' | 'ask'> {
  readonly title: string;
  readonly starting: Starting;
  readonly world: World;
  readonly keep: (draft: GatewayDraft) => unknown;
  readonly save: (draft: GatewayDraft) => Promise<unknown>;
}

export async function edited(
  parts: Review,
  draft: GatewayDraft,
  wish: Edit,
): Promise<GatewayDraft> {
  const again = (...steps: readonly Step<GatewayDraft>[]) =>
    parts.steps.walk(parts.title, steps, draft, { isNested: true });
  switch (wish.kind) {
    case 'controlPlane':
      return again(...identitySteps(parts.starting));
    case 'details':
      return again(...detailSteps());
    case 'version':
      return again(versionStep(Promise.resolve(parts.world)));
    case 'access':
      return again(accessStep);
    case 'add':
      return { ...draft, places: [...draft.places, await askGroup(parts, draft)] };
    case 'group':
      return replaced(draft, wish.place, await askGroup(parts, draft, wish.place));
    case 'environment':
      return withEnvironment(parts, draft, wish.place);
    case 'leaveOut':
      return { ...draft, places: draft.places.filter((one) => one !== wish.place) };
  }
}

function replaced(draft: GatewayDraft, place: PlannedPlace, by: PlannedPlace): GatewayDraft {
  return { ...draft, places: draft.places.map((one) => (one === place ? by : one)) };
}

/** Of a group that is changed, what is not asked stays. */
async function askGroup(
  { steps, title, world }: Review,
  { places }: GatewayDraft,
  place?: PlannedPlace,
): Promise<PlannedPlace> {
  const taken = places.filter((one) => one !== place).map(({ network }) => network.name);
  const initial = place ? groupDraftOf(place, world) : {};
  const questions = groupSteps(Promise.resolve(world), taken);
  const answered = await steps.walk(title, questions, initial, { isNested: true });
  const { network, group } = plannedPlace(answered, world);
  return { network, group: { ...place?.group, ...group } };
}

/** Kept after each change: nothing that was typed is lost by leaving. */
async function withEnvironment(
  { steps, ask, title, keep }: Review,
  draft: GatewayDraft,
  place: PlannedPlace,
): Promise<GatewayDraft> {
  const { network, group } = place;
  const before = (group.environment ?? []).map(({ name, value = '' }) => ({ name, value }));
  const changedTo = (environment: PlannedPlace['group']['environment']) =>
    replaced(draft, place, { network, group: { ...group, environment } });
  const variables = await editEnvironment(
    { steps, ask },
    {
      title: `${title}: ${network.region}`,
      before,
      keep: (so) => keep(changedTo(so)),
    },
  );
  return changedTo(variables);
}
