// Destroy one data plane group; the others stay as they are.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { withoutGroup } from '../../operations/configuration/edits';
import { type ConfigurationNeeds, changeConfiguration } from '../configuration/changeConfiguration';
import { type GroupTarget, groupOf } from './group';

export async function removeGroup(needs: ConfigurationNeeds, target?: GroupTarget): Promise<void> {
  const { gateway, group } = await groupOf(needs, l10n.t('Remove Data Plane Group'), target);
  const { controlPlane, before } = gateway;
  const { region } = group;
  await changeConfiguration(needs, {
    gateway,
    wish: withoutGroup(configurationWrite(before), group),
    question: l10n.t('Remove the data plane group {0} of {1}?', region, controlPlane.name),
    button: l10n.t('Remove'),
    notes: [l10n.t('Its network stays, and goes on costing until deleted.')],
    nameToType: region,
    progress: l10n.t('Removing {0} of {1}', region, controlPlane.name),
    done: l10n.t('{0} of {1} is removed.', region, controlPlane.name),
    again: () => execute('kongCloudGateways.dataPlaneGroup.remove', target ?? { controlPlane }),
  });
}
