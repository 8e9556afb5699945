// What is left for the user to do in their own cloud for a transit gateway or peering, by kind and state (FACTS 5.6).
import type { Network, ProviderAccount, TransitGateway } from '../../konnect/client';
import type { Translate } from '../../text';

export interface AttachmentStep {
  readonly text: string;
  /** For a shell; words in capitals are to be replaced. */
  readonly command?: string;
}

export interface AttachmentPlace {
  readonly network: Pick<Network, 'region' | 'cidr_block' | 'provider_metadata'> | undefined;
  readonly account: Pick<ProviderAccount, 'provider_account_id'> | undefined;
}

/** In order; empty when nothing is left, or for a kind that this version does not know. */
export function attachmentSteps(
  gateway: TransitGateway,
  place: AttachmentPlace,
  t: Translate,
): readonly AttachmentStep[] {
  const { state, transit_gateway_attachment_config: config } = gateway;
  if (state === 'terminating' || state === 'terminated') return [];
  if (state === 'error') return [afterError(config.kind, t)];
  switch (config.kind) {
    case 'aws-transit-gateway-attachment':
      return awsTransitGateway(gateway, place, t);
    case 'aws-vpc-peering-attachment':
      return awsPeering(gateway, place, t);
    case 'aws-resource-endpoint-attachment':
      return awsResourceEndpoints(gateway, t);
    case 'azure-vnet-peering-attachment':
    case 'azure-vhub-peering-attachment':
      return isWaiting(state) ? [azureConsent(t)] : [];
    case 'gcp-vpc-peering-attachment':
      return isWaiting(state) ? [gcpPeering(gateway, place, t)] : [];
    default:
      return [];
  }
}

/** Something is to be done before Kong's side can go on. */
function isWaiting(state: string): boolean {
  return state !== 'ready';
}

function awsTransitGateway(
  { state, transit_gateway_attachment_config: config }: TransitGateway,
  { network, account }: AttachmentPlace,
  t: Translate,
): readonly AttachmentStep[] {
  const gatewayId = word(config.transit_gateway_id, 'TRANSIT_GATEWAY_ID');
  const region = word(network?.region, 'REGION');
  const share = t(
    'The RAM share must hold this one transit gateway and be shared with account {0}, external accounts allowed. The same transit gateway in two networks needs two shares.',
    word(account?.provider_account_id, 'KONG_ACCOUNT_ID'),
  );
  const accept =
    `aws ec2 accept-transit-gateway-vpc-attachment --region ${region} ` +
    `--transit-gateway-attachment-id ${word(config.attachment_id, 'ATTACHMENT_ID')}\n`;
  const route =
    `aws ec2 create-route --region ${region} --route-table-id ROUTE_TABLE_ID ` +
    `--destination-cidr-block ${cidr(network)} --transit-gateway-id ${gatewayId}\n`;
  return [
    ...(state === 'created' || state === 'initializing' ? [{ text: share }] : []),
    ...(state === 'pending-acceptance' || state === 'pending-user-action'
      ? [{ text: t('Accept the attachment.'), command: accept }]
      : []),
    {
      text: t('In the route table of each VPC, lead the range of the gateway’s network here.'),
      command: route,
    },
    { text: t('Let the range {0} in by the security groups.', cidr(network)) },
    { text: t('Attach each VPC that is to be reached to the transit gateway.') },
  ];
}

function awsPeering(
  { state, transit_gateway_attachment_config: config }: TransitGateway,
  { network }: AttachmentPlace,
  t: Translate,
): readonly AttachmentStep[] {
  const connection = word(config.peering_connection_id, 'PEERING_CONNECTION_ID');
  const region = word(config.peer_vpc_region, 'REGION');
  const accept =
    `aws ec2 accept-vpc-peering-connection --region ${region} ` +
    `--vpc-peering-connection-id ${connection}\n`;
  const route =
    `aws ec2 create-route --region ${region} --route-table-id ROUTE_TABLE_ID ` +
    `--destination-cidr-block ${cidr(network)} --vpc-peering-connection-id ${connection}\n`;
  return [
    ...(state === 'pending-acceptance' || state === 'pending-user-action'
      ? [{ text: t('Accept the peering connection.'), command: accept }]
      : []),
    {
      text: t('In the route table of the VPC, lead the range of the gateway’s network here.'),
      command: route,
    },
    { text: t('Let the range {0} in by the security groups.', cidr(network)) },
  ];
}

function awsResourceEndpoints(
  { state, transit_gateway_attachment_config: config }: TransitGateway,
  t: Translate,
): readonly AttachmentStep[] {
  const resources = config.resource_config ?? [];
  const missing = resources.filter((one) => one.state === 'missing');
  const before = t(
    'Create a resource gateway, a resource configuration and a RAM share (VPC Lattice) in your account.',
  );
  const map = t('Map each resource configuration to the domain under which plugins reach it.');
  return [
    ...(state === 'ready' ? [] : [{ text: before }]),
    ...(state === 'ready' && resources.length === 0 ? [{ text: map }] : []),
    ...missing.map(({ resource_config_id, domain_name }) => ({
      text: t(
        'Kong does not find {0} ({1}). Usually the resource gateway and the network share no availability zone.',
        word(resource_config_id, '?'),
        domain_name ?? '?',
      ),
    })),
  ];
}

function azureConsent(t: Translate): AttachmentStep {
  return {
    text: t(
      'Consent to Kong’s application in your Entra tenant and give it the role “Kong Cloud Gateway Peering Creator”. The link for the consent is in Konnect, on the page of the network; no API returns it.',
    ),
  };
}

function gcpPeering(
  { transit_gateway_attachment_config: config }: TransitGateway,
  { network, account }: AttachmentPlace,
  t: Translate,
): AttachmentStep {
  const command = [
    'gcloud compute networks peerings create PEERING_NAME',
    `--project=${word(config.peer_project_id, 'PROJECT_ID')}`,
    `--network=${word(config.peer_vpc_name, 'NETWORK_NAME')}`,
    `--peer-project=${word(account?.provider_account_id, 'KONG_PROJECT_ID')}`,
    `--peer-network=${word(network?.provider_metadata?.vpc_id, 'KONG_NETWORK')}`,
  ].join(' \\\n  ');
  return { text: t('Create the peering from your side too.'), command: `${command}\n` };
}

function afterError(kind: string, t: Translate): AttachmentStep {
  const canChange =
    kind === 'aws-transit-gateway-attachment' || kind === 'aws-resource-endpoint-attachment';
  return {
    text: canChange
      ? t(
          'Mend what Konnect reports. Ranges (of a transit gateway) and resources (of endpoints) can be changed; for anything else, delete and create it again, which cuts traffic.',
        )
      : t('Mend what Konnect reports, then delete and create it again, which cuts traffic.'),
  };
}

function cidr(network: AttachmentPlace['network']): string {
  const block = network?.cidr_block ?? '';
  return /^[\d./]+$/.test(block) ? block : 'KONG_CIDR';
}

/** An id as it stands in a shell; anything that is none is left for the user to fill in. */
function word(text: string | null | undefined, placeholder: string): string {
  return /^\w[\w.:-]{0,200}$/.test(text ?? '') ? (text ?? '') : placeholder;
}
