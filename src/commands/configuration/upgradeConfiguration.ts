// Another gateway version for all data plane groups of a gateway; Konnect takes care of patch versions by itself.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { compareVersions } from '../../operations/configuration/versions';
import { type ConfigurationNeeds, changeConfiguration } from './changeConfiguration';
import { type GatewayTarget, gatewayOf } from './gateway';

export async function upgradeConfiguration(
  needs: ConfigurationNeeds,
  target?: GatewayTarget,
): Promise<void> {
  const title = l10n.t('Upgrade Gateway');
  const gateway = await gatewayOf(needs, title, target);
  const { controlPlane, before } = gateway;
  const { name } = controlPlane;
  const current = before.version ?? '';
  const konnect = await needs.client.get();
  const choices = konnect.availability.get().then(({ versions }) =>
    [...versions]
      .sort((one, other) => compareVersions(other, one))
      .filter((version) => version !== current)
      .map((version) => ({
        label: version,
        description: compareVersions(version, current) < 0 ? l10n.t('a downgrade') : '',
        value: version,
      })),
  );
  const version = await needs.ask.pick(
    title,
    l10n.t('Gateway version for {0}, which runs {1}', name, current),
    choices,
  );
  const isDowngrade = compareVersions(version, current) < 0;
  await changeConfiguration(needs, {
    gateway,
    wish: { ...configurationWrite(before), version },
    question: isDowngrade
      ? l10n.t('Downgrade {0} to {1}?', name, version)
      : l10n.t('Upgrade {0} to {1}?', name, version),
    button: isDowngrade ? l10n.t('Downgrade') : l10n.t('Upgrade'),
    progress: l10n.t('{0}: gateway version {1}', name, version),
    done: l10n.t('{0} runs gateway version {1}.', name, version),
    again: () => execute('kongCloudGateways.configuration.upgrade', { controlPlane }),
  });
}
