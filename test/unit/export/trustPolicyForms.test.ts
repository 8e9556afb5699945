// A trust policy as command, Terraform and CloudFormation: the same policy in each.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import type { GatewayRole } from '../../../src/aws/roleArn';
import { type TrustVariant, trustPolicy } from '../../../src/aws/trustPolicy';
import { hclName } from '../../../src/export/hclName';
import { quoted } from '../../../src/export/terraform/hcl';
import {
  trustPolicyCloudFormation,
  trustPolicyCommand,
  trustPolicyTerraform,
} from '../../../src/export/trustPolicyForms';

const role: GatewayRole = {
  kind: 'role',
  arn: 'arn:aws:iam::012345678901:role/36ae63d3-efd1-4bec-b246-62aa5d3f5695-dataplane',
  accountId: '012345678901',
  networkId: '36ae63d3-efd1-4bec-b246-62aa5d3f5695',
};
const variants: readonly TrustVariant[] = ['principal', 'condition'];

for (const variant of variants) {
  const policy = trustPolicy(role, variant);

  suite(`a trust policy by ${variant}`, () => {
    test('is quoted whole in the command', () => {
      const [, document = ''] =
        /--assume-role-policy-document '([^']*)'\n$/.exec(trustPolicyCommand(policy)) ?? [];
      assert.deepEqual(JSON.parse(document), policy);
    });

    test('is the same policy in CloudFormation', () => {
      const template = parse(trustPolicyCloudFormation(policy));
      const { Type, Properties } = template.Resources.KongGatewayRole;
      assert.equal(Type, 'AWS::IAM::Role');
      assert.deepEqual(Properties.AssumeRolePolicyDocument, policy);
    });

    test('has its principal, action and condition in Terraform', () => {
      const text = trustPolicyTerraform(policy);
      const [statement] = policy.Statement;
      const strings = [...text.matchAll(/\["(.*)"\]/g)].map(([, inner]) => inner);
      const condition = statement.Condition?.ArnEquals['aws:PrincipalArn'];
      const expected = [
        statement.Action,
        statement.Principal.AWS,
        ...(condition === undefined ? [] : [condition]),
      ];
      assert.deepEqual(strings, expected);
      assert.equal(/variable = "aws:PrincipalArn"/.test(text), variant === 'condition');
      assert.equal(text.split('{').length, text.split('}').length);
    });
  });
}

suite('a string of HCL', () => {
  test('holds no template and no open quote', () => {
    for (const sign of ['$', '%']) {
      assert.equal(quoted(`"a" ${sign}{b} ${sign} c`), `"\\"a\\" ${sign}${sign}{b} ${sign} c"`);
    }
  });

  test('becomes a name that begins with a letter', () => {
    assert.deepEqual(['API.example-com', '1.2', '*', 'über'].map(hclName), [
      'api_example_com',
      'r_1_2',
      'r_',
      'ber',
    ]);
  });
});
