// Sign in with a personal or system account access token.
import { l10n } from 'vscode';
import type { Ask } from '../../host/ask';
import { required } from '../../host/ask';
import { judgeAddress } from '../../host/connection/apiAddress';
import { connect } from '../../host/connection/connect';
import { UserError } from '../../host/userError';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'tell' | 'settings' | 'client' | 'connections'>;

export async function signIn(needs: Needs): Promise<void> {
  const { ask, tell, settings } = needs;
  const apiUrl = await trustedAddress(settings.apiUrl, ask);
  const token = await ask.text({
    title: l10n.t('Sign in to Kong Konnect'),
    prompt: l10n.t(
      'Personal access token (kpat_…) or system account token (spat_…). It goes to {0} only and is kept in secret storage.',
      apiUrl,
    ),
    password: true,
    check: checkToken,
  });
  const connection = await tell.progress(l10n.t('Asking Konnect about the token'), (signal) =>
    connect(needs, { apiUrl, token, demo: false }, signal),
  );
  tell.info(l10n.t('Connected to {0}.', connection.organization.name));
}

/** A host that is neither Konnect's nor this machine is asked about by name, each time it is signed in to. */
async function trustedAddress(address: string, ask: Ask): Promise<string> {
  const trust = judgeAddress(address);
  if (trust.kind === 'invalid') {
    throw new UserError(
      l10n.t(
        'The setting kongCloudGateways.apiUrl is not an address that a token can be sent to: {0}. Reset it, or use https.',
        address,
      ),
    );
  }
  if (trust.kind === 'unknown-host') {
    await ask.confirm(
      l10n.t('Send your Konnect token to {0}?', trust.host),
      l10n.t(
        'This is not an address of Kong Konnect. It comes from your setting kongCloudGateways.apiUrl. Whoever runs it can use the token.',
      ),
      l10n.t('Send Token to {0}', trust.host),
    );
  }
  return trust.url;
}

function checkToken(token: string): string | undefined {
  if (/[^\x21-\x7e]/.test(token))
    return l10n.t('A token has no spaces or special characters. Copy it again.');
  return required(token);
}
