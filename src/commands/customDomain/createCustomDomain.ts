// Create a custom domain and open the panel with the DNS records that it needs.
import { l10n } from 'vscode';
import { execute } from '../../host/runCommand';
import type { ControlPlaneRef } from '../../konnect/client';
import { collect } from '../../operations/collect';
import { createOnce } from '../../operations/createOnce';
import { rowId } from '../../tree/nodes/node';
import { makeChange } from '../change';
import { pickControlPlane } from '../pick';
import type { Services } from '../services';

type Needs = Pick<
  Services,
  'ask' | 'tell' | 'client' | 'connections' | 'settings' | 'explorer' | 'panels' | 'terraform'
>;

export async function createCustomDomain(
  needs: Needs,
  target?: { readonly controlPlane: ControlPlaneRef },
): Promise<void> {
  const { ask, tell, explorer, panels } = needs;
  const title = l10n.t('Create Custom Domain');
  const picked = target?.controlPlane ?? (await pickControlPlane(needs, title));
  const controlPlane = { id: picked.id, geo: picked.geo };
  const domain = await ask.text({
    title,
    prompt: l10n.t('The host name that clients will use'),
    placeHolder: 'api.example.com',
    check: checkDomain,
  });
  await makeChange(needs, {
    question: l10n.t('Create the custom domain {0}?', domain),
    consequences: [
      l10n.t('Konnect asks for a certificate once the two DNS records of the domain exist.'),
    ],
    geo: controlPlane.geo,
    button: l10n.t('Create'),
    progress: l10n.t('Creating custom domain {0}', domain),
    terraform: {
      kind: 'customDomain',
      resource: {
        id: '',
        control_plane_id: controlPlane.id,
        control_plane_geo: controlPlane.geo,
        domain,
        state: '',
      },
    },
    work: ({ customDomains }, { signal }) =>
      createOnce(
        async () => {
          const found = await collect(customDomains.list({ controlPlane, domain, signal }));
          return found.find(({ state }) => !state.startsWith('terminat'));
        },
        () => customDomains.create({ controlPlane, domain }, { signal }),
      ),
  });
  void panels.ifMade((made) => made.refresh(controlPlane));
  explorer.refresh({ id: rowId.group(controlPlane, 'customDomains') });
  tell.info(
    l10n.t(
      'Custom domain {0} is created. Konnect verifies it once its two DNS records exist.',
      domain,
    ),
    {
      title: l10n.t('Show DNS Records'),
      run: () => execute('kongCloudGateways.panel.open', { controlPlane }),
    },
  );
}

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;

/** A fully qualified host name; whether Konnect takes a wildcard or an apex, Konnect says. */
function checkDomain(domain: string): string | undefined {
  if (domain === '') return l10n.t('Type a host name, for example api.example.com.');
  if (/^[a-z]+:\/\//i.test(domain))
    return l10n.t('The host name alone, without {0}.', domain.slice(0, domain.indexOf('://') + 3));
  if (domain.length > 253) return l10n.t('At most 253 characters; this has {0}.', domain.length);
  const labels = domain.replace(/^\*\./, '').split('.');
  if (labels.length < 2) return l10n.t('A full host name has at least one dot.');
  const wrong = labels.find((one) => !label.test(one));
  return wrong === undefined ? undefined : l10n.t('"{0}" cannot be part of a host name.', wrong);
}
