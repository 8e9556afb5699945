// The addresses of each data plane group: where its requests come from, and where private clients reach it.
import { type EdgeName, healthAddress } from '../../dns/edgeNames';
import {
  addressesOf,
  nginxAllow,
  securityGroupCommand,
  securityGroupTerraform,
} from '../../export/allowLists';
import type { DataPlaneGroup } from '../../konnect/client';
import type { Translate } from '../../text';
import { edgesOfGroup, type ProbedEdge } from '../edgeProbes';
import { type GatewayParts, loaded } from '../gatewayParts';
import type { Block, Card, CodeForm, Details, Section, Values } from '../protocol';
import type { Run, RunResults } from '../runs';
import { shownSentence } from '../shownName';
import { healthWords } from './healthWords';
import { copyText, gradeMark, notice, placeText } from './pieces';
import { stateMark } from './states';

/** Undefined when there are no groups, which other sections say. */
export function addressesSection(
  parts: GatewayParts,
  probes: RunResults<readonly ProbedEdge[]>,
  t: Translate,
): Section | undefined {
  const groups = loaded(parts.configuration)?.dataplane_groups ?? [];
  if (groups.length === 0) return undefined;
  return {
    id: 'addresses',
    title: t('Addresses'),
    intro: t('Requests to your upstream services come from the egress addresses.'),
    loading: parts.controlPlane.state === 'loading',
    blocks:
      parts.controlPlane.state === 'loading'
        ? []
        : groups.map((group) => card(group, parts, probes.get(group.id), t)),
  };
}

function card(
  group: DataPlaneGroup,
  parts: GatewayParts,
  probe: Run<readonly ProbedEdge[]> | undefined,
  t: Translate,
): Card {
  const edges = edgesOfGroup(parts, group);
  const egress = addressesOf(group.egress_ip_addresses);
  const items = [
    ...addressItems(t('Egress'), egress, t),
    ...addressItems(t('Private'), addressesOf(group.private_ip_addresses), t),
    ...healthItems(edges, t),
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
      ...(edges.length === 0 ? [] : probeBlocks(group.id, probe, t)),
      ...allowLists(group, egress, t),
    ],
  };
}

function addressItems(label: string, addresses: readonly string[], t: Translate): Values['items'] {
  if (addresses.length === 0) return [];
  const value = copyText(addresses.join(' '), t('addresses: {0}', label), t);
  return [{ label, value, mark: gradeMark('returned', t) }];
}

function healthItems(edges: readonly EdgeName[], t: Translate): Values['items'] {
  return edges.map((edge) => {
    const label = t('Health check');
    const value = copyText(healthAddress(edge), label, t);
    return { label, value, mark: gradeMark(edge.grade, t) };
  });
}

function probeBlocks(
  groupId: string,
  probe: Run<readonly ProbedEdge[]> | undefined,
  t: Translate,
): readonly Block[] {
  const isBusy = probe?.state === 'running';
  const label = isBusy ? t('Asking…') : t('Ask for Health');
  const probed = probe?.state === 'done' ? probe.value : [];
  return [
    { kind: 'actions', buttons: [{ label, does: 'probe', subject: groupId, isBusy }] },
    ...probed.map((edge) => {
      const { tone, text } = healthWords(edge, t);
      return notice(tone === 'error' ? 'bad' : tone, text);
    }),
  ];
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
