// Asking which custom domain, of all in the organisation.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import { UserError } from '../../host/userError';
import type { ControlPlaneRef, CustomDomain, Geo, KonnectClient } from '../../konnect/client';
import type { Services } from '../services';

export interface PickedDomain {
  readonly resourceId: string;
  readonly controlPlane: ControlPlaneRef;
}

export async function pickCustomDomain(
  { ask, client }: Pick<Services, 'ask' | 'client'>,
  title: string,
): Promise<PickedDomain> {
  const konnect = await client.get();
  return ask.pick(title, l10n.t('Custom domain'), choices(konnect));
}

export function controlPlaneOf(domain: CustomDomain): ControlPlaneRef {
  return { id: domain.control_plane_id, geo: domain.control_plane_geo as Geo };
}

async function choices(konnect: KonnectClient): Promise<readonly Choice<PickedDomain>[]> {
  const found: Choice<PickedDomain>[] = [];
  for await (const domain of konnect.customDomains.list()) {
    found.push({
      label: domain.domain,
      description: `${domain.state} · ${domain.control_plane_geo}`,
      value: { resourceId: domain.id, controlPlane: controlPlaneOf(domain) },
    });
  }
  if (found.length > 0) return found;
  throw new UserError(l10n.t('There is no custom domain yet. Create one first.'));
}
