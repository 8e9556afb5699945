import assert from 'node:assert/strict';
import * as tls from 'node:tls';
import { afterEach, beforeEach, suite, test } from 'mocha';
import * as vscode from 'vscode';
import { type DemoServer, startDemo } from '../../../src/demo/server';
import type { TestAccess } from '../../../src/extension';
import { connect } from '../../../src/host/connection/connect';
import { isKonnectError, type KonnectError } from '../../../src/konnect/errors';
import { createAuthority, type Identity, issue } from '../../fakes/certificates';
import {
  basic,
  type LoopbackProxy,
  type ProxyOptions,
  startProxy,
} from '../../fakes/loopbackProxy';
import { activated } from '../support';

/** Where undici keeps the dispatcher that every extension in the process shares. */
const processDispatcher = Symbol.for('undici.globalDispatcher.1');
/** No name below it can be resolved: who gets an answer got it from the proxy. */
const domain = 'api.konnect.invalid';
const wanted = `global.${domain}`;
const signedIn = 'ann:correct horse';
/** What `runIntegration` has put where Node looks. */
const trusted: Readonly<Record<'system' | 'extra', Identity>> = JSON.parse(
  process.env.INTEGRATION_AUTHORITIES ?? '{}',
);

suite('behind a proxy', () => {
  let access: TestAccess;
  let demo: DemoServer;
  let proxy: LoopbackProxy;

  beforeEach(async () => {
    access = await activated();
    demo = await startDemo();
    // Node's own rules: the authorities that come with it, and those of NODE_EXTRA_CA_CERTS.
    await set('systemCertificates', false);
  });

  afterEach(async () => {
    await access.services.connections.signOut();
    for (const name of [
      'proxy',
      'proxyAuthorization',
      'noProxy',
      'proxySupport',
      'systemCertificates',
    ])
      await set(name, undefined);
    await proxy.close();
    await demo.close();
  });

  test('every request goes through http.proxy, by the same process-wide dispatcher as before', async () => {
    const before = Reflect.get(globalThis, processDispatcher);
    await behind({});
    await signIn();
    const konnect = await access.services.client.get();
    for (const geo of ['us', 'eu', 'us']) {
      for await (const { name } of konnect.controlPlanes.list(geo)) assert.ok(name);
    }
    assert.deepEqual(
      new Set(proxy.tunnels.map(({ target }) => target)),
      new Set([`${wanted}:443`, `us.${domain}:443`, `eu.${domain}:443`]),
    );
    assert.equal(Reflect.get(globalThis, processDispatcher), before);
  });

  test('connections through the proxy are used again', async function () {
    // VS Code 1.100 opens a tunnel for each request, whatever the agent says.
    if (vscode.version.startsWith('1.100.')) this.skip();
    await behind({});
    await signIn();
    const konnect = await access.services.client.get();
    proxy.forget();
    const requests = 10;
    for (let count = 0; count < requests; count += 1) await konnect.organizations.me();
    assert.ok(proxy.tunnels.length < requests / 2, `${proxy.tunnels.length} tunnels`);
  });

  test('the demo on loopback is reached past the proxy', async () => {
    await behind({});
    await connect(access.services, { apiUrl: demo.apiUrl, token: demo.token, demo: true });
    assert.deepEqual(proxy.tunnels, []);
  });

  test('name and password in http.proxy sign in to the proxy', async () => {
    await behind({ credentials: signedIn }, encodeURIComponent);
    await signIn();
    assert.deepEqual(statuses(), [200]);
  });

  test('a proxy that wants a sign-in is told, after one try, with what to do', async () => {
    await behind({ credentials: signedIn });
    const { kind, message } = await refused();
    assert.equal(kind, 'network');
    assert.match(message, /^The proxy wants a sign-in\. .*name and password into http\.proxy/);
    assert.deepEqual(statuses(), [407]);
  });

  test('a wrong password is told in the same way', async () => {
    await behind({ credentials: signedIn }, () => 'wrong');
    assert.match((await refused()).message, /^The proxy wants a sign-in\./);
    assert.deepEqual(statuses(), [407]);
  });

  test('http.proxyAuthorization signs in to the proxy, by the same process-wide dispatcher as before', async () => {
    const before = Reflect.get(globalThis, processDispatcher);
    await behind({ credentials: signedIn });
    await set('proxyAuthorization', basic(signedIn));
    await signIn();
    const konnect = await access.services.client.get();
    proxy.forget();
    const requests = 10;
    for (let count = 0; count < requests; count += 1) await konnect.organizations.me();
    assert.ok(proxy.tunnels.length < requests / 2, `${proxy.tunnels.length} tunnels`);
    assert.equal(Reflect.get(globalThis, processDispatcher), before);
  });

  test('http.proxyAuthorization counts from the next request on, whatever it was before', async () => {
    await behind({ credentials: signedIn });
    await set('proxyAuthorization', basic('ann:wrong horse'));
    const { message } = await refused();
    assert.match(message, /^The proxy wants a sign-in\. .*http\.proxyAuthorization\.$/);
    assert.ok(!message.includes('wrong'));
    assert.deepEqual(statuses(), [407]);
    await set('proxyAuthorization', basic(signedIn));
    await signIn();
    assert.equal(statuses().at(-1), 200);
    const konnect = await access.services.client.get();
    await set('proxyAuthorization', basic('ann:wrong horse'));
    await assert.rejects(konnect.organizations.me(), /The proxy wants a sign-in/);
  });

  test('http.proxyAuthorization goes to no proxy for a host in http.noProxy, or with proxySupport off', async () => {
    await behind({ credentials: signedIn });
    await set('proxyAuthorization', basic(signedIn));
    await set('noProxy', [domain]);
    assert.match((await refused()).message, /cannot be resolved/);
    await set('noProxy', undefined);
    await set('proxySupport', 'off');
    assert.match((await refused()).message, /cannot be resolved/);
    assert.deepEqual(proxy.tunnels, []);
  });

  for (const authority of ['system', 'extra'] as const) {
    test(`with http.proxyAuthorization, an authority ${authority === 'extra' ? 'in NODE_EXTRA_CA_CERTS' : 'in the system’s store'} is trusted`, async function () {
      if (process.platform !== 'linux' || !('getCACertificates' in tls)) return this.skip();
      await set('systemCertificates', undefined);
      await behind({ credentials: signedIn, identity: issue(trusted[authority], `*.${domain}`) });
      await set('proxyAuthorization', basic(signedIn));
      await signIn();
    });
  }

  test('with http.proxyAuthorization, an unknown authority is told with what to do', async () => {
    await set('systemCertificates', undefined);
    const identity = issue(createAuthority('unknown'), `*.${domain}`);
    await behind({ credentials: signedIn, identity });
    await set('proxyAuthorization', basic(signedIn));
    assert.match((await refused()).message, /^The certificate of .* is not trusted \(/);
    assert.deepEqual(statuses(), [200]);
  });

  for (const systemCertificates of [true, false]) {
    test(`an authority in NODE_EXTRA_CA_CERTS is trusted (systemCertificates ${systemCertificates})`, async function () {
      // Older ones cannot tell which authorities the system trusts.
      if (systemCertificates && !('getCACertificates' in tls)) return this.skip();
      await set('systemCertificates', systemCertificates);
      await behind({ identity: issue(trusted.extra, `*.${domain}`) });
      await signIn();
    });
  }

  test('an authority in the system’s store is trusted', async function () {
    // Older ones read the store from fixed places, which a test cannot fill.
    if (process.platform !== 'linux' || !('getCACertificates' in tls)) return this.skip();
    await set('systemCertificates', undefined);
    await behind({ identity: issue(trusted.system, `*.${domain}`) });
    await signIn();
  });

  for (const systemCertificates of [true, false]) {
    test(`an unknown authority is told, after one try, with what to do (systemCertificates ${systemCertificates})`, async () => {
      await set('systemCertificates', systemCertificates);
      await behind({ identity: issue(createAuthority('unknown'), `*.${domain}`) });
      const { kind, message } = await refused();
      assert.equal(kind, 'network');
      assert.match(message, new RegExp(`^The certificate of ${wanted} is not trusted \\(`));
      assert.match(message, /certificate authority to the system store or to NODE_EXTRA_CA_CERTS/);
      assert.deepEqual(statuses(), [200]);
    });
  }

  test('a certificate for another name is told as such', async () => {
    await behind({ identity: issue(trusted.extra, '*.elsewhere.invalid') });
    assert.match((await refused()).message, /not trusted \(ERR_TLS_CERT_ALTNAME_INVALID\)/);
  });

  for (const proxySupport of ['on', 'fallback']) {
    test(`the proxy is used with http.proxySupport ${proxySupport}`, async () => {
      await behind({});
      await set('proxySupport', proxySupport);
      await signIn();
      assert.deepEqual(statuses(), [200]);
    });
  }

  test('the proxy is not used with http.proxySupport off', async () => {
    await behind({});
    await set('proxySupport', 'off');
    assert.match((await refused()).message, /cannot be resolved\. Check the connection, the proxy/);
    assert.deepEqual(proxy.tunnels, []);
  });

  test('a proxy that is not there is told', async () => {
    await behind({});
    await proxy.close();
    const { kind, message } = await refused();
    assert.equal(kind, 'network');
    assert.match(message, /Check the connection and the proxy/);
  });

  /** @param password with it, the name and what it makes of the right password are put into `http.proxy` */
  async function behind(
    options: Partial<ProxyOptions>,
    password?: (right: string) => string,
  ): Promise<void> {
    const identity = issue(trusted.extra, `*.${domain}`);
    proxy = await startProxy({ identity, apiUrl: demo.apiUrl, ...options });
    const [name = '', right = ''] = signedIn.split(':');
    const user = password === undefined ? '' : `${name}:${password(right)}@`;
    await set('proxy', `http://${user}127.0.0.1:${proxy.port}`);
  }

  async function signIn(): Promise<void> {
    const apiUrl = `https://{geo}.${domain}`;
    const { organization } = await connect(access.services, {
      apiUrl,
      token: demo.token,
      demo: false,
    });
    assert.match(organization.name, /Demo/);
  }

  async function refused(): Promise<KonnectError> {
    const error: unknown = await signIn().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(isKonnectError(error), `not refused by Konnect's client: ${String(error)}`);
    return error;
  }

  function statuses(): readonly number[] {
    return proxy.tunnels.map(({ status }) => status);
  }
});

/** VS Code reads the settings of `http` with each request. */
async function set(name: string, value: unknown): Promise<void> {
  const settings = vscode.workspace.getConfiguration('http');
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
}
