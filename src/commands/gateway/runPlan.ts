// Running a gateway plan: judged against Konnect, shown, confirmed, sent step by step, followed.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import type { Action } from '../../host/tell';
import { UserError } from '../../host/userError';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { differenceOf } from '../../operations/configuration/difference';
import { planWords } from '../../operations/configuration/planWords';
import { costWords } from '../../operations/gateway/cost';
import type { GatewayPlan } from '../../operations/gateway/gatewayPlan';
import { existingNetwork, planProblems } from '../../operations/gateway/planProblems';
import {
  configurationOf,
  foreignGroups,
  knownNetworks,
  provisionGateway,
} from '../../operations/gateway/provisionGateway';
import { type Survey, surveyGateway } from '../../operations/gateway/survey';
import { rowId } from '../../tree/nodes/node';
import { makeChange, placeOf } from '../change';
import { type ConfigurationNeeds, tellApplied } from '../configuration/changeConfiguration';
import { planOnPage, withoutSecretValues } from '../configuration/planPage';
import { valueFor } from './environmentSteps';
import { terraformAfter } from './terraformAfter';

export interface PlanRun {
  /** Starts again where a run has ended early. */
  readonly again: () => unknown;
  /** Once the configuration is accepted. */
  readonly accepted: () => unknown;
}

export async function runPlan(
  needs: ConfigurationNeeds,
  saved: GatewayPlan,
  { again, accepted }: PlanRun,
): Promise<void> {
  const title = l10n.t('Provision Gateway');
  const plan = await withSecrets(needs, title, saved);
  const { name, geo } = plan.controlPlane;
  const konnect = await needs.client.get();
  const survey = await needs.tell.progress(l10n.t('Checking the plan of {0}', name), (signal) =>
    surveyGateway(konnect, plan, signal),
  );
  const problems = [...planProblems(plan, survey, l10n.t), ...foreignGroups(plan, survey, l10n)];
  if (problems.length > 0) throw refused(problems, again);
  const { configuration: before } = survey;
  const shown = planShown(plan, survey);
  const connection = await needs.connections.active();
  const place = connection ? placeOf(connection, geo) : '';
  const page = { title: l10n.t('Plan for {0}', name), place, ...shown };
  const provisioned = await makeChange(needs, {
    question: l10n.t('Provision the gateway {0}?', name),
    consequences: [...shown.first, ...planWords(shown.difference, l10n.t), ...shown.notes],
    geo,
    button: l10n.t('Provision'),
    progress: l10n.t('Provisioning {0}', name),
    plan: planOnPage(needs, page),
    terraform: terraformAfter(plan, survey),
    shown: withoutSecretValues,
    work: (client, run) => provisionGateway(client, { plan, before }, run),
  });
  needs.explorer.refresh({ id: rowId.geo(geo) });
  if (provisioned.kind === 'stopped') throw refused(provisioned.problems, again);
  const { controlPlane, applied } = provisioned;
  tellApplied(
    needs,
    {
      controlPlane,
      progress: l10n.t('Provisioning {0}', name),
      done: l10n.t('The gateway {0} runs in {1}.', name, regionsOf(plan)),
      next: 'panel',
      again,
    },
    applied,
  );
  await accepted();
}

function regionsOf({ networks }: GatewayPlan): string {
  return networks.map(({ region }) => region).join(', ');
}

/** Values that were not written down are typed now, hidden. */
async function withSecrets(
  { steps }: Pick<ConfigurationNeeds, 'steps'>,
  title: string,
  plan: GatewayPlan,
): Promise<GatewayPlan> {
  const groups: GatewayPlan['groups'][number][] = [];
  for (const group of plan.groups) {
    const environment: { readonly name: string; readonly value: string }[] = [];
    for (const { name, value } of group.environment ?? []) {
      const place = `${title}: ${group.network}`;
      const filled = value || (await valueFor(steps.prompts(place), name, ''));
      environment.push({ name, value: filled });
    }
    groups.push({ ...group, environment });
  }
  return { ...plan, groups };
}

/** Networks that are still to be made go by their names instead of by their ids. */
function planShown(plan: GatewayPlan, survey: Survey) {
  const fresh = plan.networks.filter((wish) => existingNetwork(wish, survey) === undefined);
  const networks = new Map<string, { readonly id: string }>([
    ...fresh.map(({ name }) => [name, { id: `new ${name}` }] as const),
    ...knownNetworks(plan, survey),
  ]);
  const { geo } = plan.controlPlane;
  const wish = configurationOf(plan, { id: survey.controlPlane?.id ?? '', geo }, networks);
  const before = survey.configuration && configurationWrite(survey.configuration);
  return {
    difference: differenceOf(before, wish),
    networkNames: new Map(fresh.map(({ name }) => [`new ${name}`, name])),
    first: [
      ...(survey.controlPlane === undefined
        ? [l10n.t('Creates the control plane {0}.', plan.controlPlane.name)]
        : []),
      ...fresh.map(({ name, region, cidr }) =>
        l10n.t('Creates the network {0} ({1}, {2}): 30 to 40 minutes.', name, region, cidr),
      ),
    ],
    notes: costWords(
      plan.groups.map(({ autoscale }) => autoscale),
      survey.availability.instance_types,
      l10n.t,
    ),
  };
}

function refused(problems: readonly string[], again: () => unknown): UserError {
  const change: Action = { title: l10n.t('Change the Plan…'), run: again };
  return new UserError(
    l10n.t('The plan cannot be carried out, and nothing was sent. {0}', problems.join(' ')),
    change,
    {
      title: l10n.t('Show Log'),
      run: () => execute('kongCloudGateways.log.show'),
    },
  );
}
