// Open the configuration of a plugin instance as a JSON document; saving the document sends it to Konnect.
import { l10n } from 'vscode';
import type { InstanceTarget } from '../../manifest';
import type { Services } from '../services';
import { instanceAddress } from './instanceAddress';
import { pickInstance } from './instanceTarget';

type Needs = Pick<Services, 'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'instances'>;

export async function editInstance(needs: Needs, target?: InstanceTarget): Promise<void> {
  const place = await pickInstance(needs, l10n.t('Edit Plugin Instance'), target);
  const { controlPlane, id } = place;
  const address = await instanceAddress(needs, controlPlane);
  const konnect = await needs.client.get();
  const plugin = await needs.tell.progress(l10n.t('Reading the plugin instance'), (signal) =>
    konnect.plugins.get(controlPlane, id, { signal }),
  );
  const store = await needs.instances.get();
  store.forms.forget(controlPlane, plugin.name);
  const folder = place.controlPlaneName ?? controlPlane.geo;
  await store.open({ ...address, id }, folder, plugin.instance_name ?? plugin.name, plugin);
}
