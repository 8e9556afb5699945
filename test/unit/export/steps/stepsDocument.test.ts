import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { privateDnsSteps } from '../../../../src/export/steps/privateDnsSteps';
import { stepsCommands, stepsDocument } from '../../../../src/export/steps/stepsDocument';
import type { PrivateDns } from '../../../../src/konnect/resources/privateDns';
import { english } from '../../../../src/text';

const place = {
  network: {
    region: 'us-east-2',
    cidr_block: '10.4.0.0/16',
    provider_metadata: { vpc_id: 'vpc-0123', subnet_ids: [] },
  },
  account: { provider_account_id: 'kong-project' },
};

function stepsOf(config: PrivateDns['private_dns_attachment_config']) {
  const dns = { id: 'd', name: 'zone', state: 'pending-association' };
  return privateDnsSteps({ ...dns, private_dns_attachment_config: config }, place, english);
}

suite('steps in the user’s own cloud', () => {
  test('of a hosted zone have the command with the real ids', () => {
    const kind = 'aws-private-hosted-zone-attachment';
    assert.equal(
      stepsOf({ kind, hosted_zone_id: 'Z0731' })[0]?.command,
      'aws route53 create-vpc-association-authorization --hosted-zone-id Z0731 --vpc VPCRegion=us-east-2,VPCId=vpc-0123\n',
    );
    const hostile = stepsOf({ kind, hosted_zone_id: 'Z1; rm -rf ~' })[0]?.command ?? '';
    assert.match(hostile, /--hosted-zone-id HOSTED_ZONE_ID --vpc/);
  });

  test('are there for every kind, and for one that is not known there are none', () => {
    const kinds = ['aws-outbound-resolver', 'azure-outbound-resolver'];
    const zones = ['gcp-private-hosted-zone-attachment', 'azure-private-hosted-zone-attachment'];
    for (const kind of [...kinds, ...zones]) assert.equal(stepsOf({ kind }).length, 1, kind);
    assert.deepEqual(stepsOf({ kind: 'moon-resolver' }), []);
  });

  test('make a page whose commands can be copied, and no markup of names', () => {
    const steps = [{ text: 'Accept it.', command: 'aws ec2 accept\n' }, { text: 'Done.' }];
    const page = stepsDocument({ name: '[x](y)', state: 'ready', steps }, english);
    assert.match(page, /^# Next steps for \\\[x\\\]\\\(y\\\)$/m);
    assert.match(page, /^1\. Accept it\\\.\n\n```shell\naws ec2 accept\n```$/m);
    assert.equal(stepsCommands(steps), '# Accept it.\naws ec2 accept\n');
  });
});
