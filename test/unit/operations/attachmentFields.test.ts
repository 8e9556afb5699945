import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  mappingText,
  privateDnsBody,
  serversText,
  transitGatewayBody,
} from '../../../src/operations/attachments/bodies';
import {
  type FieldCheck,
  ranges,
  resolvers,
  resourceMapping,
} from '../../../src/operations/attachments/fieldChecks';
import { privateDnsKinds, transitGatewayKinds } from '../../../src/operations/attachments/kinds';
import { english } from '../../../src/text';
import { OpenApi, openApiFiles } from '../../contract/support/openApi';
import { findOpenApiFolder } from '../../contract/support/openApiFolder';

const arn =
  'arn:aws:ram:eu-west-1:123456789012:resource-share/4b7e2c8a-1234-5678-abcd-ef1234567890';
/** Field -> a text that fits, and one that does not. */
const samples: Readonly<Record<string, readonly [string, string]>> = {
  transit_gateway_id: ['tgw-0123456789abcdef0', 'tgw-XYZ'],
  ram_share_arn: [arn, 'arn:aws:ram::123:resource-share/x'],
  peer_account_id: ['003917740526', '3917740526'],
  peer_vpc_id: ['vpc-0f1e2d3c4b5a67890', 'vpc_0f1e2d3c'],
  peer_vpc_region: ['ap-northeast-1', 'apne1-az1'],
  resource_config: ['rcfg-0123456789abcdef0 = orders.example.com', 'orders.example.com'],
  tenant_id: ['a1b2c3d4-e5f6-7890-abcd-ef1234567890', 'tidewater'],
  subscription_id: ['b2c3d4e5-f6a7-8901-bcde-f12345678901', 'b2c3d4e5'],
  resource_group_name: ['rg-network', 'rg network'],
  vnet_name: ['vnet-prod', '-vnet'],
  vhub_name: ['vhub-prod', ''],
  peer_project_id: ['my-project-123', 'My Project'],
  peer_vpc_name: ['vpc-prod', 'VPC'],
  hosted_zone_id: ['Z07319582QK4V9XH1T2BD', 'zone'],
  domain_name: ['internal.example.com', 'internal'],
  peer_tenant_id: ['a1b2c3d4-e5f6-7890-abcd-ef1234567890', '1'],
  peer_subscription_id: ['b2c3d4e5-f6a7-8901-bcde-f12345678901', '2'],
  peer_resource_group_id: ['rg-network', ''],
  peer_vnet_link_name: ['kong-link', '!'],
  dns_config: ['internal.example.com = 10.0.0.10, 10.0.0.11', 'internal.example.com'],
};
const fitting = (names: readonly { readonly name: string }[]) =>
  Object.fromEntries(names.map(({ name }) => [name, samples[name]?.[0] ?? '']));

suite('fields of attachments', () => {
  for (const { kind, fields } of [...transitGatewayKinds, ...privateDnsKinds]) {
    test(`of ${kind} tell what fits from what does not`, () => {
      for (const { name, check, prompt } of fields) {
        const [good, bad] = samples[name] ?? assert.fail(`no sample of ${name}`);
        assert.equal(check(good, english), undefined, name);
        assert.match(check(bad, english) ?? '', /\w/, `${name}: ${bad}`);
        assert.match(prompt(english), /\w/);
      }
    });
  }

  test('ranges are exact, and overlap neither each other nor what is there', () => {
    const check = ranges([{ block: '10.4.0.0/16', of: 'the network ohio' }]);
    const why = (text: string) => check(text, english);
    assert.equal(why('10.20.0.0/16, 10.21.0.0/16'), undefined);
    assert.equal(why(''), 'Type at least one range, with commas between several: 10.20.0.0/16');
    assert.equal(why('10.20.0.1/16'), '10.20.0.1/16 does not begin at its first address.');
    assert.equal(why('10.20.0.0'), '"10.20.0.0" is not an IPv4 range in CIDR notation.');
    assert.equal(why('10.20.0.0/16 10.20.4.0/24'), '10.20.4.0/24 overlaps another one of these.');
    assert.equal(
      why('10.0.0.0/8'),
      '10.0.0.0/8 overlaps 10.4.0.0/16, the range of the network ohio.',
    );
  });

  test('servers and resources are told by the part that is wrong', () => {
    const why = (check: FieldCheck, text: string) => check(text, english);
    assert.equal(
      why(resolvers, 'a.example.com = 10.0.0.300'),
      '"10.0.0.300" is not an IPv4 address.',
    );
    assert.equal(
      why(resolvers, 'a.example.com = 10.0.0.1; a.example.com = 10.0.0.2'),
      'a.example.com stands here twice.',
    );
    assert.equal(why(resourceMapping, ''), undefined);
    assert.match(why(resourceMapping, 'rcfg-1 = a.example.com') ?? '', /^"rcfg-1" is not/);
  });

  test('are the same again after a round trip', () => {
    const text = 'a.example.com = 10.0.0.1, 10.0.0.2; b.example.com = 10.0.0.3';
    const body = privateDnsBody('aws-outbound-resolver', 'dns', { dns_config: text });
    const config = body.private_dns_attachment_config;
    assert.equal('dns_config' in config && serversText(config.dns_config), text);
    const mapping = 'rcfg-0123456789abcdef0 = a.example.com';
    const values = { ram_share_arn: arn, resource_config: mapping };
    const kind = 'aws-resource-endpoint-attachment';
    const gateway = transitGatewayBody({
      kind,
      name: 'x',
      values,
    }).transit_gateway_attachment_config;
    assert.equal(
      'resource_config' in gateway && mappingText(gateway.resource_config ?? []),
      mapping,
    );
  });
});

const found = findOpenApiFolder();
suite('bodies of attachments', { skip: 'skip' in found ? found.skip : false }, () => {
  const api = 'folder' in found ? new OpenApi(found.folder, openApiFiles.cloudGateways) : undefined;

  for (const { kind, fields, hasRanges } of transitGatewayKinds) {
    test(`${kind} is as described`, () => {
      const typed = { kind, name: 'x', values: fitting(fields) };
      for (const servers of ['', 'a.example.com = 10.20.0.2']) {
        const body = transitGatewayBody({
          ...typed,
          servers,
          ...(hasRanges && { ranges: '10.20.0.0/16, 10.21.0.0/16' }),
        });
        assert.deepEqual(api?.requestErrors('create-transit-gateway', body), []);
      }
    });
  }

  for (const { kind, fields } of privateDnsKinds) {
    test(`${kind} is as described`, () => {
      const body = privateDnsBody(kind, 'x', fitting(fields));
      assert.deepEqual(api?.requestErrors('create-private-dns', body), []);
    });
  }
});
