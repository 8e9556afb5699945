// All domains of an organisation against a real DNS server: who must move off the switched-off names, and who is well.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { nodeLookup } from '../../../../src/dns/doctor/nodeLookup';
import {
  type DomainToSurvey,
  type SurveyedDomain,
  surveyDomains,
  verdictOf,
} from '../../../../src/dns/doctor/survey';
import { domainSurveyText } from '../../../../src/export/dns/domainSurvey';
import { english } from '../../../../src/text';
import { startDnsServer, type Zone } from './dnsServer';

const edge = 'cf032d53cb.gateways.konggateway.com';
const challenge = '_acme-challenge.cf032d53cb.acme.gateways.konggateway.com';
const zone: Zone = {
  [`${edge} A`]: ['192.0.2.10'],
  'right.example.com CNAME': [edge],
  '_acme-challenge.right.example.com CNAME': [challenge],
  'waits.example.com CNAME': [edge],
  '_acme-challenge.waits.example.com CNAME': [challenge],
  'old.example.com CNAME': ['cf032d53cb.gateways.konghq.com'],
  '_acme-challenge.old.example.com CNAME': ['alias.example.com'],
  'alias.example.com CNAME': ['_acme-challenge.cf032d53cb.acme.gateways.konghq.com'],
  'silent.example.com CNAME': 'servfail',
  'unknown.example.com CNAME': ['cf032d53cb.gateways.konghq.com'],
};

function domain(name: string, change: Partial<DomainToSurvey> = {}): DomainToSurvey {
  return {
    domain: name,
    konnect: { state: 'ready' },
    controlPlane: 'payments',
    gateway: { prefix: 'cf032d53cb', apiAccess: 'public' },
    ...change,
  };
}

async function surveyed(
  domains: readonly DomainToSurvey[],
  signal = new AbortController().signal,
  onProgress: (done: number) => void = () => {},
): Promise<readonly SurveyedDomain[]> {
  const server = await startDnsServer(zone);
  try {
    const lookup = nodeLookup({ servers: [server.address], timeoutMs: 300, tries: 1 });
    return await surveyDomains(domains, { lookup, signal, onProgress });
  } finally {
    await server.close();
  }
}

const facts = { organization: 'Acme', at: 'today', servers: ['192.0.2.53'], gaps: [] };

suite('a survey of domains', () => {
  test('tells who must move, who is wrong, who waits, and who is well', async () => {
    const found = await surveyed([
      domain('right.example.com'),
      domain('waits.example.com', { konnect: { state: 'initializing' } }),
      domain('old.example.com'),
      domain('missing.example.com'),
      domain('silent.example.com'),
      domain('unknown.example.com', { gateway: { prefix: undefined } }),
      domain('well.example.com', { gateway: { prefix: undefined } }),
      domain('no domain', { gateway: { prefix: undefined } }),
    ]);
    assert.deepEqual(found.map(verdictOf), [
      'right',
      'waiting',
      'former',
      'wrong',
      'unanswered',
      'former',
      'unknown',
      'unknown',
    ]);
  });

  test('names each record to change, with the name to lead to instead', async () => {
    const [found] = await surveyed([domain('old.example.com')]);
    assert.deepEqual(found?.former?.records, [
      {
        host: 'old.example.com',
        target: 'cf032d53cb.gateways.konghq.com',
        replacement: edge,
      },
      {
        host: 'alias.example.com',
        target: '_acme-challenge.cf032d53cb.acme.gateways.konghq.com',
        replacement: challenge,
      },
    ]);
  });

  test('tells its progress and keeps the order', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `d${index}.example.com`);
    const progress: number[] = [];
    const found = await surveyed(
      names.map((name) => domain(name)),
      undefined,
      (done) => progress.push(done),
    );
    assert.deepEqual(
      found.map((one) => one.domain),
      names,
    );
    assert.deepEqual(
      progress,
      names.map((_, index) => index + 1),
    );
  });

  test('ends when it is cancelled', async () => {
    const cancelled = new AbortController();
    const names = Array.from({ length: 100 }, (_, index) => domain(`d${index}.example.com`));
    let last = 0;
    const work = surveyed(names, cancelled.signal, (done) => {
      last = done;
      if (done === 10) cancelled.abort();
    });
    await assert.rejects(work, { name: 'AbortError' });
    assert.ok(last < 30, `${last} were examined`);
  });
});

suite('the document of a survey', () => {
  test('lists the records to change first, and as lines of a zone file', async () => {
    const found = await surveyed([domain('right.example.com'), domain('old.example.com')]);
    const text = domainSurveyText(found, facts, english);
    assert.match(text, /^# DNS of custom domains\n/);
    assert.ok(
      text.includes(
        '| `old.example.com` | payments | `cf032d53cb.gateways.konghq.com` | `cf032d53cb.gateways.konggateway.com` |\n',
      ),
      text,
    );
    assert.ok(
      text.includes(
        `\`\`\`\nold.example.com.\t300\tIN\tCNAME\t${edge}.\nalias.example.com.\t300\tIN\tCNAME\t${challenge}.\n\`\`\`\n`,
      ),
      text,
    );
    assert.match(text, /## In order \(1\)\n\n- `right\.example\.com`\n$/);
  });

  test('says of the others what is wrong and what is next', async () => {
    const reason = 'CNAME points elsewhere';
    const found = await surveyed([
      domain('missing.example.com', { konnect: { state: 'error', reason } }),
    ]);
    const text = domainSurveyText(found, facts, english);
    assert.match(text, /None leads to `\*\.gateways\.konghq\.com`/);
    assert.match(
      text,
      /## With other problems \(1\)\n\n### `missing\.example\.com`\n\n```\nmissing\.example\.com\.\t300\tIN\tCNAME/,
    );
    assert.match(text, /Konnect reports\\: CNAME points elsewhere/);
    assert.match(text, /Next\\: create or correct the record for the certificate/);
  });

  test('shows hostile names as nothing but text', async () => {
    const nasty = '![x](https://evil.example/a.png)<img src=x>`|\u202e\n# heading';
    const found = await surveyed([
      domain(nasty, { controlPlane: nasty, konnect: { state: 'error', reason: nasty } }),
    ]);
    const text = domainSurveyText(found, { ...facts, organization: nasty, gaps: [nasty] }, english);
    const outside = text.replace(/(`+) ?[^\n]*?\1(?!`)/g, '');
    assert.doesNotMatch(outside, /(?<!\\)[<![]|\u202e|^# heading/m);
    assert.ok(text.length < 5000);
  });
});
