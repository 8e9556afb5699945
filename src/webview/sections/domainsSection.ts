// The custom domains, each with the DNS records that it needs.
import {
  type Caution,
  type DomainRecords,
  domainRecords,
  type NoRecordsReason,
} from '../../dns/domainRecords';
import { dnsPrefix } from '../../dns/prefix';
import { zoneLines } from '../../dns/zoneLines';
import type { CustomDomain } from '../../konnect/client';
import type { Translate } from '../../text';
import { type GatewayParts, loaded } from '../gatewayParts';
import type { Block, Button, Card, Records, Section } from '../protocol';
import { shownName, shownSentence } from '../shownName';
import { copyText, failureNotice, gradeMark, notice } from './pieces';
import { stateMark } from './states';

export function domainsSection(parts: GatewayParts, t: Translate): Section {
  const { domains, controlPlane, configuration } = parts;
  // Records depend on all three, and records that change while they are read would be worse than a short wait.
  const loading = [domains, controlPlane, configuration].some(({ state }) => state === 'loading');
  return {
    id: 'domains',
    title: t('Custom Domains'),
    intro: t('Create these records where the DNS of the domain is managed.'),
    loading,
    blocks: loading ? [] : blocks(parts, t),
  };
}

function blocks(parts: GatewayParts, t: Translate): readonly Block[] {
  const { domains } = parts;
  if (domains.state === 'failed') {
    return [failureNotice(t('The custom domains could not be read.'), domains.failure, t)];
  }
  const found = loaded(domains) ?? [];
  if (found.length === 0) return [notice('empty', t('No custom domains yet.'), createButton(t))];
  const controlPlane = loaded(parts.controlPlane);
  const gateway = {
    prefix: controlPlane && dnsPrefix(controlPlane),
    apiAccess: loaded(parts.configuration)?.api_access,
  };
  return found.map((domain) => card(domain, domainRecords(domain, gateway), t));
}

function createButton(t: Translate): Button {
  return { label: t('Create Custom Domain'), does: 'createCustomDomain' };
}

function card(domain: CustomDomain, result: DomainRecords, t: Translate): Card {
  return {
    kind: 'card',
    id: domain.id,
    title: shownName(domain.domain),
    marks: [stateMark(domain.state, t)],
    facts: [],
    loading: false,
    blocks: [
      ...reasonBlocks(domain, t),
      ...(result.kind === 'records'
        ? [
            records(domain, result, t),
            ...result.cautions.map((caution) => cautionNotice(caution, t)),
          ]
        : [notice('warning', noRecordsText(result.reason, t))]),
    ],
  };
}

function reasonBlocks({ state, state_metadata }: CustomDomain, t: Translate): readonly Block[] {
  const reason = state_metadata?.reason ?? '';
  if (reason !== '') return [notice('warning', t('Konnect reports: {0}', shownSentence(reason)))];
  return state === 'error' ? [notice('warning', t('Konnect does not say what went wrong.'))] : [];
}

function records(
  domain: CustomDomain,
  { records: found }: DomainRecords & { kind: 'records' },
  t: Translate,
): Records {
  return {
    kind: 'records',
    caption: t('DNS records for {0}', shownName(domain.domain)),
    columns: [t('Host'), t('Type'), t('Value'), t('TTL')],
    rows: found.map(({ host, type, value, ttlSeconds }) => [
      copyText(host, t('host {0}', host), t),
      type,
      copyText(value, t('value of {0}', host), t),
      String(ttlSeconds),
    ]),
    mark: gradeMark('derived', t),
    copyAll: { label: t('Copy All'), text: zoneLines(found) },
  };
}

function noRecordsText(reason: NoRecordsReason, t: Translate): string {
  switch (reason) {
    case 'serverless':
      return t(
        'This domain belongs to a serverless gateway, whose records are not known to this extension.',
      );
    case 'domain-unusable':
      return t('This is not a valid domain name, so no records are shown.');
    case 'prefix-unknown':
      return t(
        'The endpoint of the control plane is not known or does not have the known form, so no records can be worked out.',
      );
  }
}

function cautionNotice(caution: Caution, t: Translate): Block {
  switch (caution) {
    case 'apex':
      return notice(
        'warning',
        t(
          'This is the apex of a zone, where DNS allows no CNAME. Use what your DNS provider offers instead (ALIAS, ANAME or CNAME flattening), or a subdomain.',
        ),
      );
    case 'possible-apex':
      return notice(
        'warning',
        t(
          'If this is the apex of your zone, DNS allows no CNAME there: use what your DNS provider offers instead (ALIAS, ANAME or CNAME flattening), or a subdomain.',
        ),
      );
    case 'wildcard':
      return notice(
        'info',
        t(
          'Kong does not document wildcard domains. The name for the certificate follows the rules of ACME; check the status of the domain after you create it.',
        ),
      );
    case 'private-only':
      return notice(
        'info',
        t(
          'This gateway is private, so the public name would not lead to it. Point the domain at the private addresses or at a load balancer of your own; only the record for the certificate is shown.',
        ),
      );
    case 'access-unknown':
      return notice(
        'info',
        t(
          'It is not known whether this gateway is public. If it is private only, the first record does not lead to it.',
        ),
      );
  }
}
