// The prefix of a gateway's names, read off its endpoint or not at all.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { dnsPrefix } from '../../../src/dns/prefix';
import { Seeded } from '../../fakes/seeded';

const prefixOf = (endpoint: string | null | undefined) =>
  dnsPrefix({ config: { control_plane_endpoint: endpoint } });

suite('the prefix', () => {
  test('is the first label of the endpoint, with any labels in the middle', () => {
    const middles = ['us.cp0', 'eu.cp0', 'cp', 'sg.cp1', 'a.b.c'] as const;
    for (let seed = 1; seed <= 1000; seed += 1) {
      const random = new Seeded(seed);
      const label = random.text('abcdefghijklmnopqrstuvwxyz0123456789', 6 + random.below(30));
      const endpoint = `https://${label}.${random.pick(middles)}.konghq.com`;
      assert.equal(prefixOf(endpoint), label, endpoint);
    }
  });

  for (const endpoint of [
    'cf032d53cb.us.cp0.konghq.com',
    'cf032d53cb.us.cp0.konghq.com:443',
    'https://cf032d53cb.us.cp0.konghq.com:443/',
    'https://CF032D53CB.us.cp0.konghq.com',
    'https://cf032d53cb.us.cp0.konghq.com.',
  ]) {
    test(`is read from ${endpoint}`, () => assert.equal(prefixOf(endpoint), 'cf032d53cb'));
  }

  for (const endpoint of [
    '',
    null,
    undefined,
    'https://',
    'not an address',
    'https://short.us.cp0.konghq.com',
    'https://cf03-2d53cb.us.cp0.konghq.com',
    'https://cf032d53cb.konghq.com',
    'https://konghq.com',
    'https://cf032d53cb.us.cp0.konghq.tech',
    'https://cf032d53cb.us.cp0.konghq.com.example.com',
    'https://cf032d53cb.us.cp0.notkonghq.com',
    'https://cf032d53cb@us.cp0.konghq.com',
    'https://cf032d53cb.us.cp0.example.com/.konghq.com',
    'https://10.20.30.40',
    'javascript:alert(1)',
  ]) {
    test(`is not guessed from ${JSON.stringify(endpoint)}`, () => {
      assert.equal(prefixOf(endpoint), undefined);
    });
  }

  test('is unknown for a control plane without a configuration of its own', () => {
    assert.equal(dnsPrefix({}), undefined);
  });
});
