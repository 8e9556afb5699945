// A proxy that wants a sign-in: when it gets one, from whom, and that the sign-in goes no further.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import { type DemoServer, startDemo } from '../../../src/demo/server';
import {
  type ProxySettings,
  secretsOfProxy,
  signedProxyFor,
} from '../../../src/konnect/request/signedProxy';
import { openConnections } from '../../../src/konnect/request/transport';
import { createAuthority, issue } from '../../fakes/certificates';
import { basic, type LoopbackProxy, startProxy } from '../../fakes/loopbackProxy';
import { clientOf, type Setup, timeouts } from './testClient';

const settings: ProxySettings = {
  proxy: 'http://proxy.example:3128',
  proxyAuthorization: 'Basic YW5uOnNwYXJyb3c=',
  noProxy: [],
  proxySupport: 'override',
};
const konnect = 'https://us.api.konghq.com/v2/control-planes';
const signed = { url: 'http://proxy.example:3128', authorization: 'Basic YW5uOnNwYXJyb3c=' };

suite('a sign-in of ours to the proxy', () => {
  const cases: readonly (readonly [string, Partial<ProxySettings>, string, boolean])[] = [
    ['is for the proxy that is named', {}, konnect, true],
    ['is for an encrypted proxy too', { proxy: 'https://proxy.example' }, konnect, true],
    ['is none without a proxy', { proxy: '' }, konnect, false],
    ['is none for what is no address', { proxy: 'http://' }, konnect, false],
    ['is none for SOCKS', { proxy: 'socks5://proxy.example' }, konnect, false],
    ['is none without the header', { proxyAuthorization: ' ' }, konnect, false],
    ['is none with what no header carries', { proxyAuthorization: 'a\r\nb' }, konnect, false],
    ['leaves a name in the address alone', { proxy: 'http://ann@proxy.example' }, konnect, false],
    ['is none where proxies are off', { proxySupport: 'off' }, konnect, false],
    ['is none for this machine', {}, 'http://127.0.0.1:8080/us/v2', false],
    ['is none for an exception', { noProxy: ['x', ' .KongHQ.com '] }, konnect, false],
    ['is none for an exception of all', { noProxy: ['*'] }, konnect, false],
    ['is none for an exception of its port', { noProxy: ['konghq.com:443'] }, konnect, false],
    ['is there for another port', { noProxy: ['konghq.com:8443'] }, konnect, true],
    ['is there for a name that only ends alike', { noProxy: ['ghq.com'] }, konnect, true],
  ];
  for (const [what, change, url, isSigned] of cases) {
    test(what, () => {
      const proxy = signedProxyFor(new URL(url), { ...settings, ...change }, {});
      assert.equal(proxy !== undefined, isSigned);
      if (isSigned && change.proxy === undefined) assert.deepEqual(proxy, signed);
    });
  }

  test('heeds NO_PROXY where no exceptions are set', () => {
    const url = new URL(konnect);
    const environment = { NO_PROXY: 'localhost, konghq.com' };
    assert.equal(signedProxyFor(url, settings, environment), undefined);
    assert.deepEqual(signedProxyFor(url, { ...settings, noProxy: ['x'] }, environment), signed);
  });

  test('is a secret in each of its forms', () => {
    assert.deepEqual(secretsOfProxy(settings), [
      'Basic YW5uOnNwYXJyb3c=',
      'YW5uOnNwYXJyb3c=',
      'ann:sparrow',
      'sparrow',
    ]);
    assert.deepEqual(secretsOfProxy({ ...settings, proxyAuthorization: '' }), []);
  });
});

const domain = 'api.konnect.invalid';
const authority = createAuthority('proxy test');
const canary = 'ann:sparrow-of-the-proxy';

interface Behind extends Omit<Setup, 'server'> {
  readonly demo: DemoServer;
  readonly proxy: LoopbackProxy;
}

async function behind(credentials: string, use: (at: Behind) => Promise<void>): Promise<void> {
  const demo = await startDemo();
  const identity = issue(authority, `*.${domain}`);
  const proxy = await startProxy({ identity, apiUrl: demo.apiUrl, credentials });
  const authorization = basic(canary);
  const url = `http://127.0.0.1:${proxy.port}`;
  const connections = openConnections(timeouts, [authority.certificate], { url, authorization });
  const setup = clientOf(demo, {
    apiUrl: `https://{geo}.${domain}`,
    token: () => demo.token,
    secrets: () => secretsOfProxy({ ...settings, proxyAuthorization: authorization }),
    connections,
  });
  try {
    await use({ ...setup, demo, proxy });
  } finally {
    await setup.client.close();
    await connections.destroy();
    await proxy.close();
    await demo.close();
  }
}

function assertNoLeak(seen: unknown): void {
  const text = inspect(seen, { depth: 20, showHidden: true });
  const secrets = ['sparrow', basic(canary), basic(canary).slice('Basic '.length)];
  assert.deepEqual(
    secrets.filter((secret) => text.includes(secret)),
    [],
  );
}

suite('behind a proxy that wants a sign-in', () => {
  test('requests go through, over connections that are used again', () =>
    behind(canary, async ({ client, proxy, lines }) => {
      for (let count = 0; count < 10; count += 1) await client.organizations.me();
      const [first, ...more] = proxy.tunnels;
      assert.deepEqual(first, { target: `global.${domain}:443`, status: 200 });
      // A request that comes before the last one is quite done may open another.
      assert.ok(more.length <= 2, `${proxy.tunnels.length} tunnels`);
      assertNoLeak(lines);
    }));

  test('another sign-in is told after one try, without repeating it', () =>
    behind('bob:other', async ({ client, proxy, lines }) => {
      const error = await client.organizations.me().catch((reason: unknown) => reason);
      assert.match(String(error), /^NetworkError: The proxy wants a sign-in\./);
      assert.deepEqual(
        proxy.tunnels.map(({ status }) => status),
        [407],
      );
      assertNoLeak({ error, lines });
    }));

  for (const [what, body] of Object.entries({
    'a page': `<html><head><title>${canary} ${basic(canary)} is blocked</title></head></html>`,
    'a problem': JSON.stringify({ title: 'No', detail: `${canary} ${basic(canary)}` }),
  })) {
    test(`${what} of the proxy that repeats the sign-in leaks nothing`, async () => {
      // Behind the tunnel stands the proxy itself, as one that looks into the traffic.
      const options = {
        secrets: () => secretsOfProxy({ ...settings, proxyAuthorization: basic(canary) }),
      };
      const fetch = async () => new Response(body, { status: 403 });
      const { client, lines, notices } = clientOf(
        { apiUrl: 'http://127.0.0.1:1/{geo}' },
        { ...options, fetch },
      );
      const error = await client.organizations.me().catch((reason: unknown) => reason);
      assert.match(String(error), /^PermissionError: .*•••/);
      assertNoLeak({ error, lines, notices });
      await client.close();
    });
  }

  test('a proxy that never answers is given up, and its socket closed', async () => {
    const closings: Promise<unknown>[] = [];
    const silent = createServer((socket) => closings.push(once(socket.resume(), 'close')));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { readonly port: number };
    const proxy = { url: `http://127.0.0.1:${port}`, authorization: basic(canary) };
    const connections = openConnections({ ...timeouts, headersMs: 20 }, undefined, proxy);
    const { client, lines } = clientOf({ apiUrl: `https://{geo}.${domain}` }, { connections });
    const error = await client.networks.rename('n', 'other').catch((reason: unknown) => reason);
    assert.match(String(error), /^TimeoutError: .* did not answer/);
    assertNoLeak({ error, lines });
    await connections.destroy();
    assert.equal(closings.length, 1);
    await Promise.all(closings);
    await new Promise((resolve) => silent.close(resolve));
    await client.close();
  });
});
