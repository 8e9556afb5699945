// The bodies that create and change a transit gateway, one form per kind.
import * as z from 'zod/mini';
import { arrayOf } from './write';

const dnsConfig = arrayOf(
  z.strictObject({
    remote_dns_server_ip_addresses: arrayOf(z.string()),
    domain_proxy_list: arrayOf(z.string()),
  }),
);
const resourceConfig = arrayOf(
  z.strictObject({ resource_config_id: z.string(), domain_name: z.string() }),
);
const common = { name: z.string(), dns_config: z.optional(dnsConfig) };
/** The customer's ranges; must not overlap the network's. */
const withRanges = { ...common, cidr_blocks: arrayOf(z.string()) };

const awsTransitGateway = z.strictObject({
  kind: z.literal('aws-transit-gateway-attachment'),
  transit_gateway_id: z.string(),
  ram_share_arn: z.string(),
});
const awsVpcPeering = z.strictObject({
  kind: z.literal('aws-vpc-peering-attachment'),
  peer_account_id: z.string(),
  peer_vpc_id: z.string(),
  peer_vpc_region: z.string(),
});
const awsResourceEndpoint = z.strictObject({
  kind: z.literal('aws-resource-endpoint-attachment'),
  ram_share_arn: z.string(),
  resource_config: z.optional(resourceConfig),
});
const azure = {
  tenant_id: z.string(),
  subscription_id: z.string(),
  resource_group_name: z.string(),
};
const azureVnet = z.strictObject({
  kind: z.literal('azure-vnet-peering-attachment'),
  ...azure,
  vnet_name: z.string(),
});
const azureVhub = z.strictObject({
  kind: z.literal('azure-vhub-peering-attachment'),
  ...azure,
  vhub_name: z.string(),
});
const gcpVpc = z.strictObject({
  kind: z.literal('gcp-vpc-peering-attachment'),
  peer_project_id: z.string(),
  peer_vpc_name: z.string(),
});

const ranged = z.strictObject({
  ...withRanges,
  transit_gateway_attachment_config: z.discriminatedUnion('kind', [
    awsTransitGateway,
    awsVpcPeering,
  ]),
});
const plain = z.strictObject({
  ...common,
  transit_gateway_attachment_config: z.discriminatedUnion('kind', [
    awsResourceEndpoint,
    azureVnet,
    azureVhub,
    gcpVpc,
  ]),
});

export const transitGatewayCreateSchema = z.union([ranged, plain]);

export const transitGatewayUpdateSchema = z.union([
  z.strictObject({ cidr_blocks: arrayOf(z.string()) }),
  z.strictObject({
    transit_gateway_attachment_config: z.strictObject({
      kind: z.literal('aws-resource-endpoint-attachment'),
      resource_config: resourceConfig,
    }),
  }),
]);

export type TransitGatewayCreate = z.infer<typeof transitGatewayCreateSchema>;
export type TransitGatewayUpdate = z.infer<typeof transitGatewayUpdateSchema>;
