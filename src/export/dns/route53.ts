// DNS records as a change batch for `aws route53 change-resource-record-sets --change-batch file://…`.
import type { DnsRecord } from '../../dns/domainRecords';

/** ChangeBatch of the Route 53 API. */
export interface ChangeBatch {
  readonly Comment: string;
  readonly Changes: readonly {
    readonly Action: 'UPSERT';
    readonly ResourceRecordSet: {
      readonly Name: string;
      readonly Type: 'CNAME';
      readonly TTL: number;
      readonly ResourceRecords: readonly { readonly Value: string }[];
    };
  }[];
}

const longestComment = 256;

/** Without records at an apex: an alias record of Route 53 cannot point outside AWS. */
export function changeBatch(domain: string, records: readonly DnsRecord[]): ChangeBatch {
  return {
    Comment: `Custom domain ${domain} of a Kong Dedicated Cloud Gateway`.slice(0, longestComment),
    Changes: records
      .filter(({ type }) => type === 'CNAME')
      .map(({ host, ttlSeconds, value }) => ({
        Action: 'UPSERT',
        ResourceRecordSet: {
          Name: `${host}.`,
          Type: 'CNAME',
          TTL: ttlSeconds,
          ResourceRecords: [{ Value: `${value}.` }],
        },
      })),
  };
}

/** Undefined when there is nothing that Route 53 could hold. */
export function changeBatchText(domain: string, records: readonly DnsRecord[]): string | undefined {
  const batch = changeBatch(domain, records);
  return batch.Changes.length === 0 ? undefined : `${JSON.stringify(batch, undefined, 2)}\n`;
}
