// Each list of the explorer with each failure: the row says why, which role is missing, and tries again when activated.
import assert from 'node:assert/strict';
import { after, afterEach, before, suite, test } from 'node:test';
import { Explored, type Instead } from './explored';

interface List {
  readonly at: readonly string[];
  /** One request that the list needs. */
  readonly asks: RegExp;
  readonly role: string | undefined;
  /** Rows that are known before the request, and stay. */
  readonly keeps?: number;
}

const viewer = 'Control Planes: Viewer';
const clusterViewer = 'Control Planes: Cloud Gateway Cluster Viewer';
const networkViewer = 'Networks: Network Viewer';
const prod = ['us', 'booking-prod'];
const network = ['Networks', 'us-east-2-prod'];
const domain = [...prod, 'Custom domains', 'tickets.tidewater.example'];
const service = [...prod, 'Services', 'bookings'];

const lists: readonly List[] = [
  { at: ['us'], asks: /\/us\/v2\/control-planes\?/, role: viewer },
  { at: [...prod, 'Data plane groups'], asks: /\/configurations/, role: clusterViewer },
  {
    at: [...prod, 'Data plane groups', 'us-east-2'],
    asks: /\/networks\//,
    role: networkViewer,
    keeps: 6,
  },
  { at: [...prod, 'Nodes'], asks: /\/expected-config-hash/, role: viewer },
  { at: [...prod, 'Nodes'], asks: /\/nodes/, role: viewer },
  { at: [...prod, 'Custom domains'], asks: /\/custom-domains/, role: clusterViewer },
  { at: domain, asks: /\/online-status/, role: clusterViewer, keeps: 1 },
  { at: [...prod, 'Services'], asks: /\/routes/, role: viewer },
  { at: [...prod, 'Services'], asks: /\/services/, role: viewer },
  { at: service, asks: /\/services\/[^/]+\/plugins/, role: viewer },
  { at: [...service, 'bookings-admin'], asks: /\/routes\/[^/]+\/plugins/, role: viewer },
  { at: [...prod, 'Plugins'], asks: /\/core-entities\/plugins/, role: viewer },
  { at: [...prod, 'Custom plugins'], asks: /\/custom-plugins/, role: viewer },
  {
    at: [...prod, 'Custom plugins', 'tide-headers'],
    asks: /\/core-entities\/plugins/,
    role: viewer,
    keeps: 2,
  },
  { at: ['Networks'], asks: /\/networks/, role: networkViewer },
  { at: network, asks: /\/transit-gateways/, role: networkViewer, keeps: 2 },
  { at: network, asks: /\/private-dns/, role: networkViewer, keeps: 2 },
  { at: ['Add-ons'], asks: /\/add-ons/, role: 'Add Ons: Add On Viewer' },
  { at: ['Provider accounts'], asks: /\/provider-accounts/, role: 'Networks: Network Admin' },
  // Which role reads quotas is written nowhere: the row then sends to an admin.
  { at: ['Quotas'], asks: /\/default-resource-quotas/, role: undefined },
];

interface Failure {
  readonly name: string;
  readonly answer: () => Response;
  readonly says: (list: List) => RegExp;
}

const failures: readonly Failure[] = [
  {
    name: '401',
    answer: problem(401, 'Unauthorized', 'The token has expired'),
    says: () => /does not accept the access token: The token has expired\. Sign in again/,
  },
  {
    name: '403',
    answer: problem(403, 'Forbidden', 'Not for you'),
    says: ({ role }) =>
      role === undefined
        ? /does not allow this: Not for you\. Ask an admin of the organisation for access/
        : new RegExp(`Not for you\\. The role “${role}” is probably missing; ask an admin`),
  },
  {
    name: '403 of a limit',
    answer: problem(403, 'Quota Exceeded', 'count/networks.not-offline is 3'),
    says: () => /limit of the organisation is reached: count\/networks\.not-offline is 3\./,
  },
  {
    name: '404',
    answer: problem(404, 'Not Found', 'functionality is not available'),
    says: () => /did not find this: functionality is not available\. .*refresh and try again/,
  },
  {
    name: '429',
    answer: problem(429, 'Too Many Requests', 'Slow down'),
    says: () => /too many requests: Slow down\. (Wait a minute and try|Try) again/,
  },
  {
    name: '503',
    answer: problem(503, 'Service Unavailable', 'In maintenance'),
    says: () => /problem of its own \(status 503\): In maintenance\. Try again in a few minutes/,
  },
  {
    name: 'a lost connection',
    answer: () => {
      const reason = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      throw new TypeError('fetch failed', { cause: reason });
    },
    says: () => /The connection to .* failed: read ECONNRESET\. Check the connection/,
  },
  {
    name: 'half an answer',
    answer: () => new Response('{"data":[{"id":', { status: 200, headers: json }),
    says: () => /cut off or is no JSON\. Try again/,
  },
  {
    name: 'an answer of another shape',
    answer: () => Response.json({ data: [42], items: [42], expected_hash: 42, cname: 42 }),
    says: () => /answer cannot be read as .+\. A newer version of this extension may be needed/,
  },
];

const json = { 'content-type': 'application/json' };

suite('a list that fails', () => {
  let explored: Explored;

  before(async () => {
    explored = await Explored.open();
  });
  afterEach(() => {
    explored.instead = () => undefined;
  });
  after(() => explored.close());

  for (const failure of failures) {
    test(`with ${failure.name} says so in its place, whichever list it is`, async () => {
      for (const list of lists) {
        explored.tree.refresh();
        explored.instead = replaced(list.asks, failure.answer);
        const rows = (await explored.below(...list.at)).map((row) => explored.shown(row));
        explored.instead = () => undefined;
        const where = `${list.at.join(' > ')} ${list.asks}`;
        const failed = rows.filter(({ contextValue }) => contextValue === 'failure;');
        assert.equal(failed.length, 1, `${where}: ${JSON.stringify(rows)}`);
        const [row] = failed;
        assert.match(row?.label ?? '', failure.says(list), where);
        assert.deepEqual(
          [row?.icon, row?.command, row?.spoken],
          [
            'error',
            'kongCloudGateways.explorer.refresh',
            `Failed: ${row?.label}. Activate to try again.`,
          ],
        );
        if (list.keeps !== undefined) assert.equal(rows.length, list.keeps + 1, where);
      }
    });
  }

  test('shows its rows once trying again succeeds, and the others all the while', async () => {
    explored.tree.refresh();
    explored.instead = replaced(/\/custom-domains/, problem(503, 'Service Unavailable', 'Later'));
    const at = [...prod, 'Custom domains'];
    const [failed] = await explored.below(...at);
    assert.ok(failed?.parent);
    assert.equal((await explored.below(...prod, 'Data plane groups')).length, 2);
    explored.instead = () => undefined;
    explored.tree.refresh(failed.parent.id);
    const labels = (await explored.below(...at)).map((row) => explored.shown(row).label);
    assert.ok(labels.includes('api.tidewater.example'), labels.join());
  });
});

function replaced(asks: RegExp, answer: () => Response): Instead {
  return (url) => (asks.test(url) ? answer() : undefined);
}

function problem(status: number, title: string, detail: string): () => Response {
  return () =>
    new Response(JSON.stringify({ status, title, detail, instance: 'konnect:trace:1' }), {
      status,
      headers: { 'content-type': 'application/problem+json' },
    });
}
