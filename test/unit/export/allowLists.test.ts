// Egress addresses as rules: every address once, nothing but addresses, in the shape of each tool.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  addressesOf,
  nginxAllow,
  securityGroupCommand,
  securityGroupTerraform,
} from '../../../src/export/allowLists';

const addresses = ['203.0.113.7', '203.0.113.8', '2001:db8::1'];

suite('an allow list', () => {
  test('is made of addresses alone', () => {
    const texts = [
      '203.0.113.7',
      '203.0.113.7',
      '0.0.0.0/0',
      'all',
      '1.2.3',
      '',
      '::1',
      "'; rm -rf /",
    ];
    assert.deepEqual(addressesOf(texts), ['203.0.113.7', '::1']);
  });

  test('of nginx ends by denying all others', () => {
    assert.equal(
      nginxAllow(addresses),
      'allow 203.0.113.7;\nallow 203.0.113.8;\nallow 2001:db8::1;\ndeny all;\n',
    );
  });

  test('as a command opens one port to single addresses', () => {
    const text = securityGroupCommand(addresses, "Kong's gateway $x");
    const [, json = ''] = /--ip-permissions '([^']*)'\n$/.exec(text) ?? [];
    const Description = 'Kongs gateway $x';
    assert.deepEqual(JSON.parse(json), [
      {
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        IpRanges: [
          { CidrIp: '203.0.113.7/32', Description },
          { CidrIp: '203.0.113.8/32', Description },
        ],
        Ipv6Ranges: [{ CidrIpv6: '2001:db8::1/128', Description }],
      },
    ]);
  });

  test('as a command has no empty list of ranges', () => {
    assert.doesNotMatch(securityGroupCommand(['203.0.113.7'], 'x'), /Ipv6Ranges/);
  });

  test('as Terraform has one rule for each address', () => {
    const rules = securityGroupTerraform(addresses, 'x').split('\n\n');
    assert.equal(rules.length, 3);
    assert.match(rules[0] ?? '', /"kong_203_0_113_7" \{[\s\S]*cidr_ipv4 {9}= "203\.0\.113\.7\/32"/);
    assert.match(rules[2] ?? '', /"kong_2001_db8__1" \{[\s\S]*cidr_ipv6 {9}= "2001:db8::1\/128"/);
  });
});
