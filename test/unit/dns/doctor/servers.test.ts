// The DNS servers that a user may name.
import assert from 'node:assert/strict';
import { Resolver } from 'node:dns/promises';
import { suite, test } from 'node:test';
import { assert as hold, ipV4, ipV6, nat, oneof, property, string, tuple } from 'fast-check';
import { parseServers } from '../../../../src/dns/doctor/servers';

suite('named DNS servers', () => {
  test('are addresses with or without a port, however they are separated', () => {
    assert.deepEqual(parseServers(' 1.1.1.1, 8.8.8.8:5353;[2001:db8::1]:53\t2001:db8::2 1.1.1.1'), {
      kind: 'servers',
      servers: ['1.1.1.1', '8.8.8.8:5353', '[2001:db8::1]:53', '2001:db8::2'],
    });
  });

  for (const text of [
    'dns.example.com',
    '1.1.1',
    '1.1.1.1:0',
    '1.1.1.1:65536',
    '[1.1.1.1]',
    ':53',
  ]) {
    test(`are not ${text}`, () => {
      assert.deepEqual(parseServers(text), { kind: 'unusable', text });
    });
  }

  test('are always such as the resolver takes', () => {
    const server = oneof(
      ipV4(),
      ipV6(),
      tuple(ipV4(), nat(70_000)).map(([address, port]) => `${address}:${port}`),
      tuple(ipV6(), nat(70_000)).map(([address, port]) => `[${address}]:${port}`),
      string(),
    );
    hold(
      property(server, (text) => {
        const parsed = parseServers(text);
        if (parsed.kind === 'servers') new Resolver().setServers(parsed.servers);
      }),
    );
  });
});
