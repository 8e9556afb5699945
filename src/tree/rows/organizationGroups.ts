// What belongs to the organisation as a whole, below its geos.
import { l10n } from 'vscode';
import type { AddOn, DefaultQuota, KonnectClient, ProviderAccount } from '../../konnect/client';
import { globalGeo } from '../../konnect/geo';
import { icons } from '../look/icons';
import { provisioningMs, stateView } from '../look/state';
import { reasonNode } from '../nodes/detailNode';
import type { Group } from '../nodes/groupNode';
import { type ResourceRow, rowsOf } from '../nodes/resourceNode';
import { networkRow } from './networkRow';

export function organizationGroups(konnect: KonnectClient): readonly Group[] {
  return [
    {
      kind: 'networks',
      label: l10n.t('Networks'),
      icon: icons.networks,
      empty: l10n.t('No networks yet'),
      load: (parent, signal) =>
        rowsOf(parent, konnect.networks.list({ signal }), (network) =>
          networkRow(network, konnect),
        ),
    },
    {
      kind: 'addOns',
      label: l10n.t('Add-ons'),
      icon: icons.addOn,
      empty: l10n.t('No add-ons'),
      load: (parent, signal) => rowsOf(parent, konnect.addOns.list({ signal }), addOnRow),
    },
    {
      kind: 'providerAccounts',
      label: l10n.t('Provider accounts'),
      icon: icons.account,
      empty: l10n.t(
        'No provider accounts: Kong makes them when Dedicated Cloud Gateways are bought',
      ),
      load: (parent, signal) =>
        rowsOf(parent, konnect.providerAccounts.list({ signal }), accountRow),
    },
    {
      kind: 'quotas',
      label: l10n.t('Quotas'),
      icon: icons.quota,
      empty: l10n.t('No quotas are told'),
      load: (parent, signal) => rowsOf(parent, konnect.quotas.defaults({ signal }), quotaRow),
    },
  ];
}

function addOnRow(addOn: AddOn): ResourceRow {
  const { id, name, state, config } = addOn;
  const reasons = config.data_plane_groups.map((one) => one.state_metadata?.error_reason);
  const state_metadata = { reason: reasons.find((one) => one) };
  const { reason, words, row } = stateView({ state, state_metadata }, provisioningMs);
  return {
    kind: 'addOn',
    resourceId: id,
    name,
    source: { geo: globalGeo, path: `/v2/cloud-gateways/add-ons/${id}` },
    terraform: { kind: 'addOn', resource: addOn },
    description: `${state} · ${config.kind}`,
    lines: [
      [l10n.t('State'), state],
      [l10n.t('Reason'), reason],
      [l10n.t('ID'), id],
    ],
    spoken: l10n.t('Add-on {0}, state {1}', name, words),
    ...row,
    ...(reason !== undefined && {
      children: async (parent) => reasonNode(parent, l10n.t('Problem'), reason),
    }),
  };
}

/** `provider_account_id` is the cloud's own id: trust policies, peering and RAM shares need that one. */
function accountRow({ id, provider, provider_account_id }: ProviderAccount): ResourceRow {
  return {
    kind: 'providerAccount',
    resourceId: id,
    name: provider_account_id,
    source: { geo: globalGeo, path: `/v2/cloud-gateways/provider-accounts/${id}` },
    description: provider,
    icon: icons.account,
    lines: [
      [l10n.t('Provider'), provider],
      [l10n.t('Account at the provider'), provider_account_id],
      [l10n.t('ID in Konnect'), id],
    ],
    spoken: l10n.t('Provider account {0} of {1}', provider_account_id, provider),
  };
}

function quotaRow({
  id,
  resource,
  name,
  description,
  value,
  overrides,
}: DefaultQuota): ResourceRow {
  const own = overrides?.[0]?.value ?? value;
  return {
    kind: 'quota',
    resourceId: id,
    name: name ?? resource,
    source: { geo: globalGeo, path: `/v2/cloud-gateways/default-resource-quotas` },
    description: String(own),
    icon: icons.quota,
    lines: [
      [l10n.t('Qualifier'), resource],
      [l10n.t('Description'), description ?? undefined],
    ],
    spoken: l10n.t('Quota {0}: {1}', name ?? resource, own),
  };
}
