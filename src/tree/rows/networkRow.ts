// A network of the organisation, with its transit gateways and private DNS below it.
import { l10n } from 'vscode';
import type { KonnectClient, Network } from '../../konnect/client';
import { globalGeo } from '../../konnect/geo';
import { provisioningMs, stateView } from '../look/state';
import { details, reasonNode } from '../nodes/detailNode';
import { collectRows, type ResourceRow } from '../nodes/resourceNode';
import { attachmentRow } from './attachmentRow';

const collection = '/v2/cloud-gateways/networks';

export function networkRow(network: Network, konnect: KonnectClient): ResourceRow {
  const { id, name, region, state, cidr_block, availability_zones, provider_metadata } = network;
  const { reason, words, row } = stateView(network, provisioningMs);
  const path = `${collection}/${id}`;
  return {
    kind: 'network',
    resourceId: id,
    name,
    source: { geo: globalGeo, path },
    terraform: { kind: 'network', resource: network },
    description: `${state} · ${region} · ${cidr_block}`,
    lines: [
      [l10n.t('State'), state],
      [l10n.t('Reason'), reason],
      [l10n.t('Region'), region],
      [l10n.t('CIDR block'), cidr_block],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Network {0} in {1}, state {2}', name, region, words),
    ...row,
    async *children(parent, signal) {
      yield* reasonNode(parent, l10n.t('Problem'), reason);
      yield* details(parent, [
        ['zones', l10n.t('Availability zones'), availability_zones?.join(', ')],
        ['vpc', l10n.t('Provider network'), provider_metadata?.vpc_id ?? undefined],
      ]);
      const [transitGateways, privateDns] = await Promise.all([
        collectRows(parent, konnect.transitGateways.list(id, { signal }), (one) =>
          attachmentRow(
            one,
            one.transit_gateway_attachment_config.kind,
            `${path}/transit-gateways/${one.id}`,
            { kind: 'transitGateway', resource: one, networkId: id },
          ),
        ),
        collectRows(parent, konnect.privateDns.list(id, { signal }), (one) =>
          attachmentRow(
            one,
            one.private_dns_attachment_config.kind,
            `${path}/private-dns/${one.id}`,
            { kind: 'privateDns', resource: one, networkId: id },
          ),
        ),
      ]);
      yield* [...transitGateways, ...privateDns];
    },
  };
}
