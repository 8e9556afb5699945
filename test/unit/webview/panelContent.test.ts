// What a panel shows for what Konnect answers: each part there, on its way, or failed with its reason.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Block, PanelState, ToPanel } from '../../../src/webview/protocol';
import {
  type Answers,
  account,
  configuration,
  controlPlane,
  domain,
  group,
  konnectWith,
  network,
  ref,
} from './konnectWith';
import { accountB, answers, lastState, netA, netB, openPanel, settled } from './openPanel';

const never = new Promise<never>(() => {});

async function shown(change: Answers = {}): Promise<PanelState> {
  const { session, state } = openPanel(change);
  await session.refresh();
  session.dispose();
  return state();
}

/** Every text of a section, cards and their values included. */
function texts(state: PanelState, id: string): string {
  const section = state.sections.find((one) => one.id === id) ?? assert.fail(`no section ${id}`);
  return JSON.stringify(section.blocks);
}

function blocks(state: PanelState, id: string): readonly Block[] {
  return state.sections.find((section) => section.id === id)?.blocks ?? [];
}

suite('an open panel', () => {
  test('shows the records, the names and the ARN of the network’s own account', async () => {
    const state = await shown();
    assert.equal(state.title, 'payments');
    assert.equal(state.busy, false);
    assert.equal(state.notice, undefined);
    assert.match(
      texts(state, 'domains'),
      /"_acme-challenge\.cf032d53cb\.acme\.gateways\.konggateway\.com"/,
    );
    assert.match(
      texts(state, 'names'),
      /"cf032d53cb\.aws-us-east-2\.edge\.gateways\.konggateway\.com"/,
    );
    assert.match(
      texts(state, 'roles'),
      new RegExp(`"arn:aws:iam::012345678901:role/${netA}-dataplane"`),
    );
    assert.doesNotMatch(texts(state, 'roles'), /999999999999/);
  });

  test('never tells the page the token', async () => {
    const { session, posted } = openPanel({ configurations: 401 });
    await session.refresh();
    assert.doesNotMatch(JSON.stringify(posted), /a-token-that-nobody-may-see/);
  });

  const failures: readonly (readonly [
    path: string,
    section: string,
    said: RegExp,
    others: readonly string[],
  ])[] = [
    [
      'custom-domains',
      'domains',
      /custom domains could not be read.*said with 403/,
      ['names', 'roles'],
    ],
    [
      'provider-accounts',
      'roles',
      /provider accounts could not be read.*Network/,
      ['names', 'domains'],
    ],
    ['configurations', 'names', /groups could not be read.*said with 403/, ['domains']],
    [`networks/${netA}`, 'roles', /network could not be read.*said with 403/, ['names', 'domains']],
    [
      `networks/${netA}/transit-gateways`,
      'attachments',
      /transit gateways of the network network aa could not be read.*said with 403/,
      ['names', 'domains', 'roles'],
    ],
  ];
  for (const [path, section, said, others] of failures) {
    test(`shows why ${path.replace(netA, '…')} failed with a way to retry, and the rest`, async () => {
      const state = await shown({ [path]: 403 });
      assert.match(texts(state, section), said);
      assert.match(texts(state, section), /"label":"Retry","does":"refresh"/);
      for (const other of others) assert.doesNotMatch(texts(state, other), /could not be read/);
    });
  }

  test('shows no ARN when the accounts cannot be read', async () => {
    assert.doesNotMatch(JSON.stringify(await shown({ 'provider-accounts': 403 })), /arn:aws/);
  });

  test('shows no ARN when the account of the network is not listed, and says which role is missing', async () => {
    const state = await shown({ 'provider-accounts': [accountB] });
    assert.doesNotMatch(JSON.stringify(state), /arn:aws/);
    assert.match(texts(state, 'roles'), /Network Viewer/);
  });

  for (const [provider, name] of [
    ['azure', 'Azure'],
    ['gcp', 'Google Cloud'],
  ] as const) {
    test(`says plainly that there is no role on ${name}, even if nothing else can be read`, async () => {
      const state = await shown({
        configurations: [configuration([group(netA, provider, 'northeurope')])],
        'provider-accounts': 403,
        [`networks/${netA}`]: 403,
      });
      assert.match(texts(state, 'roles'), new RegExp(`runs on ${name}`));
      assert.doesNotMatch(texts(state, 'roles'), /could not be read|arn:aws/);
    });
  }

  test('shows each network once, in the order of the groups', async () => {
    const state = await shown({
      configurations: [configuration([group(netB), group(netA), group(netB)])],
      [`networks/${netB}`]: network(netB, accountB.id),
    });
    const titles = blocks(state, 'roles').map((block) => block.kind === 'card' && block.title);
    assert.deepEqual(titles.slice(0, -1), ['network bb', 'network aa']);
  });

  test('says that nothing is there yet, and offers to create a domain', async () => {
    const state = await shown({
      configurations: [],
      'custom-domains': [],
      'provider-accounts': [],
    });
    assert.match(texts(state, 'domains'), /No custom domains yet.*"does":"createCustomDomain"/);
    assert.match(texts(state, 'names'), /no data planes yet/);
    assert.match(texts(state, 'roles'), /No networks yet/);
  });

  test('shows no records for an endpoint of another form', async () => {
    const change = { [`control-planes/${ref.id}`]: controlPlane('x', 'https://cp.example.com') };
    const state = await shown(change);
    assert.doesNotMatch(JSON.stringify(state), /konggateway/);
    assert.match(texts(state, 'names'), /does not have the known form/);
  });

  test('shows only the reason when the control plane does not exist', async () => {
    const state = await shown({ [`control-planes/${ref.id}`]: 404 });
    assert.deepEqual(state.sections, []);
    assert.match(state.notice?.text ?? '', /could not be read.*said with 404/);
  });

  test('shows only the reason when nobody is signed in, and offers to', async () => {
    const failure = Object.assign(new Error('You are not connected.'), { name: 'UserError' });
    const { session, state } = openPanel({}, { konnect: () => Promise.reject(failure) });
    await session.refresh();
    assert.deepEqual(state().sections, []);
    assert.match(state().notice?.text ?? '', /You are not connected/);
    assert.deepEqual(
      state().notice?.buttons?.map(({ does }) => does),
      ['refresh', 'signIn'],
    );
  });

  test('reports a defect and shows that it is one', async () => {
    const errors: unknown[] = [];
    const defect = new TypeError('x is not a function');
    const { session, state } = openPanel(
      {},
      { konnect: () => Promise.reject(defect), onError: (error) => errors.push(error) },
    );
    await session.refresh();
    assert.deepEqual(errors, [defect]);
    assert.match(state().notice?.text ?? '', /defect/);
    assert.doesNotMatch(JSON.stringify(state()), /is not a function/);
  });

  test('shows hostile names as harmless text of bearable length, and derives nothing from them', async () => {
    const nasty = `<img src=x onerror=alert(1)>"'\u202e${'W'.repeat(10_000)}`;
    const state = await shown({
      [`control-planes/${ref.id}`]: controlPlane(nasty, nasty),
      configurations: [configuration([group(netA, 'aws', nasty, nasty)], { version: nasty })],
      'custom-domains': [domain('d1', nasty, nasty, nasty)],
      'provider-accounts': [account('a', 'aws', nasty)],
      [`networks/${netA}`]: network(netA, 'a', { name: nasty, state: nasty, region: nasty }),
    });
    const text = JSON.stringify(state);
    assert.ok(text.length < 20_000, `${text.length} characters`);
    assert.doesNotMatch(text, /\u202e|konggateway|arn:aws/);
    assert.ok(state.title.startsWith('<img src=x'));
  });

  test('says for a peering what is left to do, with the ids in it', async () => {
    const peering = {
      kind: 'aws-vpc-peering-attachment',
      peer_account_id: '290417368855',
      peer_vpc_id: 'vpc-0f1e2d3c4b5a67890',
      peer_vpc_region: 'us-east-2',
      peering_connection_id: 'pcx-0a1b2c3d4e5f60718',
    };
    const waiting = {
      id: 't1',
      name: 'warehouse-vpc',
      state: 'pending-acceptance',
      cidr_blocks: ['10.1.0.0/16'],
      transit_gateway_attachment_config: peering,
    };
    const state = await shown({ [`networks/${netA}/transit-gateways`]: [waiting] });
    const command =
      'aws ec2 accept-vpc-peering-connection --region us-east-2 --vpc-peering-connection-id pcx-0a1b2c3d4e5f60718';
    assert.ok(texts(state, 'attachments').includes(command));
    assert.match(texts(state, 'attachments'), /10\.4\.0\.0\/16 in by the security groups/);
  });

  test('marks the demo as one', async () => {
    const { session, state } = openPanel(
      {},
      { connection: () => ({ label: 'Demo Org', demo: true }) },
    );
    await session.refresh();
    assert.deepEqual(
      state().marks.map(({ text }) => text),
      ['Demo'],
    );
  });

  test('keeps room for parts on their way, and shows what is there', async () => {
    const { session, posted } = openPanel({ 'custom-domains': never });
    void session.refresh();
    await settled(() => posted.some((message) => isLoaded(message, 'roles')));
    const loading = lastState(posted).sections.filter((section) => section.loading);
    assert.deepEqual(
      loading.map(({ id }) => id),
      ['domains'],
    );
    assert.equal(lastState(posted).busy, true);
    session.dispose();
  });

  test('keeps what it shows while it reads again', async () => {
    const { session, posted } = openPanel();
    await session.refresh();
    const before = posted.length;
    await session.refresh();
    const states = posted
      .slice(before)
      .flatMap((message) => (message.type === 'state' ? message.state : []));
    assert.ok(states.length > 1);
    for (const state of states) {
      assert.match(texts(state, 'roles'), /arn:aws/);
      assert.ok(state.sections.every(({ loading }) => !loading));
    }
  });

  test('drops what it shows at once when another connection takes over', async () => {
    const silent: Answers = { ...answers };
    for (const path of Object.keys(silent)) silent[path] = never;
    const clients = [konnectWith(answers).konnect, konnectWith(silent).konnect] as const;
    let current = 0;
    const konnect = async () => clients[current] ?? clients[0];
    const { session, posted, state } = openPanel({}, { konnect });
    await session.refresh();
    current = 1;
    const before = posted.length;
    void session.refresh();
    await settled(() => posted.length > before + 1);
    assert.doesNotMatch(JSON.stringify(state()), /payments|arn:aws/);
    session.dispose();
  });

  test('is stopped by a newer reading, whose values win', async () => {
    const { session, posted, state } = openPanel();
    await Promise.all([session.refresh(), session.refresh()]);
    assert.equal(state().busy, false);
    assert.equal(
      posted.filter((message) => message.type === 'state' && !message.state.busy).length,
      1,
    );
  });
});

function isLoaded(message: ToPanel, id: string): boolean {
  if (message.type !== 'state') return false;
  return message.state.sections.some(
    (section) => section.id === id && /arn:aws/.test(JSON.stringify(section)),
  );
}
