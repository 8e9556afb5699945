// Records as lines of a zone file (RFC 1035, section 5): readable, and understood by most DNS tools.
import type { DnsRecord } from './domainRecords';

/** Fully qualified names, one record a line. ALIAS is no DNS type, so such a record becomes a comment. */
export function zoneLines(records: readonly DnsRecord[]): string {
  return records.map((record) => `${zoneLine(record)}\n`).join('');
}

function zoneLine({ host, ttlSeconds, type, value }: DnsRecord): string {
  const line = `${host}.\t${ttlSeconds}\tIN\t${type}\t${value}.`;
  return type === 'ALIAS' ? `; ${line}` : line;
}
