// The four ways of paging against a server that has the items, and against servers that go wrong.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { KonnectClient } from '../../../src/konnect/client';
import { UnexpectedResponseError } from '../../../src/konnect/errors';
import { all, withServer } from './testClient';
import { type Answer, type Received, sendJson } from './testServer';

const ref = { id: 'cp', geo: 'us' };
const planes = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => ({
    id: `cp${from + index}`,
    name: 'x',
    config: {},
  }));
const pageOf = ({ query }: Received): number => Number(query.get('page[number]'));
const ids = (items: readonly { readonly id: string }[]): readonly string[] =>
  items.map(({ id }) => id);

/** Control planes by page number; `most` is what the server gives at a time whatever is asked. */
function numbered(total: number, most = 100): Answer {
  return (response, request) => {
    const size = Math.min(most, Number(request.query.get('page[size]')));
    const from = (pageOf(request) - 1) * size;
    const data = planes(from, Math.min(total, from + size));
    sendJson(response, 200, { data, meta: { page: { number: pageOf(request), size, total } } });
  };
}

suite('numbered pages', () => {
  for (const [total, requests] of [
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [1000, 10],
  ] as const) {
    test(`of ${total} control planes take ${requests} requests`, () =>
      withServer(numbered(total), async ({ client, server }) => {
        const found = await all(client.controlPlanes.list('us'));
        assert.deepEqual(ids(found), ids(planes(0, total)));
        assert.equal(server.received.length, requests);
        assert.ok(server.received.every(({ query }) => query.get('page[size]') === '100'));
      }));
  }

  test('after the first are asked for side by side, 16 at a time at most', async () => {
    const held: (() => void)[] = [];
    let isHolding = true;
    const answer = numbered(3000);
    const hold: Answer = (response, request, incoming) => {
      const go = (): void => answer(response, request, incoming);
      if (isHolding && pageOf(request) > 1) held.push(go);
      else go();
    };
    await withServer(hold, async ({ client, server }) => {
      const found = all(client.controlPlanes.list('us'));
      await server.arrived(17);
      assert.equal(held.length, 16);
      isHolding = false;
      for (const go of held) go();
      assert.deepEqual(ids(await found), ids(planes(0, 3000)));
      assert.equal(server.received.length, 30);
    });
  });

  test('are all found where the server gives less than was asked for', () =>
    withServer(numbered(95, 10), async ({ client, server }) => {
      assert.equal((await all(client.controlPlanes.list('us'))).length, 95);
      assert.equal(server.received.length, 10);
    }));

  test('are read one by one where there is no total', () => {
    const answer: Answer = (response, request) =>
      sendJson(response, 200, {
        data: planes((pageOf(request) - 1) * 100, Math.min(250, pageOf(request) * 100)),
      });
    return withServer(answer, async ({ client, server }) => {
      assert.equal((await all(client.controlPlanes.list('us'))).length, 250);
      assert.equal(server.received.length, 3);
    });
  });

  test('that appear while the list is read are found too', () => {
    const answer: Answer = (response, request) => {
      const total = pageOf(request) === 1 ? 150 : 250;
      const from = (pageOf(request) - 1) * 100;
      sendJson(response, 200, {
        data: planes(from, Math.min(total, from + 100)),
        meta: { page: { total } },
      });
    };
    return withServer(answer, async ({ client }) => {
      assert.equal((await all(client.controlPlanes.list('us'))).length, 250);
    });
  });

  test('with items that moved between them yield each item once', () => {
    const answer: Answer = (response, request) => {
      const from = pageOf(request) === 1 ? 0 : 99;
      sendJson(response, 200, { data: planes(from, from + 100), meta: { page: { total: 199 } } });
    };
    return withServer(answer, async ({ client }) => {
      const found = ids(await all(client.controlPlanes.list('us')));
      assert.deepEqual(found, ids(planes(0, 199)));
    });
  });

  test('that repeat the first page are an error, not a list with holes', () => {
    const answer: Answer = (response) =>
      sendJson(response, 200, { data: planes(0, 100), meta: { page: { total: 300 } } });
    return withServer(answer, async ({ client }) => {
      await assert.rejects(all(client.controlPlanes.list('us')), {
        name: 'UnexpectedResponseError',
        message: 'Konnect sent the same page twice while listing (control plane). Try again.',
      });
    });
  });

  test('without end are an error after the first', () => {
    const answer: Answer = (response) =>
      sendJson(response, 200, { data: planes(0, 1), meta: { page: { total: 1e9 } } });
    return withServer(answer, async ({ client, server }) => {
      await assert.rejects(all(client.controlPlanes.list('us')), /does not end after 1000 pages/);
      assert.equal(server.received.length, 1);
    });
  });

  test('stop being asked for when the reader has enough', () =>
    withServer(numbered(1000), async ({ client, server, lines }) => {
      for await (const { id } of client.controlPlanes.list('us')) if (id === 'cp99') break;
      assert.equal(server.received.length, 1);
      assert.equal(lines.length, 1);
    }));

  test('fail as a whole when one of them fails', () => {
    const answer: Answer = (response, request, incoming) => {
      if (pageOf(request) === 3) sendJson(response, 404, { message: 'gone' });
      else numbered(1000)(response, request, incoming);
    };
    return withServer(answer, async ({ client }) => {
      await assert.rejects(all(client.controlPlanes.list('us')), { kind: 'not-found' });
    });
  });
});

suite('pages by offset', () => {
  const services = (from: number, to: number) =>
    planes(from, to).map(({ id }) => ({ id, host: 'example.com', tags: null }));

  test('go on until there is no offset, also over an empty page', () => {
    const next: Readonly<Record<string, unknown>> = {
      '': { data: services(0, 3), next: '/x?offset=a%2B', offset: 'a+' },
      'a+': { data: [], offset: 'b' },
      b: { data: services(3, 4), next: null, offset: null },
    };
    const answer: Answer = (response, { query }) =>
      sendJson(response, 200, next[query.get('offset') ?? '']);
    return withServer(answer, async ({ client, server }) => {
      assert.deepEqual(ids(await all(client.services.list(ref))), ['cp0', 'cp1', 'cp2', 'cp3']);
      assert.deepEqual(
        server.received.map(({ query }) => [query.get('size'), query.get('offset')]),
        [
          ['1000', null],
          ['1000', 'a+'],
          ['1000', 'b'],
        ],
      );
    });
  });

  test('that lead in a circle are an error', () => {
    const answer: Answer = (response, { query }) =>
      sendJson(response, 200, { data: [], offset: query.get('offset') === 'a' ? 'b' : 'a' });
    return withServer(answer, async ({ client, server }) => {
      await assert.rejects(all(client.services.list(ref)), UnexpectedResponseError);
      assert.equal(server.received.length, 3);
    });
  });

  test('without end are an error', () => {
    let count = 0;
    const answer: Answer = (response) => {
      count += 1;
      sendJson(response, 200, { data: [], offset: String(count) });
    };
    return withServer(answer, async ({ client }) => {
      await assert.rejects(all(client.routes.list(ref)), /does not end after 1000 pages/);
      assert.equal(count, 1000);
    });
  });

  test('of custom plugins are small, since each brings its sources', () =>
    withServer(
      (response) => sendJson(response, 200, { data: [] }),
      async ({ client, server }) => {
        await all(client.customPlugins.list(ref));
        assert.equal(server.received[0]?.query.get('size'), '25');
      },
    ));
});

suite('pages of items with a cursor', () => {
  for (const [form, next] of [
    ['an address', '/v2/control-planes/cp/nodes?page%5Bsize%5D=100&page%5Bafter%5D=c%3D%3D'],
    ['the cursor itself', 'c=='],
  ] as const) {
    test(`go on by ${form}`, () => {
      const answer: Answer = (response, { query }) =>
        query.get('page[after]') === null
          ? sendJson(response, 200, { items: [{ id: 'a' }], page: { total_count: 2, next } })
          : sendJson(response, 200, { items: [{ id: 'b' }], page: { total_count: 2, next: '' } });
      return withServer(answer, async ({ client, server }) => {
        assert.deepEqual(ids(await all(client.nodes.list(ref))), ['a', 'b']);
        assert.equal(server.received[1]?.query.get('page[after]'), 'c==');
      });
    });
  }

  test('may leave out the items when there are none', () =>
    withServer(
      (response) => sendJson(response, 200, { page: { total_count: 0 } }),
      async ({ client }) => assert.deepEqual(await all(client.nodes.list(ref)), []),
    ));

  test('that end although the total says otherwise are an error', () => {
    const items = planes(0, 100).map(({ id }) => ({ id }));
    return withServer(
      (response) => sendJson(response, 200, { items, page: { total_count: 150 } }),
      async ({ client }) => {
        await assert.rejects(
          all(client.nodes.list(ref)),
          /sent 100 of 150 entries and no way to the rest/,
        );
      },
    );
  });
});

suite('pages of data with a cursor', () => {
  test('go on by the address in meta until it is null', () => {
    const answer: Answer = (response, { query }) =>
      query.get('page[after]') === null
        ? sendJson(response, 200, {
            data: [{ id: 'a' }],
            meta: {
              page: { size: 1, previous: null, next: '/config-stores?page[after]=dXVpZC01' },
            },
          })
        : sendJson(response, 200, { data: [{ id: 'b' }], meta: { page: { size: 1, next: null } } });
    return withServer(answer, async ({ client, server }) => {
      assert.deepEqual(ids(await all(client.configStores.list(ref))), ['a', 'b']);
      assert.equal(server.received[1]?.query.get('page[after]'), 'dXVpZC01');
    });
  });
});

suite('items without an id', () => {
  const messages = (pages: Readonly<Record<string, readonly string[]>>): Answer => {
    const names = Object.keys(pages);
    return (response, { query }) => {
      const page = query.get('page[after]') ?? names[0] ?? '';
      const next = names[names.indexOf(page) + 1];
      const items = pages[page]?.map((message) => ({ node_id: 'n', message }));
      sendJson(response, 200, { items, page: { next } });
    };
  };

  test('are kept when they are alike on one page, and left out when a page before had them', () =>
    withServer(messages({ one: ['a', 'a', 'b'], two: ['b', 'c'] }), async ({ client }) => {
      const found = await all(client.nodes.endOfLife(ref));
      assert.deepEqual(
        found.map(({ message }) => message),
        ['a', 'a', 'b', 'c'],
      );
    }));

  test('are an error when the page before had them all', () =>
    withServer(messages({ one: ['a', 'b'], two: ['a', 'b'], three: ['c'] }), async ({ client }) => {
      await assert.rejects(all(client.nodes.endOfLife(ref)), /sent the same page twice/);
    }));
});

type List = (client: KonnectClient) => AsyncGenerator<{ readonly id: string }>;
const cursors: Readonly<
  Record<string, readonly [List, (items: unknown, next: string | null) => unknown]>
> = {
  'an offset': [(client) => client.consumerGroups.list(ref), (data, offset) => ({ data, offset })],
  'a cursor beside items': [
    (client) => client.nodes.list(ref),
    (items, next) => ({ items, page: { next } }),
  ],
  'a cursor in meta': [
    (client) => client.configStores.list(ref),
    (data, next) => ({ data, meta: { page: { next } } }),
  ],
};

for (const [style, [list, pageWith]] of Object.entries(cursors)) {
  suite(`pages by ${style} that bring what was there already`, () => {
    const inTurn = (...pages: readonly (readonly [from: number, to: number])[]): Answer => {
      let count = 0;
      return (response) => {
        const [from, to] = pages[count] ?? [0, 0];
        count += 1;
        const next = count < pages.length ? `fresh-${count}` : null;
        sendJson(response, 200, pageWith(planes(from, to), next));
      };
    };

    test('yield each item once', () =>
      withServer(inTurn([0, 3], [2, 5], [4, 5]), async ({ client, server }) => {
        assert.deepEqual(ids(await all(list(client))), ids(planes(0, 5)));
        assert.equal(server.received.length, 3);
      }));

    for (const [what, pages] of Object.entries({
      'under a fresh cursor': [
        [0, 3],
        [0, 3],
        [3, 6],
      ],
      'as a short page with more to come': [
        [0, 3],
        [1, 2],
        [3, 6],
      ],
      'as the last page': [
        [0, 3],
        [0, 3],
      ],
    } as const)) {
      test(`are an error when nothing else is on them, ${what}`, () =>
        withServer(inTurn(...pages), async ({ client, server }) => {
          await assert.rejects(
            all(list(client)),
            /^UnexpectedResponseError: Konnect sent the same page twice while listing/,
          );
          assert.equal(server.received.length, 2);
        }));
    }
  });
}

suite('a list that is none', () => {
  for (const body of [{}, { data: 'x' }, [], 'x', null, { items: [] }]) {
    test(`is an error: ${JSON.stringify(body)}`, () =>
      withServer(
        (response) => sendJson(response, 200, body),
        async ({ client }) => {
          await assert.rejects(all(client.networks.list()), /cannot be read as list of network/);
        },
      ));
  }

  test('says which property of an item is wrong, not its value', () =>
    withServer(
      (response) => sendJson(response, 200, { data: [{ id: 'a', host: { secret: 's3cret' } }] }),
      async ({ client }) => {
        await assert.rejects(all(client.services.list(ref)), {
          message:
            'Konnect’s answer cannot be read as service: host (invalid_type). A newer version of this extension may be needed.',
        });
      },
    ));
});
