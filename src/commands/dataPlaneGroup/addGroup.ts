// One data plane group more, in a network that fits or in a new one.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { UserError } from '../../host/userError';
import type { ConfigurationWrite } from '../../konnect/resources/configurationBody';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { withGroup } from '../../operations/configuration/edits';
import { costWords } from '../../operations/gateway/cost';
import { existingNetwork, placeProblems } from '../../operations/gateway/planProblems';
import { provideNetwork } from '../../operations/gateway/provisionGateway';
import { type Survey, surveyGateway } from '../../operations/gateway/survey';
import { type ConfigurationNeeds, changeConfiguration } from '../configuration/changeConfiguration';
import { type Gateway, type GatewayTarget, gatewayOf } from '../configuration/gateway';
import { groupSteps } from '../gateway/groupSteps';
import { type PlannedPlace, plannedPlace } from '../gateway/plannedPlace';
import { newNetwork } from '../gateway/terraformAfter';
import { readWorld } from '../gateway/world';

export async function addGroup(needs: ConfigurationNeeds, target?: GatewayTarget): Promise<void> {
  const title = l10n.t('Add Data Plane Group');
  const gateway = await gatewayOf(needs, title, target);
  const { controlPlane, before } = gateway;
  const konnect = await needs.client.get();
  const world = readWorld(konnect);
  const taken = (await world).networks
    .filter(({ id }) =>
      before.dataplane_group_config.some((one) => one.cloud_gateway_network_id === id),
    )
    .map(({ name }) => name);
  const steps = groupSteps(world, taken);
  const draft = await needs.steps.walk(`${title}: ${controlPlane.name}`, steps, {});
  const place = plannedPlace(draft, await world);
  const survey = await surveyGateway(konnect, { controlPlane });
  refuseProblems(gateway, place, survey);
  const { network, group } = place;
  const existing = existingNetwork(network, survey);
  const wishWith = (id: string): ConfigurationWrite =>
    withGroup(configurationWrite(before), {
      provider: network.provider,
      region: network.region,
      cloud_gateway_network_id: id,
      autoscale: group.autoscale,
      environment: [],
    });
  await changeConfiguration(needs, {
    gateway,
    wish: wishWith(existing?.id ?? ''),
    prepare: async (client, run) =>
      wishWith((await provideNetwork(client, network, survey, run)).id),
    networkNames: new Map([['', network.name]]),
    ...(existing === undefined && { terraform: [newNetwork(network, survey)] }),
    question: l10n.t('Add a data plane group in {0} to {1}?', network.region, controlPlane.name),
    button: l10n.t('Add'),
    notes: [
      ...(existing === undefined
        ? [l10n.t('Creates the network {0} first: 30 to 40 minutes.', network.name)]
        : []),
      ...costWords([group.autoscale], survey.availability.instance_types, l10n.t),
    ],
    progress: l10n.t('Adding {0} to {1}', network.region, controlPlane.name),
    done: l10n.t('{0} of {1} is ready.', network.region, controlPlane.name),
    again: () => execute('kongCloudGateways.dataPlaneGroup.add', { controlPlane }),
  });
}

function refuseProblems(
  { controlPlane, before }: Gateway,
  { network, group }: PlannedPlace,
  survey: Survey,
): void {
  const own = before.dataplane_group_config.length;
  const others = survey.otherGroups;
  const all = { ...survey, otherGroups: others === undefined ? undefined : others + own };
  const plan = {
    gatewayPlan: 1,
    controlPlane: { geo: controlPlane.geo, name: controlPlane.name },
    version: before.version ?? '',
    access: 'private',
    networks: [network],
    groups: [group],
  } as const;
  const problems = placeProblems(plan, all, l10n.t);
  if (problems.length > 0) throw new UserError(problems.join(' '));
}
