// Copy a resource as a block for Kong's Terraform provider, with the import block that adopts it.
import { env, l10n, window } from 'vscode';
import { UserError } from '../../host/userError';
import type { ResourceTarget } from '../../manifest';
import { pickResource } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings' | 'terraform'>;

export async function copyAsTerraform(needs: Needs, target?: ResourceTarget): Promise<void> {
  const { name, terraform } = target ?? (await pickResource(needs, l10n.t('Copy as Terraform')));
  const { terraformOf } = await needs.terraform.get();
  const text = terraform && terraformOf(terraform);
  if (text === undefined) {
    throw new UserError(l10n.t('The Terraform provider of Kong has no resource for {0}.', name));
  }
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied {0} as Terraform', name), 3000);
}
