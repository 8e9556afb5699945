// The six kinds of transit gateways and five of private DNS: for which cloud, with which fields, what may be changed.
import type { Translate } from '../../text';
import type { Field } from './fields';
import * as field from './fields';

export interface AttachmentKind {
  readonly kind: string;
  readonly provider: 'aws' | 'azure' | 'gcp';
  readonly label: (t: Translate) => string;
  /** What has to be there before, or is to be done after. */
  readonly hint: (t: Translate) => string;
  readonly fields: readonly Field[];
  /** Routes to ranges of the user's own, which Konnect wants to know. */
  readonly hasRanges?: boolean;
  /** What Konnect lets be changed later; anything else takes delete and create (FACTS 5.6, 5.7). */
  readonly change?: 'ranges' | 'resources' | 'servers';
}

const azurePlace = [field.tenant, field.subscription, field.resourceGroup];
const azureHint = (t: Translate) =>
  t('Consent for Kong’s application in your Entra tenant, with the role to make peerings.');

export const transitGatewayKinds: readonly AttachmentKind[] = [
  {
    kind: 'aws-transit-gateway-attachment',
    provider: 'aws',
    label: (t) => t('AWS transit gateway'),
    hint: (t) => t('Share the transit gateway with Kong’s account by RAM first.'),
    fields: [field.transitGatewayId, field.ramShareArn],
    hasRanges: true,
    change: 'ranges',
  },
  {
    kind: 'aws-vpc-peering-attachment',
    provider: 'aws',
    label: (t) => t('AWS VPC peering'),
    hint: (t) => t('You accept the peering afterwards. Nothing of it can be changed later.'),
    fields: [field.peerAccount, field.peerVpc, field.peerRegion],
    hasRanges: true,
  },
  {
    kind: 'aws-resource-endpoint-attachment',
    provider: 'aws',
    label: (t) => t('AWS resource endpoints (VPC Lattice)'),
    hint: (t) => t('Share the resource configurations with Kong’s account by RAM first.'),
    fields: [field.ramShareArn, field.resources],
    change: 'resources',
  },
  {
    kind: 'azure-vnet-peering-attachment',
    provider: 'azure',
    label: (t) => t('Azure virtual network peering'),
    hint: azureHint,
    fields: [...azurePlace, field.vnet],
  },
  {
    kind: 'azure-vhub-peering-attachment',
    provider: 'azure',
    label: (t) => t('Azure virtual hub peering'),
    hint: azureHint,
    fields: [...azurePlace, field.vhub],
  },
  {
    kind: 'gcp-vpc-peering-attachment',
    provider: 'gcp',
    label: (t) => t('Google Cloud VPC peering'),
    hint: (t) => t('You create the peering from your side too.'),
    fields: [field.peerProject, field.peerNetwork],
  },
];

const serversHint = (t: Translate) => t('DNS servers of your own, reached through the network.');
const zoneHint = (t: Translate) => t('You let Kong’s network use the zone afterwards.');

export const privateDnsKinds: readonly AttachmentKind[] = [
  {
    kind: 'aws-private-hosted-zone-attachment',
    provider: 'aws',
    label: (t) => t('AWS private hosted zone'),
    hint: zoneHint,
    fields: [field.hostedZone],
  },
  {
    kind: 'aws-outbound-resolver',
    provider: 'aws',
    label: (t) => t('AWS outbound resolver'),
    hint: serversHint,
    fields: [field.servers],
    change: 'servers',
  },
  {
    kind: 'gcp-private-hosted-zone-attachment',
    provider: 'gcp',
    label: (t) => t('Google Cloud private zone'),
    hint: zoneHint,
    fields: [field.zoneDomain, field.peerProject, field.peerNetwork],
  },
  {
    kind: 'azure-private-hosted-zone-attachment',
    provider: 'azure',
    label: (t) => t('Azure private zone'),
    hint: zoneHint,
    fields: [
      field.zoneDomain,
      field.named(field.tenant, 'peer_tenant_id'),
      field.named(field.subscription, 'peer_subscription_id'),
      field.named(field.resourceGroup, 'peer_resource_group_id'),
      field.linkName,
    ],
  },
  {
    kind: 'azure-outbound-resolver',
    provider: 'azure',
    label: (t) => t('Azure outbound resolver'),
    hint: serversHint,
    fields: [field.servers],
    change: 'servers',
  },
];

export function kindOf(kinds: readonly AttachmentKind[], kind: string): AttachmentKind | undefined {
  return kinds.find((one) => one.kind === kind);
}
