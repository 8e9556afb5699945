// What the user has to do in their own cloud for a private DNS of a network, by kind (FACTS 5.7).
import type { PrivateDns } from '../../konnect/resources/privateDns';
import type { Translate } from '../../text';
import type { AttachmentPlace, AttachmentStep } from './attachmentSteps';

/** In order; empty for a kind that this version does not know. */
export function privateDnsSteps(
  { private_dns_attachment_config: config }: PrivateDns,
  { network, account }: AttachmentPlace,
  t: Translate,
): readonly AttachmentStep[] {
  const kongNetwork = word(network?.provider_metadata?.vpc_id, 'KONG_NETWORK');
  switch (config.kind) {
    case 'aws-private-hosted-zone-attachment':
      return [
        {
          text: t('Allow Kong’s VPC to be associated with your hosted zone.'),
          command:
            'aws route53 create-vpc-association-authorization ' +
            `--hosted-zone-id ${word(config.hosted_zone_id, 'HOSTED_ZONE_ID')} ` +
            `--vpc VPCRegion=${word(network?.region, 'REGION')},VPCId=${kongNetwork}\n`,
        },
        { text: t('Kong associates its VPC then; the state becomes ready.') },
      ];
    case 'gcp-private-hosted-zone-attachment':
      return [
        {
          text: t(
            'Allow Kong’s network {0} in the project {1} to look up the zone {2} in your network {3}: the zone must be visible there, and Kong needs the role DNS Peer (roles/dns.peer) in your project.',
            kongNetwork,
            word(account?.provider_account_id, 'KONG_PROJECT_ID'),
            config.domain_name ?? '?',
            config.peer_vpc_name ?? '?',
          ),
        },
      ];
    case 'azure-private-hosted-zone-attachment':
      return [
        {
          text: t(
            'Kong links its virtual network to your zone {0} under the name {1}; its application needs the right for that in the resource group {2}. The link for the consent is in Konnect, on the page of the network; no API returns it.',
            config.domain_name ?? '?',
            config.peer_vnet_link_name ?? '?',
            config.peer_resource_group_id ?? '?',
          ),
        },
      ];
    case 'aws-outbound-resolver':
    case 'azure-outbound-resolver':
      return [
        {
          text: t(
            'The DNS servers must be reachable from the range {0} on port 53, TCP and UDP: by a transit gateway or peering of this network, and by their own firewall rules.',
            network?.cidr_block ?? '?',
          ),
        },
      ];
    default:
      return [];
  }
}

/** An id as it stands in a shell; anything that is none is left for the user to fill in. */
function word(text: string | null | undefined, placeholder: string): string {
  return /^\w[\w.:-]{0,200}$/.test(text ?? '') ? (text ?? '') : placeholder;
}
