// The role of one network as the panel shows it: its ARN, and the trust policy that lets it in.
import { formerArn, type GatewayRole } from '../../aws/roleArn';
import { policyText, type TrustVariant, trustPolicy } from '../../aws/trustPolicy';
import {
  trustPolicyCloudFormation,
  trustPolicyCommand,
  trustPolicyTerraform,
} from '../../export/trustPolicyForms';
import type { Translate } from '../../text';
import type { Block, CodeForm, Details, Values } from '../protocol';
import { copyText, gradeMark, notice } from './pieces';

export interface RolePlace {
  /** Of Konnect, for the account that the network names. */
  readonly providerAccountId: string;
  /** State of the network. */
  readonly state: string;
  /** Whether there is room to show the policy at once. */
  readonly isRoomy: boolean;
}

export function roleBlocks(role: GatewayRole, place: RolePlace, t: Translate): readonly Block[] {
  return [
    arnValue(t('Role ARN'), role.arn, t),
    ...(place.state === 'ready' ? [] : [notReady(t)]),
    origin(role, place, t),
    policies(role, place.isRoomy, t),
    former(role, t),
  ];
}

function arnValue(label: string, arn: string, t: Translate): Values {
  return {
    kind: 'values',
    items: [{ label, value: copyText(arn, label, t), mark: gradeMark('derived', t) }],
  };
}

/** Each part with where it comes from, for whoever wants to check it against Konnect. */
function origin(role: GatewayRole, { providerAccountId }: RolePlace, t: Translate): Details {
  const { accountId, networkId } = role;
  const values: Values = {
    kind: 'values',
    items: [
      { label: t('AWS account'), value: copyText(accountId, t('AWS account'), t) },
      {
        label: t('from the provider account'),
        value: copyText(providerAccountId, t('id of the provider account'), t),
      },
      { label: t('Network'), value: copyText(networkId, t('id of the network'), t) },
    ],
  };
  const text = t(
    'The account is the one that the network names (cloud_gateway_provider_account_id), as Konnect’s list of provider accounts has it. The name is the id of the network with “-dataplane”, as Kong documents it.',
  );
  return {
    kind: 'details',
    id: `origin-${networkId}`,
    label: t('Where the ARN comes from'),
    open: false,
    blocks: [notice('info', text), values],
  };
}

function notReady(t: Translate): Block {
  return notice(
    'info',
    t(
      'This network is not ready, so the role may not exist yet. Until it does, AWS refuses it as a principal: use the policy with the condition.',
    ),
  );
}

function policies(role: GatewayRole, open: boolean, t: Translate): Details {
  const label = t('Trust policy for a role in your own account');
  const forms = [principalForm(role, t), conditionForm(role, t)];
  const code = { kind: 'code', id: `trust-${role.networkId}`, label, forms } as const;
  return { kind: 'details', id: `policies-${role.networkId}`, label, open, blocks: [code] };
}

function principalForm(role: GatewayRole, t: Translate): CodeForm {
  const hint = t(
    'The shortest form. AWS accepts it only while the role exists; if Kong ever recreates the role, save the policy again.',
  );
  return form(role, 'principal', t('Role as principal'), hint, t);
}

function conditionForm(role: GatewayRole, t: Translate): CodeForm {
  const hint = t(
    'Can be saved before the role exists, and stays valid if Kong recreates it. Without the condition it would let in everybody in Kong’s account.',
  );
  return form(role, 'condition', t('Account with condition'), hint, t);
}

function form(
  role: GatewayRole,
  id: TrustVariant,
  label: string,
  hint: string,
  t: Translate,
): CodeForm {
  const policy = trustPolicy(role, id);
  const command = trustPolicyCommand(policy);
  const terraform = trustPolicyTerraform(policy);
  const cloudFormation = trustPolicyCloudFormation(policy);
  const versions = [
    { id: 'json', label: t('JSON'), language: 'json', text: policyText(policy) },
    { id: 'cli', label: t('AWS command line'), language: 'shellscript', text: command },
    { id: 'terraform', label: t('Terraform'), language: 'terraform', text: terraform },
    { id: 'cloudformation', label: t('CloudFormation'), language: 'yaml', text: cloudFormation },
  ] as const;
  return { id, label, hint, versions };
}

/** Kong documented this form before 2026-04-27; whether older networks have such a role is not known (FACTS 7.1). */
function former(role: GatewayRole, t: Translate): Details {
  const advice = t(
    'If the network is ready and AWS still reports an invalid principal, the role may have the name that Kong documented before April 2026. Use it only then.',
  );
  return {
    kind: 'details',
    id: `former-${role.networkId}`,
    label: t('AWS does not find this role?'),
    open: false,
    blocks: [notice('info', advice), arnValue(t('Former ARN'), formerArn(role), t)],
  };
}
