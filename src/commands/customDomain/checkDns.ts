// Check what DNS holds for a custom domain; the result is shown in the panel, beside the records that it needs.
import { l10n } from 'vscode';
import type { ControlPlaneRef } from '../../konnect/client';
import type { Services } from '../services';
import { pickCustomDomain } from './pickCustomDomain';

type Needs = Pick<Services, 'ask' | 'client' | 'panels'>;

export async function checkDns(
  needs: Needs,
  target?: { readonly resourceId: string; readonly controlPlane: ControlPlaneRef | undefined },
): Promise<void> {
  const { resourceId, controlPlane } = isComplete(target)
    ? target
    : await pickCustomDomain(needs, l10n.t('Check DNS'));
  const panels = await needs.panels.get();
  await panels.checkDns({ id: controlPlane.id, geo: controlPlane.geo }, resourceId);
}

function isComplete<T extends { readonly controlPlane: ControlPlaneRef | undefined }>(
  target: T | undefined,
): target is T & { readonly controlPlane: ControlPlaneRef } {
  return target?.controlPlane !== undefined;
}
