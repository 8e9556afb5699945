// DNS records as Terraform resources of Route 53.
import type { DnsRecord } from '../../dns/domainRecords';
import { hclName } from '../hclName';
import { quoted } from '../terraform/hcl';

/** One resource for each CNAME; the hosted zone is a variable. An apex cannot be expressed and becomes a comment. */
export function terraformRecords(records: readonly DnsRecord[]): string {
  return records.map(resource).join('\n');
}

function resource({ purpose, host, type, value, ttlSeconds }: DnsRecord): string {
  if (type === 'ALIAS') {
    return `# ${host}: Route 53 has no alias to a name outside AWS; use a subdomain.\n`;
  }
  const wildcard = host.startsWith('*.') ? 'wildcard_' : '';
  const name = `${wildcard}${hclName(host.replace(/^_acme-challenge\./, ''))}_${purpose}`;
  return [
    `resource "aws_route53_record" "${name}" {`,
    '  zone_id = var.zone_id',
    `  name    = ${quoted(host)}`,
    '  type    = "CNAME"',
    `  ttl     = ${ttlSeconds}`,
    `  records = [${quoted(value)}]`,
    '}',
    '',
  ].join('\n');
}
