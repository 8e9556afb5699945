// The bodies of transit gateways, and the ranges that they may lead to.

import { impossible } from '../http/refusal';
import { byKind, list, object, oneOf, type Read, type Shape, text } from '../http/shape';
import { overlaps, parseCidr } from '../world/cidr';
import type { Network } from '../world/entities';
import type { JsonObject } from '../world/json';
import type { World } from '../world/world';

const word = text({ min: 1 });
const address = text({ pattern: /^(\d{1,3}\.){3}\d{1,3}$/ });
const cidrBlocks = list(text({ min: 1 }), { min: 1 });

const shareArn: Shape<string> = (value, field, report) => {
  const arn = text()(value, field, report);
  if (
    arn !== undefined &&
    !/^arn:aws[\w-]*:ram:[a-z0-9-]+:\d{12}:resource-share\/[\w-]+$/.test(arn)
  ) {
    report({
      field,
      rule: 'is_arn',
      reason: `${field} must be a valid ARN of a RAM resource share`,
    });
  }
  return arn;
};

const dnsConfig = list(
  object({
    remote_dns_server_ip_addresses: list(address, { min: 1 }),
    domain_proxy_list: list(word, { min: 1 }),
  }),
);
const resourceConfig = list(object({ resource_config_id: word, domain_name: word }));

const azure = { tenant_id: word, subscription_id: word, resource_group_name: word };
const config = byKind({
  'aws-transit-gateway-attachment': object({
    kind: oneOf('aws-transit-gateway-attachment'),
    transit_gateway_id: text({ pattern: /^tgw-[0-9a-f]+$/ }),
    ram_share_arn: shareArn,
  }),
  'aws-vpc-peering-attachment': object({
    kind: oneOf('aws-vpc-peering-attachment'),
    peer_account_id: text({ pattern: /^\d{12}$/ }),
    peer_vpc_id: text({ pattern: /^vpc-[0-9a-f]+$/ }),
    peer_vpc_region: word,
  }),
  'aws-resource-endpoint-attachment': object(
    { kind: oneOf('aws-resource-endpoint-attachment'), ram_share_arn: shareArn },
    { resource_config: resourceConfig },
  ),
  'azure-vnet-peering-attachment': object({
    kind: oneOf('azure-vnet-peering-attachment'),
    ...azure,
    vnet_name: word,
  }),
  'azure-vhub-peering-attachment': object({
    kind: oneOf('azure-vhub-peering-attachment'),
    ...azure,
    vhub_name: word,
  }),
  'gcp-vpc-peering-attachment': object({
    kind: oneOf('gcp-vpc-peering-attachment'),
    peer_project_id: word,
    peer_vpc_name: word,
  }),
});

export const creation = object(
  { name: text({ min: 1, max: 120 }), transit_gateway_attachment_config: config },
  { cidr_blocks: cidrBlocks, dns_config: dnsConfig },
);
export type Creation = Read<typeof creation>;

/** The kinds that route to ranges of the customer. */
export const cidrKinds: ReadonlySet<string> = new Set([
  'aws-transit-gateway-attachment',
  'aws-vpc-peering-attachment',
]);

interface Patch {
  readonly cidr_blocks?: readonly string[];
  readonly transit_gateway_attachment_config?: JsonObject;
}

/** What may be changed of an attachment of `kind`; most kinds never change. */
export function patchFor(kind: string): Shape<Patch> | undefined {
  if (kind === 'aws-transit-gateway-attachment') return object({ cidr_blocks: cidrBlocks });
  if (kind !== 'aws-resource-endpoint-attachment') return undefined;
  return object({
    transit_gateway_attachment_config: object({
      kind: oneOf('aws-resource-endpoint-attachment'),
      resource_config: resourceConfig,
    }),
  }) as Shape<Patch>;
}

/** Refuses ranges that cannot be read, or overlap the network or another attachment of it. */
export function checkBlocks(
  world: World,
  network: Network,
  blocks: readonly string[],
  self?: string,
): void {
  const others = world.transitGateways
    .where(({ id, network_id }) => network_id === network.id && id !== self)
    .flatMap(({ cidr_blocks = [] }) => cidr_blocks);
  const used = [network.cidr_block, ...others];
  for (const [index, block] of blocks.entries()) {
    const field = `cidr_blocks.${index}`;
    const cidr = parseCidr(block);
    if (!cidr) throw impossible(field, `${field} must be an IPv4 CIDR block`);
    const clash = used.find((one) => {
      const other = parseCidr(one);
      return other !== undefined && overlaps(other, cidr);
    });
    if (clash === undefined) continue;
    throw impossible(
      field,
      `unable to create transit gateway with cidr block ${block}: overlaps with ${clash}`,
    );
  }
}
