// The questions about how a data plane group scales: autopilot, or the deprecated static kind.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import type { Step } from '../../host/steps';
import type { InstanceType } from '../../konnect/resources/availability';
import type { AutoscaleWrite } from '../../konnect/resources/configurationBody';
import type { World } from './world';

interface ScalingDraft {
  readonly scaling?: string | undefined;
  readonly amount?: number | undefined;
}

export function scalingSteps<S extends ScalingDraft>(
  world: Promise<Pick<World, 'availability'>>,
): readonly Step<S>[] {
  return [kindStep(world), amountStep()];
}

export function autoscaleOf({ scaling, amount = 1 }: ScalingDraft): AutoscaleWrite {
  return scaling === undefined || scaling === 'autopilot'
    ? { kind: 'autopilot', base_rps: amount }
    : { kind: 'static', instance_type: scaling, requested_instances: amount };
}

export function scalingDraft(autoscale: AutoscaleWrite | undefined): ScalingDraft {
  if (autoscale === undefined) return {};
  return autoscale.kind === 'autopilot'
    ? { scaling: 'autopilot', amount: autoscale.base_rps }
    : { scaling: autoscale.instance_type, amount: autoscale.requested_instances };
}

function kindStep<S extends ScalingDraft>(world: Promise<Pick<World, 'availability'>>): Step<S> {
  return {
    isAnswered: ({ scaling }) => scaling !== undefined,
    ask: async (draft, prompts) => {
      const autopilot: Choice<string> = {
        label: 'autopilot',
        description: l10n.t('recommended'),
        detail: l10n.t('Konnect scales from a number of requests per second that you name'),
        value: 'autopilot',
      };
      const choices = world.then(({ availability }) => [
        autopilot,
        ...availability.instance_types.map(staticChoice),
      ]);
      const active = draft.scaling === undefined ? undefined : labelOf(draft.scaling);
      const placeHolder = l10n.t('Scaling');
      const scaling = await prompts.pick({ placeHolder, choices, active });
      const isSameUnit = (scaling === 'autopilot') === (draft.scaling === 'autopilot');
      return { ...draft, scaling, amount: isSameUnit ? draft.amount : undefined };
    },
  };
}

function labelOf(scaling: string): string {
  return scaling === 'autopilot' ? scaling : l10n.t('static {0}', scaling);
}

function staticChoice({ name, hourly_cost, v_cpu, gb_memory }: InstanceType): Choice<string> {
  const facts = [
    v_cpu ? l10n.t('{0} vCPU', v_cpu) : '',
    gb_memory ? l10n.t('{0} GB', gb_memory) : '',
    hourly_cost ? l10n.t('{0} an hour for each instance', `$${hourly_cost}`) : '',
  ];
  return {
    label: labelOf(name),
    description: l10n.t('deprecated by Konnect'),
    detail: facts.filter(Boolean).join(' · '),
    value: name,
  };
}

function amountStep<S extends ScalingDraft>(): Step<S> {
  return {
    isAnswered: ({ amount }) => amount !== undefined,
    ask: async (draft, prompts) => {
      const isAutopilot = draft.scaling === 'autopilot';
      const text = await prompts.text({
        prompt: isAutopilot
          ? l10n.t('Base requests per second: what the group is always ready for')
          : l10n.t('Number of instances of type {0}', draft.scaling ?? ''),
        value: String(draft.amount ?? (isAutopilot ? 100 : 2)),
        check: whyNotAmount,
      });
      return { ...draft, amount: Number(text) };
    },
  };
}

function whyNotAmount(text: string): string | undefined {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) {
    return l10n.t('A whole number from 1 on.');
  }
  return undefined;
}
