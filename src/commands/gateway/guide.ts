// The guided way to a gateway plan: control plane, a first data plane group, version and access.
import { l10n } from 'vscode';
import type { Step } from '../../host/steps';
import { compareVersions } from '../../operations/configuration/versions';
import { accessChoices } from '../configuration/setAccess';
import type { GatewayDraft } from './gatewayDraft';
import type { GroupDraft } from './groupDraft';
import { groupSteps } from './groupSteps';
import { plannedPlace } from './plannedPlace';
import { type Starting, startSteps } from './startStep';
import type { World } from './world';

const isGuided = ({ start }: GatewayDraft): boolean => start !== 'file';

export function guideSteps(
  starting: Starting,
  world: Promise<World>,
): readonly Step<GatewayDraft>[] {
  return [
    ...startSteps(starting),
    ...groupSteps(world, []).map(firstGroup),
    versionStep(world),
    accessStep,
  ];
}

/** Once the walk is through, the group that was asked about counts as complete. */
export async function completed(draft: GatewayDraft, world: World): Promise<GatewayDraft> {
  if (draft.places.length > 0) return draft;
  return { ...draft, group: {}, places: [plannedPlace(draft.group, world)] };
}

function firstGroup(step: Step<GroupDraft>): Step<GatewayDraft> {
  return {
    isAsked: (draft) =>
      isGuided(draft) && draft.places.length === 0 && (step.isAsked?.(draft.group) ?? true),
    isAnswered: ({ group }) => step.isAnswered?.(group) ?? false,
    ask: async (draft, prompts) => ({ ...draft, group: await step.ask(draft.group, prompts) }),
  };
}

export function versionStep(world: Promise<World>): Step<GatewayDraft> {
  return {
    isAsked: isGuided,
    isAnswered: ({ version }) => version !== undefined,
    ask: async (draft, prompts) => {
      const choices = world.then(({ availability: { versions } }) =>
        [...versions]
          .sort((one, other) => compareVersions(other, one))
          .map((version) => ({ label: version, value: version })),
      );
      const placeHolder = l10n.t('Gateway version');
      const version = await prompts.pick({ placeHolder, choices, active: draft.version });
      return { ...draft, version };
    },
  };
}

export const accessStep: Step<GatewayDraft> = {
  isAsked: isGuided,
  isAnswered: ({ access }) => access !== undefined,
  ask: async (draft, prompts) => {
    const placeHolder = l10n.t('API access: from where the gateway can be reached');
    const active = draft.access ?? 'private';
    const access = await prompts.pick({ placeHolder, choices: accessChoices(), active });
    return { ...draft, access };
  },
};
