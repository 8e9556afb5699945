// Switch a plugin instance on or off; everything else of it stays as Konnect has it at that moment.
import { l10n } from 'vscode';
import { UserError } from '../../host/userError';
import type { InstanceTarget } from '../../manifest';
import { setEnabled } from '../../operations/plugin/setEnabled';
import { makeChange } from '../change';
import type { Services } from '../services';
import { instanceWords, pickInstance } from './instanceTarget';
import { maskedBody } from './maskedBody';
import { refreshInstances } from './refreshInstances';

type Needs = Pick<
  Services,
  'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'terraform' | 'explorer'
>;

export async function toggleInstance(needs: Needs, target?: InstanceTarget): Promise<void> {
  const place = await pickInstance(needs, l10n.t('Enable or Disable Plugin Instance'), target);
  const { controlPlane, id } = place;
  const konnect = await needs.client.get();
  const current = await needs.tell.progress(l10n.t('Reading the plugin instance'), (signal) =>
    konnect.plugins.get(controlPlane, id, { signal }),
  );
  const enabled = current.enabled === false;
  const words = instanceWords(current, controlPlane);
  const changed = await makeChange(needs, {
    question: enabled ? l10n.t('Enable {0}?', words) : l10n.t('Disable {0}?', words),
    consequences: [
      enabled
        ? l10n.t('The data planes run it as soon as they have the new configuration.')
        : l10n.t(
            'The data planes stop running it as soon as they have the new configuration. What it is configured with stays.',
          ),
    ],
    geo: controlPlane.geo,
    button: enabled ? l10n.t('Enable') : l10n.t('Disable'),
    progress: enabled ? l10n.t('Enabling {0}', words) : l10n.t('Disabling {0}', words),
    terraform: { kind: 'plugin', resource: { ...current, enabled }, controlPlane },
    shown: maskedBody,
    work: (client, { signal }) => setEnabled(client, controlPlane, id, enabled, signal),
  });
  if (!changed) {
    throw new UserError(
      enabled
        ? l10n.t('{0} had been enabled meanwhile; nothing was sent.', words)
        : l10n.t('{0} had been disabled meanwhile; nothing was sent.', words),
    );
  }
  refreshInstances(needs.explorer, controlPlane);
}
