// Remove a plugin instance. The plugin itself stays.
import { l10n } from 'vscode';
import type { InstanceTarget } from '../../manifest';
import { makeChange } from '../change';
import type { Services } from '../services';
import { instanceWords, pickInstance } from './instanceTarget';
import { refreshInstances } from './refreshInstances';

type Needs = Pick<
  Services,
  'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'terraform' | 'explorer'
>;

export async function removeInstance(needs: Needs, target?: InstanceTarget): Promise<void> {
  const { controlPlane, id } = await pickInstance(needs, l10n.t('Remove Plugin Instance'), target);
  const konnect = await needs.client.get();
  const current = await needs.tell.progress(l10n.t('Reading the plugin instance'), (signal) =>
    konnect.plugins.get(controlPlane, id, { signal }),
  );
  const words = instanceWords(current, controlPlane);
  await makeChange(needs, {
    question: l10n.t('Remove {0}?', words),
    consequences: [
      l10n.t('The data planes stop running it as soon as they have the new configuration.'),
      l10n.t('Its configuration is gone for good, secrets in it too; the plugin itself stays.'),
    ],
    geo: controlPlane.geo,
    button: l10n.t('Remove'),
    progress: l10n.t('Removing {0}', words),
    nameToType: current.instance_name ?? current.name,
    work: (client, { signal }) => client.plugins.delete(controlPlane, id, { signal }),
  });
  refreshInstances(needs.explorer, controlPlane);
}
