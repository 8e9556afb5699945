// Copy the name of a resource.
import { env, l10n, window } from 'vscode';
import type { ResourceTarget } from '../../manifest';
import { pickResource } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings'>;

export async function copyName(needs: Needs, target?: ResourceTarget): Promise<void> {
  const { name } = target ?? (await pickResource(needs, l10n.t('Copy Name')));
  await env.clipboard.writeText(name);
  window.setStatusBarMessage(l10n.t('Copied {0}', name), 3000);
}
