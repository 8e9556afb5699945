// What an open panel does: settles every request of its page, and asks again only while something is in transition.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { DnsLookup } from '../../../src/dns/doctor/lookup';
import { english } from '../../../src/text';
import { PanelSession, type PanelSources } from '../../../src/webview/panelSession';
import type { ToPanel } from '../../../src/webview/protocol';
import { domain, ref } from './konnectWith';
import { netA, openPanel, settled } from './openPanel';

suite('a request of the page', () => {
  test('for the state is answered with the state, then settled', async () => {
    const { session, posted } = openPanel();
    await session.receive({ type: 'ready', id: 1 });
    assert.deepEqual(
      posted.map(({ type }) => type),
      ['state', 'done'],
    );
  });

  test('to copy goes to the clipboard of the editor', async () => {
    const { session, posted, done } = openPanel();
    await session.receive({ type: 'copy', id: 7, text: 'arn:aws' });
    assert.deepEqual(done, ['copied arn:aws']);
    assert.deepEqual(posted, [{ type: 'done', id: 7 }]);
  });

  test('to run a command settles after the values are read again', async () => {
    const { session, posted, done, requests } = openPanel();
    await session.receive({ type: 'run', id: 2, action: 'createCustomDomain' });
    assert.ok(done.includes('ran createCustomDomain'));
    assert.ok(requests.includes('custom-domains'));
    assert.deepEqual(posted.at(-1), { type: 'done', id: 2 });
  });

  test('to check DNS shows what DNS and Konnect say about that domain', async () => {
    const [right, challenge] = ['cf032d53cb.gateways.konggateway.com', 'x.example.net'];
    const lookup: DnsLookup = {
      cname: async (name) => {
        if (name === challenge) return { kind: 'missing' };
        return answer(name === 'api.example.com' ? right : challenge);
      },
      addresses: async () => answer('192.0.2.1'),
      txt: async () => ({ kind: 'missing' }),
      caa: async () => ({ kind: 'missing' }),
    };
    const online = { cname: 'verified', ssl: 'unverified' };
    const change = { 'custom-domains/d1/online-status': online };
    const { session, posted, state } = openPanel(change, {
      resolvers: () => ({ servers: [], lookup }),
    });
    await session.refresh();
    await session.receive({ type: 'checkDns', id: 5, domainId: 'd1' });
    assert.deepEqual(posted.at(-1), { type: 'done', id: 5 });
    const said = posted.at(-2);
    assert.ok(said?.type === 'announce' && /record for the certificate/.test(said.text));
    const shown = JSON.stringify(state().sections);
    assert.match(
      shown,
      /leads to this gateway.*leads to x\.example\.net.*certificate is not verified/,
    );
    assert.match(shown, /correct the record for the certificate/);
  });

  test('to check with other DNS servers asks the user first, and nobody when they do not say', async () => {
    const { session, requests, state } = openPanel();
    await session.refresh();
    const before = requests.length;
    const silent = { ...silentHost, chooseDnsServers: async () => false };
    const dismissed = new PanelSession(ref, silent, silentSources);
    await dismissed.receive({ type: 'checkDnsElsewhere', id: 5, domainId: 'd1' });
    assert.equal(requests.length, before);
    assert.equal(JSON.stringify(state()).includes('Asked'), false);
  });

  test('to check with named servers compares them with those of this machine', async () => {
    const found = (value: string): DnsLookup => ({
      cname: async (name) => (name.endsWith('example.com') ? answer(value) : { kind: 'missing' }),
      addresses: async () => answer('192.0.2.1'),
      txt: async () => ({ kind: 'missing' }),
      caa: async () => ({ kind: 'missing' }),
    });
    const resolvers = () => ({
      servers: ['192.0.2.53'],
      lookup: found('cf032d53cb.gateways.konggateway.com'),
      system: found('internal.example.net'),
    });
    const { session, state } = openPanel({}, { resolvers });
    await session.refresh();
    await session.receive({ type: 'checkDnsElsewhere', id: 5, domainId: 'd1' });
    const shown = JSON.stringify(state().sections);
    assert.match(shown, /Asked: 192\.0\.2\.53, and for comparison/);
    assert.match(shown, /something else about: traffic\./);
  });

  test('for the health of a group goes to its names alone, and is told', async () => {
    const asked: string[] = [];
    const probe = {
      now: () => 0,
      fetch: async (address: string) => {
        asked.push(address);
        return new Response('{}');
      },
    };
    const { session, posted, state } = openPanel({}, { probe });
    await session.refresh();
    await session.receive({ type: 'probe', id: 6, groupId: `g-${netA}` });
    await session.receive({ type: 'probe', id: 7, groupId: 'another' });
    assert.deepEqual(asked, [
      'https://cf032d53cb.aws-us-east-2.edge.gateways.konggateway.com/___konnect/healthz',
    ]);
    assert.match(JSON.stringify(state().sections), /is up: it answered in 0 ms/);
    assert.ok(posted.some(({ type }) => type === 'announce'));
  });

  test('is preceded by the command that opens a panel to check a domain, which is brought into sight', async () => {
    const found: DnsLookup = {
      cname: async () => ({ kind: 'no-name' }),
      addresses: async () => ({ kind: 'no-name' }),
      txt: async () => ({ kind: 'no-name' }),
      caa: async () => ({ kind: 'missing' }),
    };
    const { session, posted, state } = openPanel(
      {},
      { resolvers: () => ({ servers: [], lookup: found }) },
    );
    await session.checkDomain('d1');
    assert.ok(!posted.some(({ type }) => type === 'reveal'));
    await session.receive({ type: 'ready', id: 1 });
    assert.deepEqual(
      posted.filter(({ type }) => type === 'reveal'),
      [{ type: 'reveal', card: 'd1' }],
    );
    assert.match(JSON.stringify(state().sections), /no record for the challenge/);
  });

  test('to check a domain that is not shown asks nobody', async () => {
    const { session, requests } = openPanel();
    await session.refresh();
    const before = requests.length;
    await session.receive({ type: 'checkDns', id: 5, domainId: 'another' });
    assert.equal(requests.length, before);
  });

  test('that fails is settled with words', async () => {
    const posted: ToPanel[] = [];
    const errors: unknown[] = [];
    const copy = () => Promise.reject(new Error('no clipboard'));
    const host = { ...silentHost, copy, post: (message: ToPanel) => posted.push(message) };
    const session = new PanelSession(ref, host, {
      ...silentSources,
      onError: (error) => errors.push(error),
    });
    await session.receive({ type: 'copy', id: 9, text: 'x' });
    const [message] = posted;
    assert.ok(message?.type === 'failed' && message.id === 9);
    assert.match(message.message, /defect/);
    assert.equal(errors.length, 1);
  });

  test('that is none is ignored', async () => {
    const { session, posted, done } = openPanel();
    for (const junk of [undefined, 'copy', { type: 'copy' }, { type: 'eval', id: 1 }])
      await session.receive(junk);
    assert.deepEqual([posted, done], [[], []]);
  });
});

suite('a panel in transition', () => {
  const moving = { 'custom-domains': [domain('d1', 'api.example.com', 'initializing')] };

  test('asks again, slower the longer it lasts', async () => {
    const { session, waits } = openPanel(moving);
    await session.refresh();
    const delays: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const wait = waits.shift() ?? assert.fail('nothing is waiting');
      delays.push(wait.delayMs);
      wait.run();
      await settled(() => waits.length > 0);
    }
    assert.deepEqual(delays.slice(0, 3), [15_000, 22_500, 33_750]);
    assert.equal(delays.at(-1), 300_000);
    session.dispose();
    assert.deepEqual(waits, []);
  });

  test('asks nothing while it is out of sight', async () => {
    const { session, waits, editor } = openPanel(moving);
    await session.refresh();
    editor.visible = false;
    session.visibilityChanged();
    assert.deepEqual(waits, []);
    editor.visible = true;
    session.visibilityChanged();
    assert.equal(waits.length, 1);
  });

  test('is the only one that asks again', async () => {
    const { session, waits } = openPanel();
    await session.refresh();
    assert.deepEqual(waits, []);
  });
});

function answer(value: string) {
  return { kind: 'found', values: [value] } as const;
}

const silentHost = {
  post: () => {},
  setTitle: () => {},
  isVisible: () => false,
  copy: async () => {},
  openText: async () => {},
  run: async () => {},
  chooseDnsServers: async () => false,
};
const silentSources: PanelSources = {
  konnect: async () => assert.fail('nothing is to be read'),
  connection: () => undefined,
  t: english,
  resolvers: () => assert.fail('DNS is not to be asked'),
  probe: { fetch: () => assert.fail('no gateway is to be asked'), now: () => 0 },
  schedule: () => () => {},
  onError: () => {},
};
