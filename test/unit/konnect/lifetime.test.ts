// How requests and clients end: by cancelling, by closing, and with what connections meanwhile.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inspect } from 'node:util';
import { all, withServer } from './testClient';
import { type Answer, sendJson } from './testServer';

const organization = { id: 'o', name: 'Acme' };
const ok: Answer = (response) => sendJson(response, 200, organization);

suite('cancelling', () => {
  test('closes the connection while Konnect thinks', () =>
    withServer(
      () => undefined,
      async ({ client, server, lines }) => {
        const caller = new AbortController();
        const asked = client.organizations.me({ signal: caller.signal });
        await server.arrived(1);
        caller.abort();
        await assert.rejects(asked, { kind: 'cancelled', message: 'Cancelled.' });
        await server.allClosed();
        assert.deepEqual(
          lines.map(({ status }) => status),
          ['cancelled'],
        );
      },
    ));

  test('closes the connection in the middle of an answer', () =>
    withServer(
      (response) => response.write('{"id":'),
      async ({ client, server }) => {
        const caller = new AbortController();
        const asked = client.organizations.me({ signal: caller.signal });
        await server.arrived(1);
        caller.abort();
        await assert.rejects(asked, { kind: 'cancelled' });
        await server.allClosed();
      },
    ));

  test('of a write says that it may have been made', () =>
    withServer(
      () => undefined,
      async ({ client, server }) => {
        const caller = new AbortController();
        const asked = client.networks.rename('n', 'x', { signal: caller.signal });
        await server.arrived(1);
        caller.abort();
        await assert.rejects(asked, { kind: 'cancelled', uncertain: true });
      },
    ));

  test('before the start sends nothing', () =>
    withServer(ok, async ({ client, server }) => {
      const signal = AbortSignal.abort();
      await assert.rejects(client.organizations.me({ signal }), {
        kind: 'cancelled',
        uncertain: false,
      });
      assert.equal(server.received.length, 0);
    }));

  test('ends the wait for another try', async () => {
    const caller = new AbortController();
    const answer: Answer = (response) => sendJson(response, 503, {}, { 'retry-after': '60' });
    let waits = 0;
    const clock = {
      now: () => 0,
      random: () => 0,
      sleep: (_ms: number, signal?: AbortSignal) =>
        new Promise<void>((_resolve, reject) => {
          waits += 1;
          signal?.addEventListener('abort', () => reject(signal.reason));
          if (waits === 2) caller.abort();
        }),
    };
    await withServer(
      answer,
      async ({ client, server }) => {
        await assert.rejects(client.organizations.me({ signal: caller.signal }), {
          kind: 'cancelled',
        });
        assert.equal(server.received.length, 1);
      },
      { clock },
    );
  });

  test('reaches requests that wait for a connection; they are never sent', () =>
    withServer(
      () => undefined,
      async ({ client, server, lines }) => {
        const caller = new AbortController();
        const asked = Array.from({ length: 20 }, () =>
          client.organizations.me({ signal: caller.signal }),
        );
        await server.arrived(16);
        caller.abort();
        for (const one of asked) await assert.rejects(one, { kind: 'cancelled', uncertain: false });
        assert.deepEqual([server.received.length, lines.length], [16, 16]);
      },
    ));

  test('ends all pages of a list that are under way', () => {
    const answer: Answer = (response, { query }) => {
      if (query.get('page[number]') !== '1') return;
      const data = Array.from({ length: 100 }, (_, index) => ({
        id: `${index}`,
        name: 'x',
        config: {},
      }));
      sendJson(response, 200, { data, meta: { page: { total: 1000 } } });
    };
    return withServer(answer, async ({ client, server }) => {
      const caller = new AbortController();
      const found = all(client.controlPlanes.list('us', { signal: caller.signal }));
      await server.arrived(10);
      caller.abort();
      await assert.rejects(found, { kind: 'cancelled' });
    });
  });
});

suite('a client', () => {
  test('keeps its connections for the next requests', () =>
    withServer(ok, async ({ client, server }) => {
      for (let count = 0; count < 20; count += 1) await client.organizations.me();
      // Two, since one may still be tidying up when the next request comes.
      assert.ok(server.connections <= 2, `${server.connections} connections`);
    }));

  test('opens 16 connections to a host at most', () => {
    const held: (() => void)[] = [];
    const answer: Answer = (response, request, incoming) =>
      held.push(() => ok(response, request, incoming));
    return withServer(answer, async ({ client, server }) => {
      const asked = Promise.all(Array.from({ length: 40 }, () => client.organizations.me()));
      await server.arrived(16);
      assert.deepEqual([server.openSockets, held.length], [16, 16]);
      for (let count = 0; count < 40; count += 1) {
        await server.arrived(count + 1);
        held.shift()?.();
      }
      assert.equal((await asked).length, 40);
    });
  });

  test('ends what is under way and closes its connections when it is closed', () =>
    withServer(
      () => undefined,
      async ({ client, server }) => {
        const asked = client.organizations.me();
        await server.arrived(1);
        await Promise.all([assert.rejects(asked, { kind: 'cancelled' }), client.close()]);
        await server.allClosed();
        await assert.rejects(client.organizations.me(), { kind: 'cancelled' });
        assert.equal(server.received.length, 1);
      },
    ));

  test('shows no token when it is inspected', () =>
    withServer(ok, async ({ client }) => {
      assert.doesNotMatch(inspect(client, { depth: 20, showHidden: true }), /kpat_test/);
    }));
});
