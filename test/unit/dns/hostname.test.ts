// Which texts are names of hosts, and the one form that they are brought to.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { toHostname } from '../../../src/dns/hostname';

const label63 = 'a'.repeat(63);

suite('a host name', () => {
  for (const [text, name] of [
    ['api.example.com', 'api.example.com'],
    ['API.Example.COM', 'api.example.com'],
    ['api.example.com.', 'api.example.com'],
    ['_acme-challenge.example.com', '_acme-challenge.example.com'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
    [`${label63}.com`, `${label63}.com`],
  ] as const) {
    test(`is ${name} for ${text}`, () => assert.equal(toHostname(text), name));
  }

  for (const text of [
    '',
    '.',
    'localhost',
    'a..b',
    '.example.com',
    'example.com..',
    '-a.example.com',
    'a-.example.com',
    'a b.example.com',
    'a\n.example.com',
    '*.example.com',
    'https://example.com',
    'example.com/x',
    '192.0.2.1',
    '[::1]',
    `${label63}a.com`,
    Array(5).fill(label63).join('.'),
    'a'.repeat(10_000),
    '<b>.example.com',
    '\u202eexample.com',
  ]) {
    test(`is refused for ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(toHostname(text), undefined);
    });
  }
});
