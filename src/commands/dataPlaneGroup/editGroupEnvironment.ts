// The environment variables of a data plane group.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { withEnvironment } from '../../operations/configuration/edits';
import { type ConfigurationNeeds, changeConfiguration } from '../configuration/changeConfiguration';
import { editEnvironment } from '../gateway/environmentSteps';
import { type GroupTarget, groupOf } from './group';

export async function editGroupEnvironment(
  needs: ConfigurationNeeds,
  target?: GroupTarget,
): Promise<void> {
  const title = l10n.t('Edit Environment');
  const { gateway, group } = await groupOf(needs, title, target);
  const { controlPlane, before } = gateway;
  const variables = await editEnvironment(needs, {
    title: `${title}: ${controlPlane.name}, ${group.region}`,
    before: group.environment ?? [],
  });
  await changeConfiguration(needs, {
    gateway,
    wish: withEnvironment(configurationWrite(before), group, variables),
    question: l10n.t('Change the environment of {0} of {1}?', group.region, controlPlane.name),
    button: l10n.t('Change'),
    notes: [l10n.t('The nodes of the group are replaced one by one.')],
    progress: l10n.t('Changing the environment of {0}', group.region),
    done: l10n.t('{0} of {1} has its new environment.', group.region, controlPlane.name),
    again: () =>
      execute('kongCloudGateways.dataPlaneGroup.editEnvironment', target ?? { controlPlane }),
  });
}
