// All data planes of a gateway go; its control plane stays, with everything that is configured in it.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import type { ControlPlane, KonnectClient } from '../../konnect/client';
import { isKonnectError } from '../../konnect/errors';
import { configurationWrite } from '../../konnect/resources/configurationWrite';
import { type ConfigurationNeeds, changeConfiguration } from './changeConfiguration';
import { type GatewayTarget, gatewayOf } from './gateway';

export async function tearDown(needs: ConfigurationNeeds, target?: GatewayTarget): Promise<void> {
  const gateway = await gatewayOf(needs, l10n.t('Tear Down Gateway'), target);
  const { controlPlane, before } = gateway;
  const { name } = controlPlane;
  const konnect = await needs.client.get();
  await changeConfiguration(needs, {
    gateway,
    wish: { ...configurationWrite(before), dataplane_groups: [] },
    question: l10n.t('Tear down all data planes of {0}?', name),
    button: l10n.t('Tear Down'),
    notes: [
      ...(await leftovers(konnect, controlPlane)),
      l10n.t('The control plane and the networks stay; networks go on costing until deleted.'),
    ],
    nameToType: name,
    progress: l10n.t('Tearing down {0}', name),
    done: l10n.t('{0} has no data planes any more.', name),
    next: 'delete',
    again: () => execute('kongCloudGateways.configuration.tearDown', { controlPlane }),
  });
}

/** The safe order begins with these (FACTS 3); what cannot be read is not named. */
async function leftovers(
  konnect: KonnectClient,
  controlPlane: ControlPlane,
): Promise<readonly string[]> {
  const [domains, addOns] = await Promise.all([
    named(konnect.customDomains.list({ controlPlane }), ({ domain }) => domain),
    named(konnect.addOns.list(), ({ name, owner }) =>
      owner.control_plane_id === controlPlane.id ? name : undefined,
    ),
  ]);
  return [
    ...(domains.length > 0
      ? [
          l10n.t(
            'Delete its custom domains first, or they lead to nothing: {0}.',
            domains.join(', '),
          ),
        ]
      : []),
    ...(addOns.length > 0
      ? [l10n.t('Delete its add-ons first, or they go on costing: {0}.', addOns.join(', '))]
      : []),
  ];
}

async function named<T>(
  resources: AsyncIterable<T>,
  nameOf: (one: T) => string | undefined,
): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    for await (const one of resources)
      names.push(...[nameOf(one)].filter((name) => name !== undefined));
  } catch (error) {
    if (!isKonnectError(error)) throw error;
  }
  return names;
}
