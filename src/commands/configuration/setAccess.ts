// From where a gateway can be reached: the internet, attached networks, or both, which Konnect treats like the internet.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import type { Access } from '../../operations/gateway/gatewayPlan';
import { type ConfigurationNeeds, changeConfiguration } from './changeConfiguration';
import { type GatewayTarget, gatewayOf } from './gateway';

export async function setAccess(needs: ConfigurationNeeds, target?: GatewayTarget): Promise<void> {
  const title = l10n.t('Set API Access');
  const gateway = await gatewayOf(needs, title, target);
  const { controlPlane, before } = gateway;
  const { name } = controlPlane;
  const current = before.api_access ?? 'private+public';
  const access = await needs.ask.pick(
    title,
    l10n.t('Access to {0}, which is {1} now', name, current),
    accessChoices().map((choice) => ({
      ...choice,
      description: choice.value === current ? l10n.t('as it is now') : '',
    })),
  );
  await changeConfiguration(needs, {
    gateway,
    wish: { ...configurationWrite(before), api_access: access },
    question: l10n.t('Set the API access of {0} to {1}?', name, access),
    button: l10n.t('Set Access'),
    progress: l10n.t('{0}: API access {1}', name, access),
    done: l10n.t('The API access of {0} is {1}.', name, access),
    again: () => execute('kongCloudGateways.configuration.setAccess', { controlPlane }),
  });
}

export function accessChoices(): readonly {
  readonly label: string;
  readonly detail: string;
  readonly value: Access;
}[] {
  return [
    {
      label: 'private',
      detail: l10n.t('From attached networks only: peering, transit gateway, private DNS'),
      value: 'private',
    },
    {
      label: 'private+public',
      detail: l10n.t('From attached networks and from the internet'),
      value: 'private+public',
    },
    {
      label: 'public',
      detail: l10n.t('From the internet; Konnect treats it like private+public'),
      value: 'public',
    },
  ];
}
