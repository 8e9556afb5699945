// Delete a custom domain with its certificate; clients that use it are refused from then on.
import { l10n } from 'vscode';
import type { ControlPlaneRef } from '../../konnect/client';
import { customDomain as deletable } from '../../operations/delete/deletable';
import { rowId } from '../../tree/nodes/node';
import { type DeletionNeeds, deleteOne, waitNote } from '../deletion';
import { controlPlaneOf, pickCustomDomain } from './pickCustomDomain';

export async function deleteCustomDomain(
  needs: DeletionNeeds,
  target?: { readonly resourceId: string; readonly controlPlane: ControlPlaneRef | undefined },
): Promise<void> {
  const { resourceId } = target ?? (await pickCustomDomain(needs, l10n.t('Delete Custom Domain')));
  const konnect = await needs.client.get();
  const found = await konnect.customDomains.get(resourceId);
  const { domain, state } = found;
  const controlPlane = controlPlaneOf(found);
  await deleteOne(needs, {
    question: l10n.t('Delete the custom domain {0}?', domain),
    consequences: [
      l10n.t(
        'Clients that call {0} get no valid answer any more: its certificate goes with it.',
        domain,
      ),
      l10n.t(
        'Its DNS records stay where they are; take them away yourself, so that nobody else can use them.',
      ),
      l10n.t(
        'A custom domain cannot be changed, only deleted and created anew, which takes a new certificate.',
      ),
      ...waitNote(state, deletable(konnect, found).settled),
    ],
    geo: controlPlane.geo,
    what: (client) => deletable(client, found),
    name: domain,
    rowAbove: rowId.group(controlPlane, 'customDomains'),
    limitMs: 30 * 60_000,
    progress: l10n.t('Deleting custom domain {0}', domain),
    done: l10n.t('Custom domain {0} is deleted. Its DNS records can go now.', domain),
  });
}
