// The bodies that create and change private DNS, one form per kind.
import * as z from 'zod/mini';
import { arrayOf } from './write';

const dnsConfig = z.record(
  z.string(),
  z.strictObject({ remote_dns_server_ip_addresses: arrayOf(z.string()) }),
);
const awsResolver = z.strictObject({
  kind: z.literal('aws-outbound-resolver'),
  dns_config: dnsConfig,
});
const azureResolver = z.strictObject({
  kind: z.literal('azure-outbound-resolver'),
  dns_config: dnsConfig,
});
const awsZone = z.strictObject({
  kind: z.literal('aws-private-hosted-zone-attachment'),
  hosted_zone_id: z.string(),
});
const gcpZone = z.strictObject({
  kind: z.literal('gcp-private-hosted-zone-attachment'),
  domain_name: z.string(),
  peer_project_id: z.string(),
  peer_vpc_name: z.string(),
});
const azureZone = z.strictObject({
  kind: z.literal('azure-private-hosted-zone-attachment'),
  domain_name: z.string(),
  peer_tenant_id: z.string(),
  peer_subscription_id: z.string(),
  peer_resource_group_id: z.string(),
  peer_vnet_link_name: z.string(),
});

const resolvers = [awsResolver, azureResolver] as const;
const all = [...resolvers, awsZone, gcpZone, azureZone] as const;

export const privateDnsCreateSchema = z.strictObject({
  name: z.string(),
  private_dns_attachment_config: z.discriminatedUnion('kind', all),
});

export const privateDnsUpdateSchema = z.strictObject({
  name: z.optional(z.string()),
  /** Also when only the name changes: the API description tells the two forms apart by its kind. */
  private_dns_attachment_config: z.discriminatedUnion('kind', resolvers),
});

export type PrivateDnsCreate = z.infer<typeof privateDnsCreateSchema>;
export type PrivateDnsUpdate = z.infer<typeof privateDnsUpdateSchema>;
