// The trust policy that a customer puts on a role of their own, so that the gateway's role may assume it (FACTS 7.3).
import type { GatewayRole } from './roleArn';

export interface PolicyStatement {
  readonly Effect: 'Allow';
  readonly Principal: { readonly AWS: string };
  readonly Action: 'sts:AssumeRole';
  readonly Condition?: { readonly ArnEquals: { readonly 'aws:PrincipalArn': string } };
}

export interface TrustPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly [PolicyStatement];
}

/** `principal` is bound to the role as it exists now; `condition` can be saved early and outlives a remade role. */
export type TrustVariant = 'principal' | 'condition';

export function trustPolicy(role: GatewayRole, variant: TrustVariant): TrustPolicy {
  const statement = variant === 'principal' ? byPrincipal(role) : byCondition(role);
  return { Version: '2012-10-17', Statement: [statement] };
}

/** Role chaining: the gateway's role already came from a web identity, so the action is plain AssumeRole. */
function byPrincipal({ arn }: GatewayRole): PolicyStatement {
  return { Effect: 'Allow', Principal: { AWS: arn }, Action: 'sts:AssumeRole' };
}

/** Without the condition this would open the role to everything in Kong's account. */
function byCondition({ arn, accountId }: GatewayRole): PolicyStatement {
  return {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: 'sts:AssumeRole',
    Condition: { ArnEquals: { 'aws:PrincipalArn': arn } },
  };
}

/** As people paste it: two spaces, one line end at the end. */
export function policyText(policy: object): string {
  return `${JSON.stringify(policy, undefined, 2)}\n`;
}
