// The questions of each kind of attachment: what is asked for, an example, and what it must look like.
import type { Translate } from '../../text';
import {
  awsAccount,
  awsRegion,
  azureGroup,
  azureName,
  domainName,
  type FieldCheck,
  googleNetwork,
  googleProject,
  pattern,
  ramShare,
  resolvers,
  resourceMapping,
  uuid,
} from './fieldChecks';

export interface Field {
  /** As in the request. */
  readonly name: string;
  readonly prompt: (t: Translate) => string;
  readonly example: string;
  readonly check: FieldCheck;
}

export const transitGatewayId: Field = {
  name: 'transit_gateway_id',
  prompt: (t) => t('ID of your transit gateway'),
  example: 'tgw-0123456789abcdef0',
  check: pattern(/^tgw-[0-9a-f]{8}([0-9a-f]{9})?$/, 'tgw-0123456789abcdef0'),
};
export const ramShareArn: Field = {
  name: 'ram_share_arn',
  prompt: (t) => t('ARN of the RAM share with which you share it with Kong’s account'),
  example: 'arn:aws:ram:eu-west-1:123456789012:resource-share/…',
  check: ramShare,
};
export const peerAccount: Field = {
  name: 'peer_account_id',
  prompt: (t) => t('Your AWS account, in which the VPC is'),
  example: '123456789012',
  check: awsAccount,
};
export const peerVpc: Field = {
  name: 'peer_vpc_id',
  prompt: (t) => t('ID of your VPC'),
  example: 'vpc-0f1e2d3c4b5a67890',
  check: pattern(/^vpc-[0-9a-f]{8}([0-9a-f]{9})?$/, 'vpc-0f1e2d3c4b5a67890'),
};
export const peerRegion: Field = {
  name: 'peer_vpc_region',
  prompt: (t) => t('Region of your VPC'),
  example: 'eu-west-1',
  check: awsRegion,
};
export const resources: Field = {
  name: 'resource_config',
  prompt: (t) =>
    t(
      'Resource configurations and the domains under which gateways reach them; may be left empty and set later',
    ),
  example: 'rcfg-0123456789abcdef0 = orders.internal.example.com; …',
  check: resourceMapping,
};
export const tenant: Field = {
  name: 'tenant_id',
  prompt: (t) => t('ID of your Entra tenant'),
  example: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
  check: uuid,
};
export const subscription: Field = {
  name: 'subscription_id',
  prompt: (t) => t('ID of your Azure subscription'),
  example: 'b2c3d4e5-f6a7-8901-bcde-f12345678901',
  check: uuid,
};
export const resourceGroup: Field = {
  name: 'resource_group_name',
  prompt: (t) => t('Name of the resource group'),
  example: 'rg-network',
  check: azureGroup,
};
export const vnet: Field = {
  name: 'vnet_name',
  prompt: (t) => t('Name of your virtual network'),
  example: 'vnet-prod',
  check: azureName,
};
export const vhub: Field = {
  name: 'vhub_name',
  prompt: (t) => t('Name of your virtual hub'),
  example: 'vhub-prod',
  check: azureName,
};
export const peerProject: Field = {
  name: 'peer_project_id',
  prompt: (t) => t('ID of your Google Cloud project'),
  example: 'my-project-123',
  check: googleProject,
};
export const peerNetwork: Field = {
  name: 'peer_vpc_name',
  prompt: (t) => t('Name of your VPC network'),
  example: 'vpc-prod',
  check: googleNetwork,
};
export const hostedZone: Field = {
  name: 'hosted_zone_id',
  prompt: (t) => t('ID of your private hosted zone'),
  example: 'Z07319582QK4V9XH1T2BD',
  check: pattern(/^Z[A-Z0-9]{1,31}$/, 'Z07319582QK4V9XH1T2BD'),
};
export const zoneDomain: Field = {
  name: 'domain_name',
  prompt: (t) => t('Domain of the private zone'),
  example: 'internal.example.com',
  check: domainName,
};
export const linkName: Field = {
  name: 'peer_vnet_link_name',
  prompt: (t) => t('Name of the virtual network link that Kong is to make'),
  example: 'kong-link',
  check: azureName,
};
export const servers: Field = {
  name: 'dns_config',
  prompt: (t) => t('Domains and the DNS servers that know them'),
  example: 'internal.example.com = 10.0.0.10, 10.0.0.11; …',
  check: resolvers,
};

/** The same field under another name. */
export function named(field: Field, name: string): Field {
  return { ...field, name };
}
