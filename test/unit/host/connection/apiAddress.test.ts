import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { judgeAddress } from '../../../../src/host/connection/apiAddress';

suite('addresses that a token may be sent to', () => {
  for (const address of [
    'https://{geo}.api.konghq.com',
    'https://us.api.konghq.com',
    'https://{geo}.api.konghq.com/',
    'http://127.0.0.1:8080/{geo}',
    'http://localhost:1/{geo}',
    'https://[::1]:8443/{geo}',
  ]) {
    test(`${address} is trusted`, () => assert.equal(judgeAddress(address).kind, 'trusted'));
  }

  for (const [address, host] of [
    ['https://konnect.example.com/{geo}', 'konnect.example.com'],
    ['https://{geo}.konnect.example.com', '{geo}.konnect.example.com'],
    ['https://{geo}.gateways.konghq.com', '{geo}.gateways.konghq.com'],
    ['https://api.konghq.com', 'api.konghq.com'],
    ['https://a.b.api.konghq.com', 'a.b.api.konghq.com'],
    ['https://us.api.konghq.com.example.com', 'us.api.konghq.com.example.com'],
    ['https://us.api.konghq.com:8443', 'us.api.konghq.com:8443'],
    ['https://us.api.kоnghq.com', 'us.api.xn--knghq-jye.com'],
    ['https://{geo}api.konghq.com', '{geo}api.konghq.com'],
  ] as const) {
    test(`${address} is asked about as ${host}`, () => {
      const trust = judgeAddress(address);
      assert.equal(trust.kind === 'unknown-host' && trust.host, host);
    });
  }

  for (const address of [
    '',
    'us.api.konghq.com',
    'ftp://us.api.konghq.com',
    'http://us.api.konghq.com',
    'http://konnect.example.com',
    'https://us.api.konghq.com@example.com',
    'https://token@us.api.konghq.com',
    'https://us.api.konghq.com\\@example.com',
    'https://us.api.konghq.com?x={geo}',
    'https://us.api.konghq.com#{geo}',
    'https://{geo}.{geo}.api.konghq.com',
    'https://exa mple.com',
  ]) {
    test(`${JSON.stringify(address)} is refused`, () =>
      assert.deepEqual(judgeAddress(address), { kind: 'invalid' }));
  }
});
