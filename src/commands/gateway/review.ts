// The finished plan at a glance, with what can still be done to it before it is run.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import type { Steps } from '../../host/steps';
import { scalingWords } from '../../operations/configuration/planWords';
import { editEnvironment } from './environmentSteps';
import type { GatewayDraft } from './gatewayDraft';
import { groupSteps } from './groupSteps';
import { type PlannedPlace, plannedPlace } from './plannedPlace';
import type { World } from './world';

type Wish =
  | { readonly kind: 'run' | 'save' | 'add' }
  | { readonly kind: 'environment' | 'leaveOut'; readonly place: PlannedPlace };

export interface Review {
  readonly steps: Steps;
  readonly title: string;
  readonly world: World;
  readonly keep: (draft: GatewayDraft) => unknown;
  readonly save: (draft: GatewayDraft) => Promise<unknown>;
}

/** The plan that is to be run. @throws Cancelled */
export async function review(parts: Review, finished: GatewayDraft): Promise<GatewayDraft> {
  const { steps, title, keep, save } = parts;
  let draft = finished;
  for (;;) {
    await keep(draft);
    const placeHolder = summary(draft);
    const wish = await steps.prompts(title).pick({ placeHolder, choices: wishes(draft) });
    if (wish.kind === 'run') return draft;
    if (wish.kind === 'save') await save(draft);
    else draft = (await steps.unlessBack(() => edited(parts, draft, wish))) ?? draft;
  }
}

function summary({ name, geo, version, access }: GatewayDraft): string {
  return l10n.t('{0} in {1}, gateway {2}, {3}', name ?? '', geo ?? '', version ?? '', access ?? '');
}

function wishes({ places }: GatewayDraft): readonly Choice<Wish>[] {
  return [
    {
      label: l10n.t('$(rocket) Provision…'),
      description: l10n.t('what will happen is shown first'),
      value: { kind: 'run' },
    },
    ...places.flatMap(placeWishes(places.length > 1)),
    { label: l10n.t('$(add) Add a data plane group…'), value: { kind: 'add' } },
    {
      label: l10n.t('$(save) Save as JSON…'),
      description: l10n.t('to run it again, or to keep it with your code'),
      value: { kind: 'save' },
    },
  ];
}

function placeWishes(canGo: boolean): (place: PlannedPlace) => readonly Choice<Wish>[] {
  return (place) => {
    const { network, group } = place;
    const names = (group.environment ?? []).map(({ name }) => name);
    return [
      {
        label: l10n.t('$(symbol-variable) Environment of {0}…', network.region),
        description: names.length > 0 ? names.join(', ') : l10n.t('none set'),
        detail: `${network.name} ${network.cidr} · ${scalingWords(group.autoscale, l10n.t)}`,
        value: { kind: 'environment', place },
      },
      ...(canGo
        ? [
            {
              label: l10n.t('$(trash) Leave out {0}', network.region),
              value: { kind: 'leaveOut', place } as const,
            },
          ]
        : []),
    ];
  };
}

async function edited(
  { steps, title, world }: Review,
  draft: GatewayDraft,
  wish: Exclude<Wish, { kind: 'run' | 'save' }> | { readonly kind: 'run' | 'save' | 'add' },
): Promise<GatewayDraft> {
  const { places } = draft;
  if (wish.kind === 'environment') {
    const before = (wish.place.group.environment ?? []).map(({ name, value = '' }) => ({
      name,
      value,
    }));
    const { region } = wish.place.network;
    const environment = await editEnvironment(steps, `${title}: ${region}`, before, true);
    const changed = { ...wish.place, group: { ...wish.place.group, environment } };
    return { ...draft, places: places.map((one) => (one === wish.place ? changed : one)) };
  }
  if (wish.kind === 'leaveOut')
    return { ...draft, places: places.filter((one) => one !== wish.place) };
  const taken = places.map(({ network }) => network.name);
  const known = { ...world, networks: [...world.networks] };
  const group = await steps.walk(title, groupSteps(Promise.resolve(known), taken), {});
  return { ...draft, places: [...places, plannedPlace(group, world)] };
}
