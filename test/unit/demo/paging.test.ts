// The four ways of cutting lists into pages.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Call } from '../../../src/demo/http/operation';
import {
  cursorPage,
  itemsPage,
  numberedPage as numbered,
  offsetPage,
} from '../../../src/demo/http/paging';
import { Refusal } from '../../../src/demo/http/refusal';
import type { JsonObject } from '../../../src/demo/world/json';
import { pick } from './withDemo';

const items = Array.from({ length: 25 }, (_, index) => ({ index }));

function call(query: string): Call {
  return {
    geo: 'us',
    path: '/v2/things',
    params: {},
    query: new URLSearchParams(query),
    body: undefined,
    contentType: undefined,
  };
}

const numberedPage: Page = (all, asked) => numbered(all, asked, (item) => item);

type Page = (items: readonly JsonObject[], call: Call) => JsonObject;

/** All items, page after page, as a client that follows `next` gets them. */
function follow(page: Page, first: string, data: string, next: string): readonly unknown[] {
  const found: unknown[] = [];
  let query: string | undefined = first;
  for (let pages = 0; query !== undefined && pages < 20; pages += 1) {
    const answer = page(items, call(query));
    found.push(...pick<unknown[]>(answer, data));
    const address = pick<string | null | undefined>(answer, next);
    query = address ? `${first}&${new URL(address, 'http://demo').searchParams}` : undefined;
  }
  return found;
}

suite('demo paging', () => {
  test('numbered pages tell number, size and the total of items', () => {
    assert.deepEqual(numberedPage(items, call('page[number]=3&page[size]=10')), {
      meta: { page: { number: 3, size: 10, total: 25 } },
      data: items.slice(20),
    });
    assert.deepEqual(pick(numberedPage(items, call('')), 'meta.page'), {
      number: 1,
      size: 10,
      total: 25,
    });
    assert.deepEqual(pick(numberedPage(items, call('page[number]=9')), 'data'), []);
  });

  test('offset pages end with a null next and no offset', () => {
    const first = offsetPage(items, call('size=20'));
    assert.match(pick(first, 'next'), /^\/v2\/things\?offset=/);
    const last = offsetPage(
      items,
      call(`size=20&offset=${encodeURIComponent(pick(first, 'offset'))}`),
    );
    assert.deepEqual(last, { data: items.slice(20), next: null });
  });

  test('following next gives every item once, in each style', () => {
    assert.deepEqual(follow(offsetPage, 'size=7', 'data', 'next'), items);
    assert.deepEqual(follow(itemsPage, 'page[size]=7', 'items', 'page.next'), items);
    assert.deepEqual(follow(cursorPage, 'page[size]=7', 'data', 'meta.page.next'), items);
  });

  test('nodes tell their count and, on the last page, no next', () => {
    assert.deepEqual(pick(itemsPage(items, call('')), 'page'), { total_count: 25 });
  });

  test('config stores tell size, next and previous', () => {
    assert.deepEqual(pick(cursorPage(items, call('page[size]=50')), 'meta'), {
      page: { size: 50, next: null, previous: null },
    });
  });

  for (const [page, query, field, rule] of [
    [numberedPage, 'page[number]=0', 'page[number]', 'min'],
    [numberedPage, 'page[size]=ten', 'page[size]', 'is_integer'],
    [offsetPage, 'size=1001', 'size', 'max'],
    [offsetPage, 'offset=guessed', 'offset', 'invalid'],
    [itemsPage, 'page[after]=MQ==', 'page[after]', 'invalid'],
  ] as const) {
    test(`refuses ${query}`, () => {
      assert.throws(
        () => page(items, call(query)),
        (error) => {
          assert.ok(error instanceof Refusal);
          const [problem] = error.details.invalid ?? [];
          assert.deepEqual(
            [problem?.field, problem?.rule, problem?.source],
            [field, rule, 'query'],
          );
          return true;
        },
      );
    });
  }
});
