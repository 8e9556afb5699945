// Says why a network has no role, or why its ARN cannot be worked out.
import type { NoRole } from '../../aws/roleArn';
import type { Translate } from '../../text';
import type { Notice } from '../protocol';
import { shownName } from '../shownName';
import { notice } from './pieces';

export function noRoleNotice({ reason, provider = '' }: NoRole, t: Translate): Notice {
  switch (reason) {
    case 'other-provider':
      return notice('info', otherProvider(provider, t));
    case 'account-not-listed':
      return notice(
        'warning',
        t(
          'No ARN: the provider account of this network is not in the list that Konnect returned. Probably the Konnect role “Network Viewer” is missing.',
        ),
      );
    case 'account-malformed':
      return notice(
        'warning',
        t('No ARN: the account that Konnect returned is not an AWS account of twelve digits.'),
      );
    case 'network-malformed':
      return notice('warning', t('No ARN: the id of this network does not have the known form.'));
    case 'partition-unknown':
      return notice('warning', t('No ARN: Kong documents no role for this AWS region.'));
  }
}

function otherProvider(provider: string, t: Translate): string {
  return t(
    'There is none: this network runs on {0}, for which Kong offers no workload identity.',
    providerName(provider),
  );
}

function providerName(provider: string): string {
  switch (provider) {
    case 'azure':
      return 'Azure';
    case 'gcp':
      return 'Google Cloud';
    default:
      return shownName(provider);
  }
}
