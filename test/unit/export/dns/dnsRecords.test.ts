// DNS records in the formats of other tools: the same hosts, types, values and times to live in each.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type DnsRecord, domainRecords } from '../../../../src/dns/domainRecords';
import { csv, recordsCsv } from '../../../../src/export/dns/csv';
import { changeBatch, changeBatchText } from '../../../../src/export/dns/route53';
import { terraformRecords } from '../../../../src/export/dns/terraformRecords';
import { zoneFile } from '../../../../src/export/dns/zoneFile';

function recordsOf(domain: string): readonly DnsRecord[] {
  const result = domainRecords({ domain }, { prefix: 'cf032d53cb', apiAccess: 'public' });
  return result.kind === 'records' ? result.records : assert.fail(result.reason);
}

const edge = 'cf032d53cb.gateways.konggateway.com';
const challenge = '_acme-challenge.cf032d53cb.acme.gateways.konggateway.com';

suite('a zone file', () => {
  test('has a line for each record that names are complete in', () => {
    assert.equal(
      zoneFile(recordsOf('api.example.com')),
      `api.example.com.\t300\tIN\tCNAME\t${edge}.\n_acme-challenge.api.example.com.\t300\tIN\tCNAME\t${challenge}.\n`,
    );
  });

  test('keeps what is no DNS record at an apex as a comment', () => {
    const [first, second] = zoneFile(recordsOf('example.com')).split('\n');
    assert.equal(first, `; example.com.\t300\tIN\tALIAS\t${edge}.`);
    assert.equal(second, `_acme-challenge.example.com.\t300\tIN\tCNAME\t${challenge}.`);
  });
});

suite('a change batch of Route 53', () => {
  test('has the shape that the AWS command line takes', () => {
    const set = (Name: string, Value: string) => ({
      Action: 'UPSERT',
      ResourceRecordSet: { Name, Type: 'CNAME', TTL: 300, ResourceRecords: [{ Value }] },
    });
    assert.deepEqual(
      JSON.parse(changeBatchText('*.example.com', recordsOf('*.example.com')) ?? ''),
      {
        Comment: 'Custom domain *.example.com of a Kong Dedicated Cloud Gateway',
        Changes: [
          set('*.example.com.', `${edge}.`),
          set('_acme-challenge.example.com.', `${challenge}.`),
        ],
      },
    );
  });

  test('leaves out an apex, for which Route 53 has nothing', () => {
    const names = changeBatch('example.com', recordsOf('example.com')).Changes;
    assert.deepEqual(
      names.map(({ ResourceRecordSet }) => ResourceRecordSet.Name),
      ['_acme-challenge.example.com.'],
    );
  });

  test('is none when nothing is left', () => {
    assert.equal(changeBatchText('example.com', recordsOf('example.com').slice(0, 1)), undefined);
  });
});

suite('Terraform', () => {
  test('has a resource for each record, under a name of its own', () => {
    const text = terraformRecords(recordsOf('api.example.com'));
    assert.equal(
      text,
      [
        'resource "aws_route53_record" "api_example_com_traffic" {',
        '  zone_id = var.zone_id',
        '  name    = "api.example.com"',
        '  type    = "CNAME"',
        '  ttl     = 300',
        `  records = ["${edge}"]`,
        '}',
        '',
        'resource "aws_route53_record" "api_example_com_certificate" {',
        '  zone_id = var.zone_id',
        '  name    = "_acme-challenge.api.example.com"',
        '  type    = "CNAME"',
        '  ttl     = 300',
        `  records = ["${challenge}"]`,
        '}',
        '',
      ].join('\n'),
    );
  });

  test('has valid and different names for wildcards and digits', () => {
    const hosts = ['*.example.com', 'a.example.com', '1.example.com'];
    const text = hosts.map((host) => terraformRecords(recordsOf(host))).join('\n');
    const names = [...text.matchAll(/^resource "aws_route53_record" "(.*)" \{$/gm)].map(
      ([, name]) => name,
    );
    assert.equal(names.length, 6);
    assert.equal(new Set(names).size, 6);
    for (const name of names) assert.match(name ?? '', /^[a-z][a-z0-9_]*$/);
  });

  test('says why an apex is missing', () => {
    assert.match(terraformRecords(recordsOf('example.com')), /^# example\.com: .*no alias/);
  });
});

suite('a CSV file', () => {
  test('has a heading and a row for each record', () => {
    const text = recordsCsv(recordsOf('api.example.com'));
    assert.equal(
      text,
      `host,type,value,ttl\r\napi.example.com,CNAME,${edge},300\r\n_acme-challenge.api.example.com,CNAME,${challenge},300\r\n`,
    );
  });

  test('quotes what would break a row, and disarms formulas', () => {
    assert.equal(
      csv([['a,b', 'say "x"', 'two\nlines', '=1+1', '']]),
      '"a,b","say ""x""","two\nlines",\'=1+1,\r\n',
    );
  });
});
