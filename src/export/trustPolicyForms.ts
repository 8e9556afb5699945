// A trust policy in the forms in which people keep it: AWS command line, Terraform, CloudFormation.
import type { PolicyStatement, TrustPolicy } from '../aws/trustPolicy';
import { quoted } from './terraform/hcl';

/** For a shell; `ROLE_NAME` is to be replaced. */
export function trustPolicyCommand(policy: TrustPolicy): string {
  // ARNs hold no quote, so nothing in the text can end the quoted argument.
  const document = JSON.stringify(policy);
  return [
    '# An existing role: aws iam update-assume-role-policy --role-name ROLE_NAME --policy-document …',
    'aws iam create-role \\',
    '  --role-name ROLE_NAME \\',
    `  --assume-role-policy-document '${document}'`,
    '',
  ].join('\n');
}

export function trustPolicyTerraform({ Statement: [statement] }: TrustPolicy): string {
  return [
    'data "aws_iam_policy_document" "kong_gateway_trust" {',
    '  statement {',
    `    actions = [${quoted(statement.Action)}]`,
    '',
    '    principals {',
    '      type        = "AWS"',
    `      identifiers = [${quoted(statement.Principal.AWS)}]`,
    '    }',
    ...terraformCondition(statement),
    '  }',
    '}',
    '',
    'resource "aws_iam_role" "kong_gateway" {',
    '  name               = "ROLE_NAME"',
    '  assume_role_policy = data.aws_iam_policy_document.kong_gateway_trust.json',
    '}',
    '',
  ].join('\n');
}

function terraformCondition({ Condition }: PolicyStatement): readonly string[] {
  if (Condition === undefined) return [];
  return [
    '',
    '    condition {',
    '      test     = "ArnEquals"',
    '      variable = "aws:PrincipalArn"',
    `      values   = [${quoted(Condition.ArnEquals['aws:PrincipalArn'])}]`,
    '    }',
  ];
}

export function trustPolicyCloudFormation({ Statement: [statement] }: TrustPolicy): string {
  const { Principal, Action, Condition } = statement;
  return [
    'Resources:',
    '  KongGatewayRole:',
    '    Type: AWS::IAM::Role',
    '    Properties:',
    '      AssumeRolePolicyDocument:',
    '        Version: "2012-10-17"',
    '        Statement:',
    '          - Effect: Allow',
    '            Principal:',
    `              AWS: ${JSON.stringify(Principal.AWS)}`,
    `            Action: ${Action}`,
    ...(Condition === undefined
      ? []
      : [
          '            Condition:',
          '              ArnEquals:',
          `                aws:PrincipalArn: ${JSON.stringify(Condition.ArnEquals['aws:PrincipalArn'])}`,
        ]),
    '',
  ].join('\n');
}
