// Other base requests per second for a data plane group, or another way of scaling.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { scaled } from '../../operations/configuration/edits';
import { costWords } from '../../operations/gateway/cost';
import { type ConfigurationNeeds, changeConfiguration } from '../configuration/changeConfiguration';
import { autoscaleOf, scalingDraft, scalingSteps } from '../gateway/scalingSteps';
import { type GroupTarget, groupOf } from './group';

export async function scaleGroup(needs: ConfigurationNeeds, target?: GroupTarget): Promise<void> {
  const title = l10n.t('Scale Data Plane Group');
  const { gateway, group } = await groupOf(needs, title, target);
  const { controlPlane, before } = gateway;
  const konnect = await needs.client.get();
  const world = konnect.availability.get().then((availability) => ({ availability }));
  const draft = await needs.steps.walk(
    `${title}: ${controlPlane.name}, ${group.region}`,
    scalingSteps(world),
    scalingDraft(group.autoscale),
  );
  const autoscale = autoscaleOf(draft);
  await changeConfiguration(needs, {
    gateway,
    wish: scaled(configurationWrite(before), group, autoscale),
    question: l10n.t('Scale {0} of {1}?', group.region, controlPlane.name),
    button: l10n.t('Scale'),
    notes: costWords([autoscale], (await world).availability.instance_types, l10n.t),
    progress: l10n.t('Scaling {0} of {1}', group.region, controlPlane.name),
    done: l10n.t('{0} of {1} is scaled.', group.region, controlPlane.name),
    again: () => execute('kongCloudGateways.dataPlaneGroup.scale', target ?? { controlPlane }),
  });
}
