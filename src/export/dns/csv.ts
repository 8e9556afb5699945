// Tables as comma-separated values (RFC 4180).
import type { DnsRecord } from '../../dns/domainRecords';

export function recordsCsv(records: readonly DnsRecord[]): string {
  const rows = records.map(({ host, type, value, ttlSeconds }) => [
    host,
    type,
    value,
    String(ttlSeconds),
  ]);
  return csv([['host', 'type', 'value', 'ttl'], ...rows]);
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheets run what begins like a formula. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
