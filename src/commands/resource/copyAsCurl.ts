// Copy the request that reads a resource, as a curl command; the token stays a variable of the shell.
import { env, l10n, window } from 'vscode';
import { curlOf, requestAddress } from '../../export/curl';
import { notConnected } from '../../host/connection/activeClient';
import type { ResourceTarget } from '../../manifest';
import { pickResource } from '../pick';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'client' | 'settings' | 'connections'>;

export async function copyAsCurl(needs: Needs, target?: ResourceTarget): Promise<void> {
  const { source } = target ?? (await pickResource(needs, l10n.t('Copy as curl')));
  const connection = await needs.connections.active();
  if (connection === undefined) throw notConnected();
  const url = requestAddress(connection.apiUrl, source.geo, source.path);
  await env.clipboard.writeText(curlOf({ method: 'GET', url }));
  window.setStatusBarMessage(l10n.t('Copied; put your token into KONNECT_TOKEN'), 5000);
}
