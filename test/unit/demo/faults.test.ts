// Faults to order: each does what it says, to the requests it is meant for, as often as it is ordered.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Fault } from '../../../src/demo/http/faults';
import { type DemoAtHand, pick, withDemo } from './withDemo';

const path = '/us/v2/control-planes';

function order({ demo }: DemoAtHand, fault: Fault, more: { method?: string; times?: number } = {}) {
  return demo.faults.order({ path, fault, ...more });
}

async function raw({ demo }: DemoAtHand, init: RequestInit = {}, at = path): Promise<Response> {
  const headers = { authorization: `Bearer ${demo.token}`, 'content-type': 'application/json' };
  return fetch(demo.apiUrl.replace('/{geo}', at), { headers, ...init });
}

async function names({ caller }: DemoAtHand): Promise<readonly string[]> {
  const body = await caller.expect(200, 'GET', `${path}?page[size]=100`);
  return pick<{ name: string }[]>(body, 'data').map(({ name }) => name);
}

suite('demo faults', () => {
  for (const status of [401, 403, 404, 409, 429, 500, 503]) {
    test(
      `status ${status} comes in the words of the service`,
      withDemo(async (at) => {
        order(at, { kind: 'status', status });
        const body = await at.caller.expect(status, 'GET', path);
        assert.equal(pick(body, 'status'), status);
        assert.match(pick(body, 'instance'), /^konnect:trace:\d+$/);
      }),
    );
  }

  test(
    'too many requests say when to come back, if ordered so',
    withDemo(async (at) => {
      order(at, { kind: 'status', status: 429, retryAfter: 7 }, { times: 1 });
      order(at, { kind: 'status', status: 429 }, { times: 1 });
      assert.equal((await raw(at)).headers.get('retry-after'), '7');
      assert.equal((await raw(at)).headers.get('retry-after'), null);
      assert.equal((await raw(at)).status, 200);
    }),
  );

  test(
    'a proxy’s page',
    withDemo(async (at) => {
      order(at, { kind: 'html' });
      const response = await raw(at);
      assert.equal(response.status, 502);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.match(await response.text(), /<h1>502 Bad Gateway/);
    }),
  );

  test(
    'a reset before headers, with and without effect',
    withDemo(async (at) => {
      const make = (name: string) => raw(at, { method: 'POST', body: JSON.stringify({ name }) });
      order(at, { kind: 'resetBeforeHeaders' }, { method: 'POST', times: 1 });
      order(at, { kind: 'resetBeforeHeaders', applied: true }, { method: 'POST', times: 1 });
      await assert.rejects(make('without'));
      await assert.rejects(make('with'));
      const all = await names(at);
      assert.deepEqual([all.includes('without'), all.includes('with')], [false, true]);
      assert.deepEqual(
        at.demo.requests.slice(0, 2).map(({ status, fault }) => [status, fault]),
        [
          [undefined, 'resetBeforeHeaders'],
          [undefined, 'resetBeforeHeaders'],
        ],
      );
    }),
  );

  test(
    'a reset in the body comes after the headers',
    withDemo(async (at) => {
      order(at, { kind: 'resetInBody' });
      const response = await raw(at);
      assert.equal(response.status, 200);
      await assert.rejects(response.text());
    }),
  );

  test(
    'truncated JSON is a complete answer that cannot be read; an empty one has nothing in it',
    withDemo(async (at) => {
      order(at, { kind: 'truncatedJson' }, { times: 1 });
      order(at, { kind: 'emptyBody' }, { times: 1 });
      const text = await (await raw(at)).text();
      assert.ok(text.length > 10);
      assert.throws(() => JSON.parse(text), SyntaxError);
      assert.equal(await (await raw(at)).text(), '');
    }),
  );

  test(
    'a web page where JSON should be',
    withDemo(async (at) => {
      order(at, { kind: 'wrongContentType' });
      const response = await raw(at);
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
    }),
  );

  test(
    'silence lasts until the client gives up',
    withDemo(async (at) => {
      order(at, { kind: 'silence' });
      await assert.rejects(raw(at, { signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' });
    }),
  );

  test(
    'latency delays a whole answer; a drip delivers it in small parts',
    withDemo(async (at) => {
      order(at, { kind: 'latency', ms: 30 }, { times: 1 });
      order(at, { kind: 'slowDrip', bytes: 400, everyMs: 1 }, { times: 1 });
      const start = performance.now();
      assert.equal((await raw(at)).status, 200);
      assert.ok(performance.now() - start >= 29);
      const response = await raw(at);
      let parts = 0;
      for await (const part of response.body ?? []) parts += part.length > 0 ? 1 : 0;
      assert.ok(parts > 1);
    }),
  );

  test(
    'duplicate pages have the items of the first and the paging of their own',
    withDemo(async (at) => {
      const second = () => at.caller.expect(200, 'GET', `${path}?page[size]=2&page[number]=2`);
      const first = await at.caller.expect(200, 'GET', `${path}?page[size]=2`);
      assert.notDeepEqual(pick(await second(), 'data'), pick(first, 'data'));
      order(at, { kind: 'duplicatePages' });
      assert.deepEqual(pick(await second(), 'data'), pick(first, 'data'));
      assert.equal(pick(await second(), 'meta.page.number'), 2);
    }),
  );

  test(
    'a cursor loop leads back for ever, in every style',
    withDemo(async (at) => {
      const plane = await at.plane('booking-prod');
      at.demo.faults.order({ path: '**', fault: { kind: 'cursorLoop' } });
      const services = `${plane}/core-entities/services?size=1`;
      const offset = pick(await at.caller.expect(200, 'GET', services), 'offset');
      assert.equal(
        pick(
          await at.caller.expect(200, 'GET', `${services}&offset=${encodeURIComponent(offset)}`),
          'offset',
        ),
        offset,
      );
      const nodes = `${plane}/nodes?page[size]=1`;
      const next = pick(await at.caller.expect(200, 'GET', nodes), 'page.next');
      const again = await at.caller.expect(200, 'GET', `${plane.slice(0, 3)}${next}`);
      assert.equal(pick(again, 'page.next'), next);
      assert.equal(
        pick(await at.caller.expect(200, 'GET', `${path}?page[number]=9`), 'meta.page.total'),
        1_000_000,
      );
    }),
  );

  test(
    'unknown values appear where states and the like are, or where they are ordered',
    withDemo(async (at) => {
      at.demo.faults.order({ path: '/global/**', times: 1, fault: { kind: 'unknownValues' } });
      at.demo.faults.order({
        path: '/global/**',
        times: 1,
        fault: { kind: 'unknownValues', values: { name: 'odd' } },
      });
      const networks = '/global/v2/cloud-gateways/networks';
      assert.equal(
        pick(await at.caller.expect(200, 'GET', networks), 'data.0.state'),
        'something-new',
      );
      const odd = await at.caller.expect(200, 'GET', networks);
      assert.deepEqual([pick(odd, 'data.0.name'), pick(odd, 'data.0.state')], ['odd', 'ready']);
    }),
  );

  test(
    'orders are for a method and a path, count what they meet, and can be taken back',
    withDemo(async (at) => {
      const plane = await at.plane('booking-prod');
      const fault = { kind: 'status', status: 503 } as const;
      const posts = order(at, fault, { method: 'POST' });
      const anyPlane = at.demo.faults.order({ path: '/us/v2/control-planes/*', fault });
      await at.caller.expect(200, 'GET', path);
      await at.caller.expect(503, 'POST', path, {});
      await at.caller.expect(503, 'GET', plane);
      await at.caller.expect(200, 'GET', `${plane}/nodes`);
      assert.deepEqual([posts.met, anyPlane.met], [1, 1]);
      anyPlane.cancel();
      await at.caller.expect(200, 'GET', plane);
      at.demo.faults.clear();
      await at.caller.expect(400, 'POST', path, {});
    }),
  );
});
