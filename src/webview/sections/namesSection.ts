// The public names of the gateway: one for all regions, and those of each region.
import { accessOf } from '../../dns/access';
import { type EdgeName, edgeNames } from '../../dns/edgeNames';
import { dnsPrefix } from '../../dns/prefix';
import type { Translate } from '../../text';
import { type GatewayParts, loaded } from '../gatewayParts';
import type { Block, Section, Values } from '../protocol';
import { copyText, failureNotice, gradeMark, notice, placeText } from './pieces';

export function namesSection(parts: GatewayParts, t: Translate): Section {
  const loading = parts.controlPlane.state === 'loading' || parts.configuration.state === 'loading';
  return {
    id: 'names',
    title: t('Public Names'),
    intro: t('Where clients reach this gateway without a domain of your own.'),
    loading,
    blocks: loading ? [] : blocks(parts, t),
  };
}

function blocks(parts: GatewayParts, t: Translate): readonly Block[] {
  const configuration = loaded(parts.configuration);
  const controlPlane = loaded(parts.controlPlane);
  const prefix = controlPlane && dnsPrefix(controlPlane);
  const groups = configuration?.dataplane_groups ?? [];
  const edges = edgeNames({ prefix, apiAccess: configuration?.api_access, groups });
  return [
    ...(edges.length > 0 ? [names(edges, t)] : []),
    ...(controlPlane !== undefined && prefix === undefined ? [prefixNotice(t)] : []),
    ...limits(parts, t),
  ];
}

/** Why there are fewer names than one may expect. */
function limits({ configuration }: GatewayParts, t: Translate): readonly Block[] {
  if (configuration.state === 'failed') {
    const what = t(
      'The data plane groups could not be read, so the names of single regions are missing.',
    );
    return [failureNotice(what, configuration.failure, t)];
  }
  const current = loaded(configuration);
  if (current === undefined || current.dataplane_groups.length === 0) {
    return [
      notice('info', t('There are no data planes yet: nothing answers under a public name.')),
    ];
  }
  return accessOf(current.api_access) === 'private' ? [privateNotice(t)] : [];
}

function prefixNotice(t: Translate): Block {
  return notice(
    'warning',
    t(
      'Public names cannot be worked out: the endpoint of this control plane does not have the known form.',
    ),
  );
}

function privateNotice(t: Translate): Block {
  return notice(
    'info',
    t(
      'This gateway is private: no public name leads to it. Point clients at its private addresses or at a load balancer of your own.',
    ),
  );
}

function names(edges: readonly EdgeName[], t: Translate): Values {
  return {
    kind: 'values',
    items: edges.map((edge) => {
      const label = edge.place === undefined ? t('All regions') : placeText(edge.place);
      return { label, value: copyText(edge.name, edge.name, t), mark: gradeMark(edge.grade, t) };
    }),
  };
}
