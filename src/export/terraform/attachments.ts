// Transit gateways and private DNS of a network as resources of the provider, which has one attribute for each kind.
import type { PrivateDns } from '../../konnect/resources/privateDns';
import type { TransitGateway } from '../../konnect/resources/transitGateways';
import { hclName } from '../hclName';
import { documentText, Findings } from './document';
import type { HclAttributes } from './hcl';

/** Kind of transit gateway -> the provider's attribute, and the properties that it takes for the attachment. */
const transitGatewayKinds: ReadonlyMap<string, readonly [string, readonly string[]]> = new Map([
  [
    'aws-transit-gateway-attachment',
    ['aws_transit_gateway', ['transit_gateway_id', 'ram_share_arn']],
  ],
  [
    'aws-vpc-peering-attachment',
    ['aws_vpc_peering_gateway', ['peer_account_id', 'peer_vpc_id', 'peer_vpc_region']],
  ],
  ['aws-resource-endpoint-attachment', ['aws_resource_endpoint_gateway', ['ram_share_arn']]],
  [
    'azure-vnet-peering-attachment',
    ['azure_transit_gateway', ['tenant_id', 'subscription_id', 'resource_group_name', 'vnet_name']],
  ],
  [
    'azure-vhub-peering-attachment',
    [
      'azure_vhub_peering_gateway',
      ['tenant_id', 'subscription_id', 'resource_group_name', 'vhub_name'],
    ],
  ],
  [
    'gcp-vpc-peering-attachment',
    ['gcp_vpc_peering_transit_gateway', ['peer_project_id', 'peer_vpc_name']],
  ],
]);

const privateDnsKinds: ReadonlyMap<string, readonly [string, readonly string[]]> = new Map([
  [
    'aws-private-hosted-zone-attachment',
    ['aws_private_hosted_zone_attachment_config', ['hosted_zone_id']],
  ],
  ['aws-outbound-resolver', ['aws_private_dns_resolver_attachment_config', []]],
  [
    'gcp-private-hosted-zone-attachment',
    [
      'gcp_private_hosted_zone_attachment_config',
      ['domain_name', 'peer_project_id', 'peer_vpc_name'],
    ],
  ],
  [
    'azure-private-hosted-zone-attachment',
    [
      'azure_private_hosted_zone_attachment_config',
      [
        'domain_name',
        'peer_tenant_id',
        'peer_subscription_id',
        'peer_resource_group_id',
        'peer_vnet_link_name',
      ],
    ],
  ],
  ['azure-outbound-resolver', ['azure_private_dns_resolver_attachment_config', []]],
]);

/** Undefined for a kind that the provider does not have. */
export function transitGatewayText(
  networkId: string,
  { id, name, cidr_blocks, dns_config, transit_gateway_attachment_config }: TransitGateway,
): string | undefined {
  const { kind, resource_config } = transit_gateway_attachment_config;
  const [attribute, properties] = transitGatewayKinds.get(kind) ?? [];
  if (attribute === undefined) return undefined;
  const attachment = {
    ...chosen(transit_gateway_attachment_config, properties ?? []),
    resource_config: resource_config?.map(({ resource_config_id, domain_name }) => ({
      resource_config_id,
      domain_name,
    })),
  };
  const dns = dns_config.map(({ remote_dns_server_ip_addresses, domain_proxy_list }) => ({
    remote_dns_server_ip_addresses,
    domain_proxy_list,
  }));
  const gateway = {
    name,
    cidr_blocks: hasRanges(kind) ? cidr_blocks : undefined,
    dns_config: dns.length === 0 ? undefined : dns,
    transit_gateway_attachment_config: { kind, ...attachment },
  };
  const label = hclName(name);
  return documentText(
    {
      type: 'konnect_cloud_gateway_transit_gateway',
      label,
      attributes: { network_id: networkId, [attribute]: gateway },
      importId: { id, network_id: networkId },
      unread: [attribute],
    },
    new Findings(label),
  );
}

function hasRanges(kind: string): boolean {
  return kind === 'aws-transit-gateway-attachment' || kind === 'aws-vpc-peering-attachment';
}

/** Undefined for a kind that the provider does not have. */
export function privateDnsText(
  networkId: string,
  { id, name, private_dns_attachment_config }: PrivateDns,
): string | undefined {
  const { kind, dns_config } = private_dns_attachment_config;
  const [attribute, properties] = privateDnsKinds.get(kind) ?? [];
  if (attribute === undefined) return undefined;
  const resolvers = kind.endsWith('-outbound-resolver') ? (dns_config ?? {}) : undefined;
  const attachment = {
    kind,
    ...chosen(private_dns_attachment_config, properties ?? []),
    dns_config: resolvers && serversByDomain(resolvers),
  };
  const label = hclName(name);
  return documentText(
    {
      type: 'konnect_cloud_gateway_private_dns',
      label,
      attributes: {
        network_id: networkId,
        name,
        private_dns_attachment_config: { [attribute]: attachment },
      },
      importId: { id, network_id: networkId },
      unread: ['private_dns_attachment_config'],
    },
    new Findings(label),
  );
}

function serversByDomain(
  resolvers: NonNullable<PrivateDns['private_dns_attachment_config']['dns_config']>,
): HclAttributes {
  return Object.fromEntries(
    Object.entries(resolvers).map(([domain, { remote_dns_server_ip_addresses }]) => [
      domain,
      { remote_dns_server_ip_addresses },
    ]),
  );
}

/** Attachments hold texts only, apart from the lists that are written out above. */
function chosen(
  attachment: Readonly<Record<string, unknown>>,
  properties: readonly string[],
): HclAttributes {
  return Object.fromEntries(
    properties.map((property) => {
      const value = attachment[property];
      return [property, typeof value === 'string' ? value : undefined];
    }),
  );
}
