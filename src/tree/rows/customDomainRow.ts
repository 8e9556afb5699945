// A custom domain of a control plane, with what Konnect sees of its DNS below it.
import { l10n } from 'vscode';
import type { CustomDomain, KonnectClient } from '../../konnect/client';
import { globalGeo } from '../../konnect/geo';
import { oldDomainIn } from '../look/oldDomain';
import { spokenWith, stateView, verifyingMs } from '../look/state';
import { details, reasonNode } from '../nodes/detailNode';
import type { ResourceRow } from '../nodes/resourceNode';

export function customDomainRow(customDomain: CustomDomain, konnect: KonnectClient): ResourceRow {
  const { id, domain, state, certificate_id } = customDomain;
  const { reason, words, row } = stateView(customDomain, verifyingMs);
  const old = oldDomainIn(domain, reason);
  return {
    kind: 'customDomain',
    resourceId: id,
    name: domain,
    source: { geo: globalGeo, path: `/v2/cloud-gateways/custom-domains/${id}` },
    terraform: { kind: 'customDomain', resource: customDomain },
    description: [state, old.mark].filter(Boolean).join(' · '),
    lines: [
      [l10n.t('State'), state],
      [l10n.t('Reason'), reason],
      old.line,
      [l10n.t('Certificate'), certificate_id ?? l10n.t('none yet')],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Custom domain {0}, state {1}', domain, spokenWith(words, old.mark)),
    ...row,
    async *children(parent, signal) {
      yield* reasonNode(parent, l10n.t('Problem'), reason);
      yield* old.nodes(parent);
      const { cname, ssl } = await konnect.customDomains.onlineStatus(id, { signal });
      yield* details(parent, [
        ['cname', l10n.t('CNAME'), cname],
        ['ssl', l10n.t('Certificate'), ssl],
      ]);
    },
  };
}
