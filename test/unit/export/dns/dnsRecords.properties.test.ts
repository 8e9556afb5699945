// DNS records of any domain and gateway, read back from each format by the rules of its readers.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import Ajv from 'ajv';
import fc from 'fast-check';
import { parse } from 'yaml';
import { permissionsPolicy } from '../../../../src/aws/permissionsPolicy';
import { roleOfNetwork } from '../../../../src/aws/roleArn';
import { policyText, trustPolicy } from '../../../../src/aws/trustPolicy';
import { type DnsRecord, domainRecords } from '../../../../src/dns/domainRecords';
import { recordsCsv } from '../../../../src/export/dns/csv';
import { changeBatchText } from '../../../../src/export/dns/route53';
import { zoneFile } from '../../../../src/export/dns/zoneFile';
import {
  trustPolicyCloudFormation,
  trustPolicyCommand,
} from '../../../../src/export/trustPolicyForms';
import { iamPermissionsPolicy, iamTrustPolicy, route53ChangeBatch } from '../awsShapes';

const prefix = fc.stringMatching(/^[a-z0-9]{6,12}$/);
const domain = fc
  .tuple(fc.constantFrom('', '*.'), fc.domain())
  .map(([wildcard, name]) => `${wildcard}${name}`);
const access = fc.constantFrom('public', 'private', 'private+public', undefined);

/** Records of a domain that is one; others are no matter here. */
function recordsOf(name: string, gateway: string, apiAccess?: string): readonly DnsRecord[] {
  const result = domainRecords({ domain: name }, { prefix: gateway, apiAccess });
  return result.kind === 'records' ? result.records : [];
}

const ajv = new Ajv({ strict: true });
const isChangeBatch = ajv.compile(route53ChangeBatch);
const isTrustPolicy = ajv.compile(iamTrustPolicy);
const isPermissionsPolicy = ajv.compile(iamPermissionsPolicy);

suite('records of any domain', () => {
  test('are the same when a zone file is read back', async () => {
    const zoneReader = await zoneFiles();
    fc.assert(
      fc.property(domain, prefix, access, (name, gateway, apiAccess) => {
        const records = recordsOf(name, gateway, apiAccess).filter(({ type }) => type === 'CNAME');
        const read = zoneReader.parse(zoneFile(records)).cname ?? [];
        assert.deepEqual(
          read.map(({ name: host, alias, ttl }) => [host, alias, Number(ttl)]),
          records.map(({ host, value, ttlSeconds }) => [`${host}.`, `${value}.`, ttlSeconds]),
        );
      }),
    );
  });

  test('are a change batch that Route 53 takes', () => {
    fc.assert(
      fc.property(domain, prefix, access, (name, gateway, apiAccess) => {
        const text = changeBatchText(name, recordsOf(name, gateway, apiAccess));
        if (text === undefined) return;
        assert.ok(isChangeBatch(JSON.parse(text)), ajv.errorsText(isChangeBatch.errors));
      }),
    );
  });

  test('are as many rows of CSV, with a heading', () => {
    fc.assert(
      fc.property(domain, prefix, access, (name, gateway, apiAccess) => {
        const records = recordsOf(name, gateway, apiAccess);
        const lines = recordsCsv(records).split('\r\n');
        assert.equal(lines.length, records.length + 2);
        for (const line of lines.slice(0, -1)) assert.equal(line.split(',').length, 4);
      }),
    );
  });

  test('come from no text that is no domain, whatever it is', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webUrl());
    fc.assert(
      fc.property(text, prefix, (name, gateway) => {
        for (const { host, value } of recordsOf(name, gateway, 'public')) {
          assert.match(host, /^(\*\.)?([a-z0-9_-]+\.)+[a-z0-9_-]+$/);
          assert.match(value, /^[a-z0-9_.-]+\.gateways\.konggateway\.com$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('a change batch for the longest of domains keeps its comment within what Route 53 takes', () => {
  const longest = `${'a'.repeat(59)}.${`${'b'.repeat(59)}.`.repeat(2)}${'c'.repeat(42)}.example.com`;
  const text = changeBatchText(longest, recordsOf(longest, 'cf032d53cb', 'public'));
  assert.ok(text !== undefined && longest.length > 230);
  assert.ok(isChangeBatch(JSON.parse(text)), ajv.errorsText(isChangeBatch.errors));
});

suite('policies of any role', () => {
  const role = fc.tuple(fc.uuid(), fc.stringMatching(/^\d{12}$/)).map(([id, accountId]) => {
    const network = { id, region: 'us-east-2', cloud_gateway_provider_account_id: 'a' };
    const found = roleOfNetwork(network, [
      { id: 'a', provider: 'aws', provider_account_id: accountId },
    ]);
    return found.kind === 'role' ? found : assert.fail(found.reason);
  });
  const variant = fc.constantFrom('principal' as const, 'condition' as const);

  test('follow the grammar of IAM, and are the same in every form', () => {
    fc.assert(
      fc.property(role, variant, (one, form) => {
        const policy = trustPolicy(one, form);
        assert.ok(isTrustPolicy(policy), ajv.errorsText(isTrustPolicy.errors));
        assert.deepEqual(JSON.parse(policyText(policy)), policy);
        const [, argument = ''] = /'([^']*)'\n$/.exec(trustPolicyCommand(policy)) ?? [];
        assert.deepEqual(JSON.parse(argument), policy);
        const template = parse(trustPolicyCloudFormation(policy));
        const { AssumeRolePolicyDocument } = template.Resources.KongGatewayRole.Properties;
        assert.deepEqual(AssumeRolePolicyDocument, policy);
      }),
    );
  });

  for (const service of ['lambda', 's3', 'secretsManager', 'dynamoDb'] as const) {
    test(`the permissions to start from for ${service} follow it too, and name one resource`, () => {
      const policy = permissionsPolicy(service);
      assert.ok(isPermissionsPolicy(policy), ajv.errorsText(isPermissionsPolicy.errors));
      assert.doesNotMatch(policyText(policy), /:\*|"\*"/);
    });
  }
});

/** A module of the newer kind, which a test in CommonJS can only import lazily. */
async function zoneFiles() {
  return (await import('dns-zonefile')).default;
}
