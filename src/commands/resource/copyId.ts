// Copy the id of a resource.
import { env, l10n, window } from 'vscode';
import type { ResourceTarget } from '../../manifest';
import { pickResource } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings'>;

export async function copyId(needs: Needs, target?: ResourceTarget): Promise<void> {
  const { resourceId } = target ?? (await pickResource(needs, l10n.t('Copy ID')));
  await env.clipboard.writeText(resourceId);
  window.setStatusBarMessage(l10n.t('Copied {0}', resourceId), 3000);
}
