// A custom domain of a control plane, with what Konnect sees of its DNS below it.
import { l10n } from 'vscode';
import type { CustomDomain, KonnectClient } from '../konnect/client';
import { globalGeo } from '../konnect/geo';
import { details, reasonNode } from './detailNode';
import type { ResourceRow } from './resourceNode';
import { stateView, verifyingMs } from './state';

export function customDomainRow(customDomain: CustomDomain, konnect: KonnectClient): ResourceRow {
  const { id, domain, state, certificate_id } = customDomain;
  const { icon, reason, words, lookAgainMs } = stateView(customDomain, verifyingMs);
  return {
    kind: 'customDomain',
    resourceId: id,
    name: domain,
    source: { geo: globalGeo, path: `/v2/cloud-gateways/custom-domains/${id}` },
    terraform: { kind: 'customDomain', resource: customDomain },
    description: state,
    icon,
    lines: [
      [l10n.t('State'), state],
      [l10n.t('Reason'), reason],
      [l10n.t('Certificate'), certificate_id ?? l10n.t('none yet')],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Custom domain {0}, state {1}', domain, words),
    lookAgainMs,
    children: async (parent, signal) => {
      const { cname, ssl } = await konnect.customDomains.onlineStatus(id, { signal });
      return [
        ...reasonNode(parent, l10n.t('Problem'), reason),
        ...details(parent, [
          ['cname', l10n.t('CNAME'), cname],
          ['ssl', l10n.t('Certificate'), ssl],
        ]),
      ];
    },
  };
}
