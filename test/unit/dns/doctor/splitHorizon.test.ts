// Where two DNS servers differ about a domain, and where they only seem to.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DnsReport } from '../../../../src/dns/doctor/examine';
import { examineDns } from '../../../../src/dns/doctor/examine';
import { nodeLookup } from '../../../../src/dns/doctor/nodeLookup';
import { differences } from '../../../../src/dns/doctor/splitHorizon';
import { domainRecords } from '../../../../src/dns/domainRecords';
import { startDnsServer, type Zone } from './dnsServer';

const edge = 'cf032d53cb.gateways.konggateway.com';
const challenge = '_acme-challenge.cf032d53cb.acme.gateways.konggateway.com';
const outside: Zone = {
  'api.example.com CNAME': [edge],
  [`${edge} A`]: ['192.0.2.10'],
  '_acme-challenge.api.example.com CNAME': [challenge],
};

async function examine(zone: Zone): Promise<DnsReport> {
  const result = domainRecords({ domain: 'api.example.com' }, { prefix: 'cf032d53cb' });
  const records = result.kind === 'records' ? result.records : assert.fail(result.reason);
  const server = await startDnsServer(zone);
  try {
    const lookup = nodeLookup({ servers: [server.address], timeoutMs: 200, tries: 1 });
    const report = await examineDns('api.example.com', records, lookup);
    return report ?? assert.fail('nothing was examined');
  } finally {
    await server.close();
  }
}

async function compared(inside: Zone): Promise<readonly string[]> {
  return differences(await examine(outside), await examine(inside));
}

suite('two DNS servers', () => {
  test('agree where they hold the same', async () => {
    assert.deepEqual(await compared(outside), []);
  });

  test('differ about traffic where the inside has an address of its own', async () => {
    const inside = { ...outside, 'api.example.com CNAME': [], 'api.example.com A': ['10.0.0.1'] };
    assert.deepEqual(await compared(inside), ['traffic']);
  });

  test('agree where one of them resolves the alias itself', async () => {
    const flattened = {
      ...outside,
      'api.example.com CNAME': [],
      'api.example.com A': ['192.0.2.10'],
    };
    assert.deepEqual(await compared(flattened), []);
  });

  test('differ about all that the inside does not know', async () => {
    assert.deepEqual(await compared({ 'example.com CAA': ['issue letsencrypt.org'] }), [
      'traffic',
      'certificate',
      'caa',
    ]);
  });

  for (const failure of ['servfail', 'refused', 'silent'] as const) {
    test(`are not said to differ where one of them is ${failure}`, async () => {
      const inside: Zone = {
        'api.example.com CNAME': failure,
        '_acme-challenge.api.example.com CNAME': failure,
        'api.example.com CAA': failure,
      };
      assert.deepEqual(await compared(inside), []);
    });
  }
});
