// VS Code and every extension share one process-wide dispatcher: the client leaves it alone, and needs none of its own.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { withServer } from './testClient';
import { type Answer, sendJson } from './testServer';

const shared = () =>
  [1, 2].map((version) =>
    Reflect.get(globalThis, Symbol.for(`undici.globalDispatcher.${version}`)),
  );
const ok: Answer = (response) => sendJson(response, 200, { id: 'o', name: 'Acme' });

suite('the process-wide dispatcher', () => {
  test('is the same before and after the first request of a client', async () => {
    // Node sets its own the first time that anybody fetches.
    await fetch('data:,');
    const before = shared();
    await withServer(ok, async ({ client }) => {
      await client.organizations.me();
      assert.deepEqual(shared(), before);
      assert.ok(shared().every((one, index) => one === before[index]));
    });
    assert.ok(shared().every((one, index) => one === before[index]));
  });
});

suite('a fetch that puts other connections in place of the client’s, as VS Code’s does', () => {
  const replacing: typeof globalThis.fetch = (input, init) => {
    const { dispatcher, ...rest } = { dispatcher: undefined, ...init };
    assert.notEqual(dispatcher, undefined);
    return fetch(input, rest);
  };

  test('is held to the same number of requests at a time', () => {
    const held: (() => void)[] = [];
    const hold: Answer = (response, request, incoming) =>
      held.push(() => ok(response, request, incoming));
    return withServer(
      hold,
      async ({ client, server }) => {
        const asked = Promise.all(Array.from({ length: 40 }, () => client.organizations.me()));
        for (let answered = 0; answered < 40; answered += 1) {
          await server.arrived(Math.min(40, answered + 16));
          assert.equal(server.received.length, Math.min(40, answered + 16));
          held.shift()?.();
        }
        await asked;
      },
      { fetch: replacing },
    );
  });

  test('is held to the time limits', () =>
    withServer(
      () => undefined,
      async ({ client, server, clock }) => {
        const asked = client.networks.rename('n', 'x');
        await server.arrived(1);
        clock.advance(600_000);
        await assert.rejects(asked, { kind: 'timeout' });
        await server.allClosed();
      },
      { fetch: replacing },
    ));

  test('closes the sockets of what is under way when the client closes', () =>
    withServer(
      () => undefined,
      async ({ client, server }) => {
        const asked = client.organizations.me();
        await server.arrived(1);
        await Promise.all([assert.rejects(asked, { kind: 'cancelled' }), client.close()]);
        await server.allClosed();
      },
      { fetch: replacing },
    ));
});
