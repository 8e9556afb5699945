// The records of a custom domain: complete and exact, or none with a reason.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { domainRecords } from '../../../src/dns/domainRecords';
import { Seeded } from '../../fakes/seeded';

const gateway = { prefix: 'cf032d53cb', apiAccess: 'private+public' };

function found(domain: string, more: { prefix?: string; apiAccess?: string | null } = {}) {
  const result = domainRecords({ domain }, { ...gateway, ...more });
  return result.kind === 'records' ? result : assert.fail(`no records: ${result.reason}`);
}

function reason(domain: string, kind?: string) {
  const result = domainRecords({ domain, kind }, gateway);
  return result.kind === 'none' ? result.reason : 'records';
}

suite('the records of a custom domain', () => {
  test('are one CNAME for traffic and one for the certificate, both derived', () => {
    assert.deepEqual(domainRecords({ domain: 'api.example.com' }, gateway), {
      kind: 'records',
      cautions: [],
      records: [
        {
          purpose: 'traffic',
          host: 'api.example.com',
          type: 'CNAME',
          value: 'cf032d53cb.gateways.konggateway.com',
          ttlSeconds: 300,
          grade: 'derived',
        },
        {
          purpose: 'certificate',
          host: '_acme-challenge.api.example.com',
          type: 'CNAME',
          value: '_acme-challenge.cf032d53cb.acme.gateways.konggateway.com',
          ttlSeconds: 300,
          grade: 'derived',
        },
      ],
    });
  });

  test('follow the same rule for every prefix and domain', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
    for (let seed = 1; seed <= 2000; seed += 1) {
      const random = new Seeded(seed);
      const prefix = random.text(letters, 6 + random.below(20));
      const labels = Array.from({ length: 3 + random.below(4) }, () =>
        random.text(letters, 1 + random.below(20)),
      );
      const domain = `${labels.join('.')}.example`;
      const [traffic, certificate, ...rest] = found(domain, { prefix }).records;
      assert.equal(rest.length, 0);
      assert.equal(traffic?.host, domain);
      assert.equal(traffic?.value, `${prefix}.gateways.konggateway.com`);
      assert.equal(certificate?.host, `_acme-challenge.${domain}`);
      assert.equal(certificate?.value, `_acme-challenge.${prefix}.acme.gateways.konggateway.com`);
    }
  });

  test('at an apex have no CNAME for traffic, only what stands in for it', () => {
    const { records, cautions } = found('example.com');
    assert.deepEqual(
      records.map(({ type }) => type),
      ['ALIAS', 'CNAME'],
    );
    assert.deepEqual(cautions, ['apex']);
  });

  test('say that a name below a shared suffix may be an apex', () => {
    const { records, cautions } = found('example.co.uk');
    assert.deepEqual(
      records.map(({ type }) => type),
      ['CNAME', 'CNAME'],
    );
    assert.deepEqual(cautions, ['possible-apex']);
  });

  test('of a wildcard are validated at the name that it covers', () => {
    const { records, cautions } = found('*.example.com');
    const hosts = records.map(({ host, type }) => `${host} ${type}`);
    assert.deepEqual(hosts, ['*.example.com CNAME', '_acme-challenge.example.com CNAME']);
    assert.deepEqual(cautions, ['wildcard']);
  });

  test('of a private gateway do not send traffic to a public name', () => {
    const { records, cautions } = found('api.example.com', { apiAccess: 'private' });
    assert.deepEqual(
      records.map(({ purpose }) => purpose),
      ['certificate'],
    );
    assert.deepEqual(cautions, ['private-only']);
  });

  for (const apiAccess of [null, 'something-new']) {
    test(`say that they may not fit when the access is ${apiAccess}`, () => {
      assert.deepEqual(found('api.example.com', { apiAccess }).cautions, ['access-unknown']);
    });
  }

  test('do not exist without a prefix', () => {
    assert.deepEqual(domainRecords({ domain: 'api.example.com' }, { prefix: undefined }), {
      kind: 'none',
      reason: 'prefix-unknown',
    });
  });

  test('do not exist for a serverless domain', () => {
    assert.equal(reason('api.example.com', 'serverless.v1'), 'serverless');
    assert.equal(reason('api.example.com', 'dedicated.v0'), 'records');
  });

  for (const domain of [
    '',
    'localhost',
    '*',
    '*.',
    '*.com',
    'a.*.example.com',
    '<script>',
    'x'.repeat(10_000),
  ]) {
    test(`do not exist for ${JSON.stringify(domain.slice(0, 30))}`, () => {
      assert.equal(reason(domain), 'domain-unusable');
    });
  }

  test('do not exist when the name for the certificate would be too long for DNS', () => {
    const domain = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(50)}.com`;
    assert.equal(domain.length, 237);
    assert.equal(reason(domain), 'records');
    assert.equal(reason(`e${domain}`), 'domain-unusable');
  });
});
