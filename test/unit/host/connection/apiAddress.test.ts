// The list of hosts that a token may go to, and every way that we know of around it: SECURITY.md tells the outcome.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { judgeAddress } from '../../../../src/host/connection/apiAddress';

/** `trusted`, `refused`, or the host that is asked about by name. */
function outcome(address: string): string {
  const trust = judgeAddress(address);
  if (trust.kind === 'unknown-host') return trust.host;
  return trust.kind === 'trusted' ? 'trusted' : 'refused';
}

suite('addresses that a token may be sent to', () => {
  for (const address of [
    'https://{geo}.api.konghq.com',
    'https://us.api.konghq.com',
    'https://{geo}.api.konghq.com/',
    'HTTPS://US.API.KONGHQ.COM',
    'https://us.api.konghq.com:443',
    'http://127.0.0.1:8080/{geo}',
    'http://127.1:8080/{geo}',
    'http://localhost:1/{geo}',
    'https://[::1]:8443/{geo}',
  ]) {
    test(`${address} is trusted`, () => assert.equal(outcome(address), 'trusted'));
  }
});

/** What is tried, by kind, and what comes of it. */
const attacks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'another host': {
    'https://konnect.example.com/{geo}': 'konnect.example.com',
    'https://evil.example/us.api.konghq.com': 'evil.example',
    'https://evil.example/{geo}.api.konghq.com': 'evil.example',
    'http://konnect.example.com': 'refused',
    'http://us.api.konghq.com': 'refused',
    'http://{geo}.api.konghq.com': 'refused',
    'ftp://us.api.konghq.com': 'refused',
    'wss://us.api.konghq.com': 'refused',
    'file:///us.api.konghq.com': 'refused',
    'javascript:alert(1)//us.api.konghq.com': 'refused',
    '//us.api.konghq.com': 'refused',
    'us.api.konghq.com': 'refused',
    '': 'refused',
  },
  'a customer’s host, or another one of Kong': {
    'https://{geo}.gateways.konghq.com': '{geo}.gateways.konghq.com',
    'https://abc.us.gateways.konghq.com': 'abc.us.gateways.konghq.com',
    'https://api.konghq.com': 'api.konghq.com',
    'https://.api.konghq.com': '.api.konghq.com',
    'https://a.b.api.konghq.com': 'a.b.api.konghq.com',
  },
  'a host that looks alike': {
    'https://us.api.konghq.com.example.com': 'us.api.konghq.com.example.com',
    'https://us.api.konghq.co': 'us.api.konghq.co',
    'https://us.api-konghq.com': 'us.api-konghq.com',
    'https://us-api.konghq.com': 'us-api.konghq.com',
    'https://usapi.konghq.com': 'usapi.konghq.com',
    'http://127.0.0.1.evil.example': 'refused',
    'http://localhost.evil.example': 'refused',
    'http://[::1].evil.example': 'refused',
    'http://0.0.0.0': 'refused',
  },
  'user information': {
    'https://us.api.konghq.com@example.com': 'refused',
    'https://us.api.konghq.com:443@example.com': 'refused',
    'https://token@us.api.konghq.com': 'refused',
    'https://{geo}@evil.example': 'refused',
    'http://127.0.0.1@evil.example': 'refused',
    'https://us.api.konghq.com＠evil.example': 'refused',
  },
  'a backslash, a query, a fragment': {
    'https://us.api.konghq.com\\@example.com': 'refused',
    'https://us.api.konghq.com\\.evil.example': 'refused',
    'https:\\\\us.api.konghq.com': 'refused',
    'https:/us.api.konghq.com': 'refused',
    'https:///us.api.konghq.com': 'refused',
    'https://evil.example?.api.konghq.com': 'refused',
    'https://evil.example#.api.konghq.com': 'refused',
    'https://us.api.konghq.com?x={geo}': 'refused',
    'https://us.api.konghq.com#{geo}': 'refused',
  },
  'letters of other scripts': {
    'https://us.api.kоnghq.com': 'us.api.xn--knghq-jye.com',
    'https://us.api.konɡhq.com': 'us.api.xn--konhq-tmc.com',
    'https://us.api.xn--knghq-jye.com': 'us.api.xn--knghq-jye.com',
    'https://us。api。konghq。com': 'refused',
    'https://us.api.konghq.com。evil.example': 'us.api.konghq.com.evil.example',
    'https://ｕｓ.api.konghq.com': 'refused',
    'https://evil.example／.api.konghq.com': 'refused',
    'https://evil.example？.api.konghq.com': 'refused',
    'https://us.api.konghq.com：8443': 'refused',
  },
  'letters that cannot be seen, and escapes': {
    'https://us.api.konghq.com\u200b.evil.example': 'us.api.konghq.com.evil.example',
    'https://us.api.konghq.com\u00ad': 'refused',
    'https://us.api.konghq.com\u202e': 'refused',
    'https://us.api.konghq.com\t.evil.example': 'refused',
    'https://us.api.konghq.com\n.evil.example': 'refused',
    'https://us.api.konghq.com\0.evil.example': 'refused',
    'https://us.api.konghq.com%00.evil.example': 'refused',
    'https://us.api.konghq.com%2eevil.example': 'us.api.konghq.com.evil.example',
    'https://us%2eapi.konghq.com': 'refused',
    'https://exa mple.com': 'refused',
  },
  'a trailing dot, a port': {
    'https://us.api.konghq.com.': 'us.api.konghq.com.',
    'https://us.api.konghq.com:8443': 'us.api.konghq.com:8443',
    'https://{geo}.api.konghq.com.': '{geo}.api.konghq.com.',
    'http://localhost.': 'refused',
  },
  'tricks with {geo}': {
    'https://{geo}.konnect.example.com': '{geo}.konnect.example.com',
    'https://{geo}.api.konghq.com.evil.example': '{geo}.api.konghq.com.evil.example',
    'https://{geo}api.konghq.com': '{geo}api.konghq.com',
    'https://{geo}.evil.api.konghq.com': '{geo}.evil.api.konghq.com',
    'https://{geo}evil.example': '{geo}evil.example',
    'https://api.konghq.com.{geo}': 'api.konghq.com.{geo}',
    'https://{geo}.{geo}.api.konghq.com': 'refused',
    'https://{geo}.api.konghq.com/{geo}': 'refused',
    'https://evil.example:{geo}': 'refused',
    'https://{GEO}.api.konghq.com': 'refused',
    'https://%7Bgeo%7D.api.konghq.com': 'refused',
    'http://{geo}localhost': 'refused',
    'http://localhost{geo}': 'refused',
    'http://127.0.0.{geo}': 'refused',
  },
};

for (const [kind, tried] of Object.entries(attacks)) {
  suite(`attack on the host: ${kind}`, () => {
    for (const [address, expected] of Object.entries(tried)) {
      const what = expected === 'refused' ? 'is refused' : `is asked about as ${expected}`;
      test(`${JSON.stringify(address)} ${what}`, () => assert.equal(outcome(address), expected));
    }
  });
}
