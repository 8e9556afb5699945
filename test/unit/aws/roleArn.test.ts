// The role ARN over many networks and accounts: right to the last character, or nothing.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { formerArn, type NoRoleReason, roleOfNetwork } from '../../../src/aws/roleArn';
import { Seeded } from '../../fakes/seeded';

const regions = [
  'us-east-2',
  'ap-northeast-1',
  'eu-central-1',
  'me-central-1',
  'ca-west-1',
] as const;

/** A network and the accounts of an organisation, its own among them at any place. */
function organisation(seed: number) {
  const random = new Seeded(seed);
  const accounts = Array.from({ length: 1 + random.below(6) }, () => ({
    id: random.uuid(),
    provider: 'aws',
    provider_account_id: random.digits(12),
  }));
  const own = accounts[random.below(accounts.length)] ?? assert.fail();
  const network = {
    id: random.uuid(),
    region: random.pick(regions),
    cloud_gateway_provider_account_id: own.id,
  };
  return { network, accounts, own };
}

function noRole(
  network: Parameters<typeof roleOfNetwork>[0],
  accounts: Parameters<typeof roleOfNetwork>[1],
) {
  const result = roleOfNetwork(network, accounts);
  return result.kind === 'none' ? result.reason : result.arn;
}

suite('the role of a network', () => {
  test('has exactly the documented ARN', () => {
    const network = {
      id: '36ae63d3-efd1-4bec-b246-62aa5d3f5695',
      region: 'ap-northeast-1',
      cloud_gateway_provider_account_id: '929b2449-c69f-44c4-b6ad-9ecec6f811ae',
    };
    const accounts = [
      {
        id: '00000000-c69f-44c4-b6ad-9ecec6f811ae',
        provider: 'aws',
        provider_account_id: '999999999999',
      },
      {
        id: '929b2449-c69f-44c4-b6ad-9ecec6f811ae',
        provider: 'aws',
        provider_account_id: '012345678901',
      },
    ];
    assert.deepEqual(roleOfNetwork(network, accounts), {
      kind: 'role',
      arn: 'arn:aws:iam::012345678901:role/36ae63d3-efd1-4bec-b246-62aa5d3f5695-dataplane',
      accountId: '012345678901',
      networkId: '36ae63d3-efd1-4bec-b246-62aa5d3f5695',
    });
  });

  test('joins the account that the network names, wherever it is in the list', () => {
    for (let seed = 1; seed <= 2000; seed += 1) {
      const { network, accounts, own } = organisation(seed);
      const result = roleOfNetwork(network, accounts);
      assert.ok(result.kind === 'role');
      const parts = [
        'arn',
        'aws',
        'iam',
        '',
        own.provider_account_id,
        `role/${network.id}-dataplane`,
      ];
      assert.deepEqual(result.arn.split(':'), parts);
      assert.equal(formerArn(result), result.arn.slice(0, -'-dataplane'.length));
    }
  });

  test('keeps the zeros at the start of an account', () => {
    const { network, accounts } = organisation(7);
    const zeros = accounts.map((account) => ({ ...account, provider_account_id: '000000000042' }));
    const result = roleOfNetwork(network, zeros);
    assert.ok(result.kind === 'role' && result.arn.startsWith('arn:aws:iam::000000000042:role/'));
  });

  test('does not exist for an account that is not listed, even if there is another one', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { network, accounts, own } = organisation(seed);
      const others = accounts.filter((account) => account !== own);
      assert.equal(noRole(network, others), 'account-not-listed');
    }
  });

  for (const provider of ['azure', 'gcp', 'serverless', 'AWS', '']) {
    test(`does not exist on ${JSON.stringify(provider)}, which is named`, () => {
      const { network, own } = organisation(3);
      const accounts = [{ ...own, provider }];
      assert.deepEqual(roleOfNetwork(network, accounts), {
        kind: 'none',
        reason: 'other-provider',
        provider,
      });
    });
  }

  const malformed: readonly (readonly [NoRoleReason, object])[] = [
    ['account-malformed', { provider_account_id: '12345678901' }],
    ['account-malformed', { provider_account_id: '1234567890123' }],
    ['account-malformed', { provider_account_id: '12345678901a' }],
    ['account-malformed', { provider_account_id: '12345678901\n' }],
    ['account-malformed', { provider_account_id: '１２３４５６７８９０１２' }],
    ['account-malformed', { provider_account_id: '' }],
    ['account-malformed', { provider_account_id: '929b2449-c69f-44c4-b6ad-9ecec6f811ae' }],
    ['network-malformed', { id: 'vpc-0f1e2d3c4b5a67890' }],
    ['network-malformed', { id: '36ae63d3-efd1-4bec-b246-62aa5d3f5695-dataplane' }],
    ['network-malformed', { id: '36ae63d3-efd1-4bec-b246-62aa5d3f569' }],
    ['network-malformed', { id: '36ae63d3-efd1-4bec-b246-62aa5d3f5695\n' }],
    ['network-malformed', { id: '../role' }],
    ['network-malformed', { id: '' }],
    ['partition-unknown', { region: 'cn-north-1' }],
    ['partition-unknown', { region: 'us-gov-west-1' }],
  ];
  for (const [reason, change] of malformed) {
    test(`is not guessed: ${reason} for ${JSON.stringify(change)}`, () => {
      const { network, accounts } = organisation(11);
      const changed = accounts.map((account) => ({ ...account, ...pickKeys(change, account) }));
      assert.equal(noRole({ ...network, ...pickKeys(change, network, 'id') }, changed), reason);
    });
  }
});

/** Only the changes that the object has a property for; `id` alone means the network's. */
function pickKeys(change: object, target: object, ...also: string[]): object {
  const known = Object.keys(target).filter((key) => key !== 'id' || also.includes(key));
  return Object.fromEntries(Object.entries(change).filter(([key]) => known.includes(key)));
}
