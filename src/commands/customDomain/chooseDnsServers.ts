// Choose which DNS servers the checks of custom domains ask.
import { l10n } from 'vscode';
import { parseServers } from '../../dns/doctor/servers';
import type { Services } from '../services';

type Needs = Pick<Services, 'ask' | 'dnsServers'>;

export async function chooseDnsServers({ ask, dnsServers }: Needs): Promise<void> {
  const title = l10n.t('DNS Servers for Checks');
  const own = l10n.t('enter others');
  const { named } = dnsServers;
  const remembered =
    named.length === 0
      ? []
      : [{ label: named.join(', '), description: l10n.t('as before'), value: named }];
  const chosen = await ask.pick<readonly string[] | 'others'>(
    title,
    l10n.t('For this window. Named servers are compared with those of this machine.'),
    [
      ...remembered,
      { label: l10n.t('DNS servers of this machine'), value: [] },
      {
        label: '1.1.1.1, 8.8.8.8',
        description: l10n.t('Cloudflare and Google'),
        value: publicOnes,
      },
      { label: l10n.t('Other servers…'), description: own, value: 'others' },
    ],
  );
  dnsServers.use(chosen === 'others' ? await askForServers({ ask }, title) : chosen);
}

const publicOnes = ['1.1.1.1', '8.8.8.8'];

async function askForServers(
  { ask }: Pick<Services, 'ask'>,
  title: string,
): Promise<readonly string[]> {
  const text = await ask.text({
    title,
    prompt: l10n.t('Addresses of DNS servers, each with a port if it is not 53'),
    placeHolder: '192.0.2.53, [2001:db8::53]:5353',
    check: checkServers,
  });
  const parsed = parseServers(text);
  return parsed.kind === 'servers' ? parsed.servers : [];
}

function checkServers(text: string): string | undefined {
  const parsed = parseServers(text);
  if (parsed.kind === 'unusable') {
    return l10n.t('"{0}" is no IP address, or one too many.', parsed.text);
  }
  return parsed.servers.length === 0
    ? l10n.t('Type at least one address, for example 192.0.2.53.')
    : undefined;
}
