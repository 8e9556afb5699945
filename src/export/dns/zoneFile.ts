// DNS records as lines of a zone file (RFC 1035, section 5), which BIND and most DNS providers import.
import type { DnsRecord } from '../../dns/domainRecords';

/** Fully qualified, one record a line. ALIAS is no type of DNS, so such a record is a comment. */
export function zoneFile(records: readonly DnsRecord[]): string {
  return records.map((record) => `${zoneLine(record)}\n`).join('');
}

function zoneLine({ host, ttlSeconds, type, value }: DnsRecord): string {
  const line = `${host}.\t${ttlSeconds}\tIN\t${type}\t${value}.`;
  return type === 'ALIAS' ? `; ${line}` : line;
}
