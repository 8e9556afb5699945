// The addresses of each data plane group: where its requests come from, and where private clients reach it.
import { edgeNames, healthAddress } from '../../dns/edgeNames';
import { dnsPrefix } from '../../dns/prefix';
import {
  addressesOf,
  nginxAllow,
  securityGroupCommand,
  securityGroupTerraform,
} from '../../export/allowLists';
import type { DataPlaneGroup } from '../../konnect/client';
import type { Translate } from '../../text';
import { type GatewayParts, loaded } from '../gatewayParts';
import type { Block, Card, CodeForm, Details, Section, Values } from '../protocol';
import { shownSentence } from '../shownName';
import { copyText, gradeMark, notice, placeText } from './pieces';
import { stateMark } from './states';

/** Undefined when there are no groups, which other sections say. */
export function addressesSection(parts: GatewayParts, t: Translate): Section | undefined {
  const groups = loaded(parts.configuration)?.dataplane_groups ?? [];
  if (groups.length === 0) return undefined;
  return {
    id: 'addresses',
    title: t('Addresses'),
    intro: t('Requests to your upstream services come from the egress addresses.'),
    loading: parts.controlPlane.state === 'loading',
    blocks:
      parts.controlPlane.state === 'loading' ? [] : groups.map((group) => card(group, parts, t)),
  };
}

function card(group: DataPlaneGroup, parts: GatewayParts, t: Translate): Card {
  const egress = addressesOf(group.egress_ip_addresses);
  const items = [
    ...addressItems(t('Egress'), egress, t),
    ...addressItems(t('Private'), addressesOf(group.private_ip_addresses), t),
    ...healthItems(group, parts, t),
  ];
  const reason = group.state_metadata?.reason ?? '';
  return {
    kind: 'card',
    id: group.id,
    title: placeText(group),
    marks: [stateMark(group.state, t)],
    facts: [],
    loading: false,
    blocks: [
      ...(reason === ''
        ? []
        : [notice('warning', t('Konnect reports: {0}', shownSentence(reason)))]),
      items.length > 0 ? { kind: 'values', items } : notice('info', t('No addresses yet.')),
      ...allowLists(group, egress, t),
    ],
  };
}

function addressItems(label: string, addresses: readonly string[], t: Translate): Values['items'] {
  if (addresses.length === 0) return [];
  const value = copyText(addresses.join(' '), t('addresses: {0}', label), t);
  return [{ label, value, mark: gradeMark('returned', t) }];
}

/** Nobody outside can ask a private gateway, and then there is no public name. */
function healthItems(group: DataPlaneGroup, parts: GatewayParts, t: Translate): Values['items'] {
  const controlPlane = loaded(parts.controlPlane);
  const edges = edgeNames({
    prefix: controlPlane && dnsPrefix(controlPlane),
    apiAccess: loaded(parts.configuration)?.api_access,
    groups: [group],
  });
  return edges
    .filter(({ place }) => place !== undefined)
    .map((edge) => {
      const label = t('Health check');
      const value = copyText(healthAddress(edge), label, t);
      return { label, value, mark: gradeMark('derived', t) };
    });
}

function allowLists(
  group: DataPlaneGroup,
  egress: readonly string[],
  t: Translate,
): readonly Block[] {
  if (egress.length === 0) return [];
  const description = `Kong gateway ${group.provider} ${group.region}`;
  const forms: readonly CodeForm[] = [
    form('nginx', t('nginx'), 'nginx', nginxAllow(egress)),
    form('cli', t('AWS command line'), 'shellscript', securityGroupCommand(egress, description)),
    form('terraform', t('Terraform'), 'terraform', securityGroupTerraform(egress, description)),
  ];
  const label = t('Let in the egress addresses');
  const code = { kind: 'code', id: `allow-${group.id}`, label, forms } as const;
  const id = `allow-${group.id}-shown`;
  return [{ kind: 'details', id, label, open: false, blocks: [code] } satisfies Details];
}

function form(
  id: string,
  label: string,
  language: 'nginx' | 'shellscript' | 'terraform',
  text: string,
): CodeForm {
  return { id, label, versions: [{ id, label, language, text }] };
}
