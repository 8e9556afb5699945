// Trust policies for every role: as AWS reads them, and never wider than one role.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type GatewayRole, roleOfNetwork } from '../../../src/aws/roleArn';
import { policyText, trustPolicy } from '../../../src/aws/trustPolicy';
import { Seeded } from '../../fakes/seeded';

const arn = 'arn:aws:iam::123456789012:role/36ae63d3-efd1-4bec-b246-62aa5d3f5695-dataplane';
const known: GatewayRole = {
  kind: 'role',
  arn,
  accountId: '123456789012',
  networkId: '36ae63d3-efd1-4bec-b246-62aa5d3f5695',
};

function roles(): readonly GatewayRole[] {
  return Array.from({ length: 500 }, (_, index) => {
    const random = new Seeded(index + 1);
    const id = random.uuid();
    const network = {
      id: random.uuid(),
      region: 'eu-west-1',
      cloud_gateway_provider_account_id: id,
    };
    const account = { id, provider: 'aws', provider_account_id: random.digits(12) };
    const role = roleOfNetwork(network, [account]);
    return role.kind === 'role' ? role : assert.fail();
  });
}

suite('a trust policy', () => {
  test('names the role as principal, and nothing else', () => {
    assert.deepEqual(trustPolicy(known, 'principal'), {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: arn }, Action: 'sts:AssumeRole' }],
    });
  });

  test('in its other form names the account and is restricted to the role', () => {
    assert.deepEqual(trustPolicy(known, 'condition'), {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::123456789012:root' },
          Action: 'sts:AssumeRole',
          Condition: { ArnEquals: { 'aws:PrincipalArn': arn } },
        },
      ],
    });
  });

  test('lets in exactly the role it is made for', () => {
    for (const role of roles()) {
      for (const variant of ['principal', 'condition'] as const) {
        const text = policyText(trustPolicy(role, variant));
        const [statement] = JSON.parse(text).Statement;
        const admitted =
          statement.Condition?.ArnEquals['aws:PrincipalArn'] ?? statement.Principal.AWS;
        assert.equal(admitted, role.arn);
        assert.ok(!text.includes('*'));
        assert.equal(statement.Action, 'sts:AssumeRole');
      }
    }
  });

  test('is readable text that ends its last line', () => {
    const text = policyText(trustPolicy(known, 'principal'));
    assert.deepEqual(text.split('\n').slice(0, 2), ['{', '  "Version": "2012-10-17",']);
    assert.ok(text.endsWith('}\n'));
  });
});
