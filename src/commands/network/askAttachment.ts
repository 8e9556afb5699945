// The questions of an attachment that are the same for transit gateways and private DNS: network, kind, fields, name.
import { l10n } from 'vscode';
import type { Choice } from '../../host/ask';
import { UserError } from '../../host/userError';
import type { KonnectClient, Network, ProviderAccount } from '../../konnect/client';
import type { ResourceTarget } from '../../manifest';
import type { Typed } from '../../operations/attachments/bodies';
import type { AttachmentKind } from '../../operations/attachments/kinds';
import type { Services } from '../services';
import { networkOf } from './pickNetwork';

type Needs = Pick<Services, 'ask' | 'client'>;

export interface ReadyNetwork {
  readonly network: Network;
  readonly account: ProviderAccount;
}

/** A network on its way is waited for later, if the user wants that; one that will not come by itself is refused. */
export async function attachableNetwork(
  needs: Needs,
  title: string,
  target?: ResourceTarget,
): Promise<ReadyNetwork> {
  const konnect = await needs.client.get();
  const network = await networkOf(needs, title, target);
  const { name, state } = network;
  const account = await accountOf(konnect, network);
  if (state === 'ready') return { network, account };
  if (state === 'offline') {
    throw new UserError(
      l10n.t(
        'The network {0} is only reserved. Konnect builds it when a data plane group first uses it; only then something can be attached.',
        name,
      ),
    );
  }
  if (state === 'terminating' || state === 'terminated')
    throw new UserError(l10n.t('The network {0} is being deleted. Choose another one.', name));
  await needs.ask.choose(
    l10n.t('The network {0} is not ready yet: it is {1}.', name, state),
    [
      network.state_metadata?.reason ?? '',
      l10n.t(
        'Konnect attaches something only to a network that is ready, which takes up to 40 minutes. You can answer the questions now; it is then waited for, and created as soon as the network is ready.',
      ),
    ]
      .filter(Boolean)
      .join('\n'),
    [l10n.t('Ask Now, Wait Then')],
  );
  return { network, account };
}

/** By its id: an organisation can have several accounts of one provider. */
async function accountOf(
  { providerAccounts }: KonnectClient,
  network: Network,
): Promise<ProviderAccount> {
  for await (const account of providerAccounts.list())
    if (account.id === network.cloud_gateway_provider_account_id) return account;
  throw new UserError(
    l10n.t(
      'The provider account of the network {0} is not among those that Konnect lists, so it is not known which kinds fit.',
      network.name,
    ),
  );
}

export async function pickKind(
  { ask }: Needs,
  title: string,
  kinds: readonly AttachmentKind[],
  { provider, provider_account_id }: ProviderAccount,
): Promise<AttachmentKind> {
  const fitting = kinds.filter((one) => one.provider === provider);
  const choices: Choice<AttachmentKind>[] = fitting.map((value) => ({
    label: value.label(l10n.t),
    detail: value.hint(l10n.t),
    value,
  }));
  return ask.pick(
    title,
    l10n.t('Kind; these fit {0}. Kong’s account there is {1}', provider, provider_account_id),
    choices,
  );
}

/** Field by field, each checked as it is typed. */
export async function askFields(
  { ask }: Needs,
  title: string,
  { fields }: AttachmentKind,
  initial: Typed = {},
): Promise<Typed> {
  const typed: Record<string, string> = {};
  for (const { name, prompt, example, check } of fields) {
    const value = initial[name];
    typed[name] = await ask.text({
      title,
      prompt: prompt(l10n.t),
      placeHolder: example,
      ...(value !== undefined && { value }),
      check: (text) => check(text, l10n.t),
    });
  }
  return typed;
}
