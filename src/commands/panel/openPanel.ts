// Open the panel of a gateway: its DNS records and the AWS role of each network.
import { l10n } from 'vscode';
import type { ControlPlaneRef } from '../../konnect/client';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings' | 'panels'>;

export async function openPanel(
  needs: Needs,
  target?: { readonly controlPlane: ControlPlaneRef },
): Promise<void> {
  const { id, geo } =
    target?.controlPlane ?? (await pickControlPlane(needs, l10n.t('Open Gateway Panel')));
  const panels = await needs.panels.get();
  panels.open({ id, geo });
}
