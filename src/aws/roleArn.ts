// The AWS role that the data planes of one network work under, joined from the network and its provider account.

export interface NetworkOfRole {
  readonly id: string;
  readonly region: string;
  /** `id` of a provider account, not the cloud's own account number. */
  readonly cloud_gateway_provider_account_id: string;
}

export interface ProviderAccountOfRole {
  readonly id: string;
  readonly provider: string;
  /** The cloud's own id: for AWS twelve digits, leading zeros included. */
  readonly provider_account_id: string;
}

export interface GatewayRole {
  readonly kind: 'role';
  readonly arn: string;
  readonly accountId: string;
  readonly networkId: string;
}

export type NoRoleReason =
  | 'other-provider'
  /** The account is not in the list: usually the role "Network Viewer" is missing. */
  | 'account-not-listed'
  | 'account-malformed'
  | 'network-malformed'
  /** AWS in China and GovCloud have ARNs of another form, which Kong documents nowhere. */
  | 'partition-unknown';

export interface NoRole {
  readonly kind: 'none';
  readonly reason: NoRoleReason;
  readonly provider?: string;
}

export type RoleResult = GatewayRole | NoRole;

const accountShape = /^\d{12}$/;
const networkShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const otherPartition = /^(cn|us-gov|us-iso[a-z]*|eu-isoe)-/;

/** Always the account that the network names, never "the first AWS account" (FACTS 7.1). */
export function roleOfNetwork(
  network: NetworkOfRole,
  accounts: readonly ProviderAccountOfRole[],
): RoleResult {
  const account = accounts.find(({ id }) => id === network.cloud_gateway_provider_account_id);
  if (account === undefined) return none('account-not-listed');
  if (account.provider !== 'aws') return { ...none('other-provider'), provider: account.provider };
  if (!accountShape.test(account.provider_account_id)) return none('account-malformed');
  if (!networkShape.test(network.id)) return none('network-malformed');
  if (otherPartition.test(network.region)) return none('partition-unknown');
  return {
    kind: 'role',
    arn: arn(account.provider_account_id, `${network.id}-dataplane`),
    accountId: account.provider_account_id,
    networkId: network.id,
  };
}

/** The form that Kong documented before 2026-04-27; whether older networks have such a role is not known. */
export function formerArn({ accountId, networkId }: GatewayRole): string {
  return arn(accountId, networkId);
}

function arn(accountId: string, roleName: string): string {
  return `arn:aws:iam::${accountId}:role/${roleName}`;
}

function none(reason: NoRoleReason): NoRole {
  return { kind: 'none', reason };
}
