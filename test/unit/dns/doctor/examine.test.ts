// The doctor against a real DNS server on loopback, in every situation that it is to tell apart.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type DnsReport, examineDns } from '../../../../src/dns/doctor/examine';
import { nodeLookup } from '../../../../src/dns/doctor/nodeLookup';
import { domainRecords } from '../../../../src/dns/domainRecords';
import { startDnsServer, type Zone } from './dnsServer';

const edge = 'cf032d53cb.gateways.konggateway.com';
const challenge = '_acme-challenge.cf032d53cb.acme.gateways.konggateway.com';
const right: Zone = {
  'api.example.com CNAME': [edge],
  [`${edge} A`]: ['192.0.2.10', '192.0.2.11'],
  '_acme-challenge.api.example.com CNAME': [challenge],
  'example.com A': ['192.0.2.99'],
};

async function examine(
  zone: Zone,
  domain = 'api.example.com',
  apiAccess = 'public',
): Promise<DnsReport> {
  const result = domainRecords({ domain }, { prefix: 'cf032d53cb', apiAccess });
  const server = await startDnsServer(zone);
  try {
    const lookup = nodeLookup({ servers: [server.address], timeoutMs: 100, tries: 1 });
    const records = result.kind === 'records' ? result.records : assert.fail(result.reason);
    return (await examineDns(domain, records, lookup)) ?? assert.fail('nothing was examined');
  } finally {
    await server.close();
  }
}

function without(zone: Zone, ...keys: string[]): Zone {
  return Object.fromEntries(Object.entries(zone).filter(([key]) => !keys.includes(key)));
}

async function traffic(change: Zone, domain?: string) {
  return (await examine({ ...without(right, 'api.example.com CNAME'), ...change }, domain)).traffic;
}

async function challengeOf(change: Zone) {
  return (await examine({ ...without(right, '_acme-challenge.api.example.com CNAME'), ...change }))
    .challenge;
}

async function caa(change: Zone, domain?: string) {
  return (await examine({ ...right, ...change }, domain)).caa;
}

suite('the doctor', () => {
  test('finds nothing wrong where nothing is', async () => {
    assert.deepEqual(await examine(right), {
      traffic: { kind: 'right' },
      challenge: { kind: 'right' },
      caa: { kind: 'allowed' },
    });
  });

  test('asks nothing about traffic of a private gateway', async () => {
    assert.equal((await examine(right, 'api.example.com', 'private')).traffic, undefined);
  });
});

suite('traffic', () => {
  test('may come through aliases of the customer', async () => {
    const found = await traffic({
      'api.example.com CNAME': ['x.example.net'],
      'x.example.net CNAME': [edge],
    });
    assert.deepEqual(found, { kind: 'right' });
  });

  test('of a wildcard is looked at below it', async () => {
    const found = await traffic({ 'kong-dns-check.example.com CNAME': [edge] }, '*.example.com');
    assert.deepEqual(found, { kind: 'right' });
  });

  test('is flattened where an apex has the addresses of the gateway', async () => {
    const found = await traffic({ 'example.com A': ['192.0.2.11'] }, 'example.com');
    assert.deepEqual(found, { kind: 'flattened' });
  });

  test('waits for a gateway that has no address', async () => {
    const found = (await examine(without(right, `${edge} A`))).traffic;
    assert.deepEqual(found, { kind: 'edge-missing', target: edge });
  });

  for (const target of [
    'cf032d53cb.gateways.konghq.com',
    'cf032d53cb.aws-us-east-2.edge.gateways.konghq.com',
  ]) {
    test(`goes to the switched-off name ${target}`, async () => {
      const found = await traffic({ 'api.example.com CNAME': [target] });
      assert.deepEqual(found, { kind: 'former', target });
    });
  }

  test('goes to another gateway', async () => {
    const target = 'aaaaaaaaaa.gateways.konggateway.com';
    assert.deepEqual(await traffic({ 'api.example.com CNAME': [target] }), {
      kind: 'other-gateway',
      target,
    });
  });

  test('goes to a content network, which is named and not called wrong', async () => {
    const target = 'd111111abcdef8.cloudfront.net';
    assert.deepEqual(
      await traffic({ 'api.example.com CNAME': [target], [`${target} A`]: ['192.0.2.7'] }),
      {
        kind: 'proxied',
        target,
        proxy: 'Amazon CloudFront',
      },
    );
  });

  test('goes to Cloudflare, which shows its own addresses in place of the alias', async () => {
    const found = await traffic({
      'api.example.com A': ['104.16.1.2'],
      'api.example.com AAAA': ['2606:4700::1'],
    });
    const target = '104.16.1.2, 2606:4700::1';
    assert.deepEqual(found, { kind: 'proxied', target, proxy: 'Cloudflare' });
  });

  test('goes to a name that somebody else runs', async () => {
    const found = await traffic({
      'api.example.com CNAME': ['lb.example.net'],
      'lb.example.net A': ['192.0.2.7'],
    });
    assert.deepEqual(found, { kind: 'elsewhere', target: 'lb.example.net' });
  });

  test('goes to a name that does not exist', async () => {
    const found = await traffic({ 'api.example.com CNAME': ['lb.example.net'] });
    assert.deepEqual(found, { kind: 'dangling', target: 'lb.example.net' });
  });

  test('is not called wrong where the name behind the alias cannot be asked for', async () => {
    const found = await traffic({
      'api.example.com CNAME': ['lb.example.net'],
      'lb.example.net CNAME': 'servfail',
    });
    assert.deepEqual(found, { kind: 'unanswered', why: 'server-failure' });
  });

  test('goes to the right value with the name of the zone after it', async () => {
    const target = `${edge}.example.com`;
    const found = await traffic({ 'api.example.com CNAME': [target] });
    assert.deepEqual(found, { kind: 'zone-appended', target });
  });

  test('goes to one region of this gateway', async () => {
    const target = 'cf032d53cb.aws-us-east-2.edge.gateways.konggateway.com';
    const found = await traffic({ 'api.example.com CNAME': [target] });
    assert.deepEqual(found, { kind: 'one-region', target });
  });

  test('has the IPv6 addresses of the gateway', async () => {
    const found = await traffic(
      { 'example.com AAAA': ['2001:db8::1'], [`${edge} AAAA`]: ['2001:db8::1'] },
      'example.com',
    );
    assert.deepEqual(found, { kind: 'flattened' });
  });

  test('goes to addresses of a proxy', async () => {
    const found = await traffic({ 'api.example.com A': ['198.51.100.7'] });
    assert.deepEqual(found, { kind: 'elsewhere', target: '198.51.100.7' });
  });

  test('has IPv6 addresses only', async () => {
    const found = await traffic({ 'api.example.com AAAA': ['2001:db8::1'] });
    assert.deepEqual(found, { kind: 'ipv6-only', target: '2001:db8::1' });
  });

  test('is missing for a name that does not exist', async () => {
    assert.deepEqual(await traffic({}), { kind: 'missing' });
  });

  test('is missing for a name with other records', async () => {
    assert.deepEqual(await traffic({ 'api.example.com CAA': ['issue pki.goog'] }), {
      kind: 'missing',
    });
  });

  test('is not missing when the server fails', async () => {
    const found = await traffic({ 'api.example.com CNAME': 'servfail' });
    assert.deepEqual(found, { kind: 'unanswered', why: 'server-failure' });
  });

  test('is not missing when the server refuses', async () => {
    const found = await traffic({ 'api.example.com CNAME': 'refused' });
    assert.deepEqual(found, { kind: 'unanswered', why: 'refused' });
  });

  test('is not missing when the server is silent', async () => {
    const found = await traffic({ 'api.example.com CNAME': 'silent' });
    assert.deepEqual(found, { kind: 'unanswered', why: 'timeout' });
  });

  test('goes round in a circle', async () => {
    const found = await traffic({
      'api.example.com CNAME': ['b.example.com'],
      'b.example.com CNAME': ['api.example.com'],
    });
    assert.deepEqual(found, { kind: 'loop' });
  });
});

suite('the record for the certificate', () => {
  test('lacks .acme.', async () => {
    const target = '_acme-challenge.cf032d53cb.gateways.konggateway.com';
    const found = await challengeOf({ '_acme-challenge.api.example.com CNAME': [target] });
    assert.deepEqual(found, { kind: 'without-acme', target });
  });

  test('is that of the switched-off domain', async () => {
    const target = '_acme-challenge.cf032d53cb.acme.gateways.konghq.com';
    const found = await challengeOf({ '_acme-challenge.api.example.com CNAME': [target] });
    assert.deepEqual(found, { kind: 'former', target });
  });

  test('may pass through names of the customer', async () => {
    const found = await challengeOf({
      '_acme-challenge.api.example.com CNAME': ['challenges.example.net'],
      'challenges.example.net CNAME': [challenge],
    });
    assert.deepEqual(found, { kind: 'right' });
  });

  test('leads elsewhere', async () => {
    const found = await challengeOf({ '_acme-challenge.api.example.com CNAME': ['x.example.net'] });
    assert.deepEqual(found, { kind: 'elsewhere', target: 'x.example.net' });
  });

  test('is that of another gateway', async () => {
    const target = '_acme-challenge.aaaaaaaaaa.acme.gateways.konggateway.com';
    const found = await challengeOf({ '_acme-challenge.api.example.com CNAME': [target] });
    assert.deepEqual(found, { kind: 'other-gateway', target });
  });

  test('has the name of the zone after the right value', async () => {
    const target = `${challenge}.example.com`;
    const found = await challengeOf({ '_acme-challenge.api.example.com CNAME': [target] });
    assert.deepEqual(found, { kind: 'zone-appended', target });
  });

  test('leads to a switched-off name by way of the customer’s own', async () => {
    const target = '_acme-challenge.cf032d53cb.acme.gateways.konghq.com';
    const found = await challengeOf({
      '_acme-challenge.api.example.com CNAME': ['challenges.example.net'],
      'challenges.example.net CNAME': [target],
    });
    assert.deepEqual(found, { kind: 'former', target });
  });

  test('is a text record, typed in or flattened', async () => {
    const found = await challengeOf({ '_acme-challenge.api.example.com TXT': ['abc'] });
    assert.deepEqual(found, { kind: 'text' });
  });

  test('goes round in a circle', async () => {
    const found = await challengeOf({
      '_acme-challenge.api.example.com CNAME': ['b.example.com'],
      'b.example.com CNAME': ['_acme-challenge.api.example.com'],
    });
    assert.deepEqual(found, { kind: 'loop' });
  });

  test('is missing', async () => assert.deepEqual(await challengeOf({}), { kind: 'missing' }));

  test('cannot be asked for', async () => {
    const found = await challengeOf({ '_acme-challenge.api.example.com CNAME': 'servfail' });
    assert.deepEqual(found, { kind: 'unanswered', why: 'server-failure' });
  });
});

suite('CAA', () => {
  test('of the domain decides before that of its parent', async () => {
    const found = await caa({
      [`${edge} CAA`]: ['issue pki.goog; cansignhttpexchanges=yes'],
      'example.com CAA': ['issue letsencrypt.org'],
    });
    assert.deepEqual(found, { kind: 'allowed', at: 'api.example.com' });
  });

  test('of a parent holds for the domain', async () => {
    const found = await caa({ 'example.com CAA': ['issue letsencrypt.org', 'issue digicert.com'] });
    const issuers = ['letsencrypt.org', 'digicert.com'];
    assert.deepEqual(found, { kind: 'forbidden', at: 'example.com', issuers });
  });

  test('that allows nobody forbids', async () => {
    const found = await caa({ 'example.com CAA': ['issue ;'] });
    assert.deepEqual(found, { kind: 'forbidden', at: 'example.com', issuers: [''] });
  });

  test('behind an alias decides where the server does not follow it', async () => {
    const found = await caa({
      'api.example.com CNAME': ['alias.example.net'],
      'alias.example.net CNAME': [edge],
      'api.example.com CAA': [],
      'alias.example.net CAA': ['issue letsencrypt.org'],
    });
    const issuers = ['letsencrypt.org'];
    assert.deepEqual(found, { kind: 'forbidden', at: 'api.example.com', issuers });
  });

  test('behind an alias that cannot be read is not taken for absent', async () => {
    const found = await caa({ 'api.example.com CAA': [], [`${edge} CAA`]: 'servfail' });
    assert.deepEqual(found, { kind: 'unanswered', at: 'api.example.com', why: 'server-failure' });
  });

  test('at the very top is reached', async () => {
    const found = await caa({ 'com CAA': ['issue letsencrypt.org'] });
    assert.deepEqual(found, { kind: 'forbidden', at: 'com', issuers: ['letsencrypt.org'] });
  });

  test('that names an account or a method may keep Kong out', async () => {
    const parameters = 'validationmethods=http-01';
    const found = await caa({ 'example.com CAA': [`issue pki.goog; ${parameters}`] });
    assert.deepEqual(found, { kind: 'restricted', at: 'example.com', parameters });
    const also = await caa({
      'example.com CAA': [`issue pki.goog; ${parameters}`, 'issue pki.goog'],
    });
    assert.deepEqual(also, { kind: 'allowed', at: 'example.com' });
  });

  test('that only reports restricts nothing', async () => {
    const found = await caa({ 'example.com CAA': ['iodef mailto:x@example.com'] });
    assert.deepEqual(found, { kind: 'allowed', at: 'example.com' });
  });

  test('for wildcards goes before the general one, for wildcards alone', async () => {
    const zone: Zone = { 'example.com CAA': ['issue letsencrypt.org', 'issuewild pki.goog'] };
    assert.equal((await caa(zone, '*.example.com')).kind, 'allowed');
    assert.equal((await caa(zone)).kind, 'forbidden');
  });

  test('that cannot be read is not taken for absent', async () => {
    const found = await caa({ 'example.com CAA': 'servfail' });
    assert.deepEqual(found, { kind: 'unanswered', at: 'example.com', why: 'server-failure' });
  });
});
