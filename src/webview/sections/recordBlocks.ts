// The records of one domain: as a table, with what is to be minded, and in the formats of DNS tools.
import type { Caution, DnsRecord, NoRecordsReason } from '../../dns/domainRecords';
import { recordsCsv } from '../../export/dns/csv';
import { changeBatchText } from '../../export/dns/route53';
import { terraformRecords } from '../../export/dns/terraformRecords';
import { zoneFile } from '../../export/dns/zoneFile';
import type { Translate } from '../../text';
import type { Block, CodeForm, CodeLanguage, Details, Notice, Records } from '../protocol';
import { shownName } from '../shownName';
import { copyText, gradeMark, notice } from './pieces';

export interface RecordsOfDomain {
  readonly records: readonly DnsRecord[];
  readonly cautions: readonly Caution[];
}

export function recordBlocks(
  domain: { readonly id: string; readonly domain: string },
  { records, cautions }: RecordsOfDomain,
  t: Translate,
): readonly Block[] {
  const name = shownName(domain.domain);
  return [
    table(name, records, t),
    ...cautions.map((caution) => cautionNotice(caution, t)),
    formats(domain.id, name, records, t),
  ];
}

function table(name: string, records: readonly DnsRecord[], t: Translate): Records {
  return {
    kind: 'records',
    caption: t('DNS records for {0}', name),
    columns: [t('Host'), t('Type'), t('Value'), t('TTL')],
    rows: records.map(({ host, type, value, ttlSeconds }) => [
      copyText(host, t('host {0}', host), t),
      type,
      copyText(value, t('value of {0}', host), t),
      String(ttlSeconds),
    ]),
    mark: gradeMark('derived', t),
    copyAll: { label: t('Copy All'), text: zoneFile(records) },
  };
}

function formats(id: string, name: string, records: readonly DnsRecord[], t: Translate): Details {
  const batch = changeBatchText(name, records);
  const forms = [
    form('bind', t('Zone file'), 'plaintext', zoneFile(records)),
    ...(batch === undefined ? [] : [form('route53', t('Route 53 change batch'), 'json', batch)]),
    form('terraform', t('Terraform'), 'terraform', terraformRecords(records)),
    form('csv', t('CSV'), 'csv', recordsCsv(records)),
  ];
  const label = t('Records for DNS tools');
  const code = { kind: 'code', id: `formats-${id}`, label: `${label}: ${name}`, forms } as const;
  return { kind: 'details', id: `tools-${id}`, label, open: false, blocks: [code] };
}

function form(id: string, label: string, language: CodeLanguage, text: string): CodeForm {
  return { id, label, versions: [{ id, label, language, text }] };
}

export function noRecordsNotice(reason: NoRecordsReason, t: Translate): Notice {
  return notice('warning', noRecordsText(reason, t));
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
