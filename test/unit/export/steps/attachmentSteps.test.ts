// What is left for the user to do for a transit gateway or peering, for every kind in every state.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  type AttachmentPlace,
  attachmentSteps,
} from '../../../../src/export/steps/attachmentSteps';
import type { TransitGateway } from '../../../../src/konnect/client';
import { english } from '../../../../src/text';

const place: AttachmentPlace = {
  network: {
    region: 'us-east-2',
    cidr_block: '10.4.0.0/16',
    provider_metadata: { vpc_id: 'projects/kong/net-1'.split('/').join('-'), subnet_ids: [] },
  },
  account: { provider_account_id: '012345678901' },
};
const kinds = [
  'aws-transit-gateway-attachment',
  'aws-vpc-peering-attachment',
  'aws-resource-endpoint-attachment',
  'azure-vnet-peering-attachment',
  'azure-vhub-peering-attachment',
  'gcp-vpc-peering-attachment',
] as const;

function gateway(kind: string, state: string, config: object = {}): TransitGateway {
  return {
    id: 't1',
    name: 'core',
    state,
    cidr_blocks: [],
    dns_config: [],
    transit_gateway_attachment_config: { kind, ...config },
  };
}

function steps(kind: string, state: string, config: object = {}): readonly string[] {
  return attachmentSteps(gateway(kind, state, config), place, english).map(
    ({ text, command }) => text + (command === undefined ? '' : `\n${command}`),
  );
}

suite('what is left to do', () => {
  test('for an AWS transit gateway is to accept it, and to lead traffic there', () => {
    const config = { transit_gateway_id: 'tgw-0123456789abcdef0', attachment_id: 'tgw-attach-1' };
    assert.deepEqual(steps('aws-transit-gateway-attachment', 'pending-acceptance', config), [
      'Accept the attachment.\naws ec2 accept-transit-gateway-vpc-attachment --region us-east-2 --transit-gateway-attachment-id tgw-attach-1\n',
      'In the route table of each VPC, lead the range of the gateway’s network here.\naws ec2 create-route --region us-east-2 --route-table-id ROUTE_TABLE_ID --destination-cidr-block 10.4.0.0/16 --transit-gateway-id tgw-0123456789abcdef0\n',
      'Let the range 10.4.0.0/16 in by the security groups.',
      'Attach each VPC that is to be reached to the transit gateway.',
    ]);
  });

  test('before Kong sees an AWS transit gateway is the share, with Kong’s own account', () => {
    const [first] = steps('aws-transit-gateway-attachment', 'initializing');
    assert.match(first ?? '', /shared with account 012345678901, external accounts allowed/);
  });

  test('for Google Cloud is the peering from the other side', () => {
    const config = { peer_project_id: 'my-project', peer_vpc_name: 'vpc-prod' };
    assert.deepEqual(steps('gcp-vpc-peering-attachment', 'pending-user-action', config), [
      'Create the peering from your side too.\ngcloud compute networks peerings create PEERING_NAME \\\n  --project=my-project \\\n  --network=vpc-prod \\\n  --peer-project=012345678901 \\\n  --peer-network=projects-kong-net-1\n',
    ]);
    assert.deepEqual(steps('gcp-vpc-peering-attachment', 'ready', config), []);
  });

  for (const kind of ['azure-vnet-peering-attachment', 'azure-vhub-peering-attachment']) {
    test(`for ${kind} is the consent, whose link only Konnect has`, () => {
      const [first, ...others] = steps(kind, 'pending-user-action');
      assert.match(first ?? '', /Kong Cloud Gateway Peering Creator.*no API returns it/);
      assert.deepEqual(others, []);
      assert.deepEqual(steps(kind, 'ready'), []);
    });
  }

  test('for AWS resource endpoints names what Kong does not find, and why', () => {
    const resource_config = [
      { resource_config_id: 'rcfg-1', domain_name: 'a.internal.example', state: 'ready' },
      { resource_config_id: 'rcfg-2', domain_name: 'b.internal.example', state: 'missing' },
    ];
    assert.deepEqual(steps('aws-resource-endpoint-attachment', 'ready', { resource_config }), [
      'Kong does not find rcfg-2 (b.internal.example). Usually the resource gateway and the network share no availability zone.',
    ]);
    assert.match(steps('aws-resource-endpoint-attachment', 'ready').join(), /Map each resource/);
  });

  test('after an error is to mend and, mostly, to create it anew', () => {
    for (const kind of kinds)
      assert.match(steps(kind, 'error').join(), /Mend what Konnect reports/);
  });

  test('is nothing while it goes, or for a kind that nobody knows', () => {
    for (const kind of kinds) assert.deepEqual(steps(kind, 'terminating'), []);
    assert.deepEqual(steps('ibm-something', 'ready'), []);
  });

  test('puts nothing into a command but plain words, whatever the ids are', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('$(id)', '; rm -rf /', '-x', 'a b', '`id`', "'"),
    );
    const keys = [
      'transit_gateway_id',
      'attachment_id',
      'peer_vpc_region',
      'peering_connection_id',
    ];
    const config = fc.dictionary(
      fc.constantFrom(...keys, 'peer_project_id', 'peer_vpc_name'),
      text,
    );
    const states = fc.constantFrom('pending-acceptance', 'initializing', 'ready');
    fc.assert(
      fc.property(fc.constantFrom(...kinds), states, config, text, (kind, state, ids, cidr) => {
        const network = { region: cidr, cidr_block: cidr, provider_metadata: null };
        const found = attachmentSteps(
          gateway(kind, state, ids),
          { network, account: undefined },
          english,
        );
        for (const { command } of found)
          assert.match(command ?? 'a\n', /^[\w.:=/ -]+(\\\n[\w.:=/ -]+)*\n$/);
      }),
    );
  });
});
