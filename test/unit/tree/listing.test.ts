import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Listing, pageSize } from '../../../src/tree/listing';
import { Listings } from '../../../src/tree/listings';
import type { TreeNode } from '../../../src/tree/nodes/node';

suite('a listing', () => {
  test('has a page to show before all is read, and then the rest', async () => {
    const gate = createGate();
    const listing = new Listing(node('us'), async function* () {
      yield* nodes(pageSize);
      await gate.opened;
      yield* nodes(50, pageSize);
    });
    await listing.ready;
    assert.deepEqual([listing.rows.length, listing.isFinished, listing.limit], [100, false, 100]);
    gate.open();
    await listing.finished;
    assert.deepEqual([listing.rows.length, listing.isFinished], [150, true]);
    listing.showMore();
    assert.equal(listing.limit, 200);
  });

  test('keeps the rows that came before a failure, and the failure', async () => {
    const listing = new Listing(node('us'), async function* () {
      yield* nodes(3);
      throw new Error('cut');
    });
    await listing.ready;
    assert.equal(listing.rows.length, 3);
    assert.deepEqual(listing.failure, { error: new Error('cut') });
    assert.equal(listing.ending, undefined);
  });

  test('that is stopped aborts its request, takes nothing that comes late, and blames nobody', async () => {
    const gate = createGate();
    let given: AbortSignal | undefined;
    const listing = new Listing(node('us'), async function* (signal) {
      given = signal;
      yield* nodes(2);
      await gate.opened;
      yield* nodes(2, 2);
    });
    await new Promise(setImmediate);
    listing.stop('closed');
    assert.equal(given?.aborted, true);
    gate.open();
    await listing.finished;
    assert.deepEqual(
      [listing.rows.length, listing.failure, listing.ending],
      [2, undefined, 'closed'],
    );
  });
});

suite('what was read', () => {
  test('below a closed row stays, and what is still being read stops', async () => {
    const listings = new Listings();
    const done = listings.begin(node('us/1', async () => nodes(1)));
    const running = listings.begin(node('us/1/services', () => new Promise(() => undefined)));
    const elsewhere = listings.begin(node('us/10', () => new Promise(() => undefined)));
    await done.finished;
    assert.deepEqual(listings.stop('us/1'), [running]);
    assert.deepEqual(
      [done.ending, running.ending, elsewhere.ending],
      [undefined, 'closed', undefined],
    );
    assert.equal(listings.get('us/1'), done);
    assert.equal(listings.get('us/1/services'), undefined);
  });

  test('counts a thing in trouble once, however often it is shown', async () => {
    const listings = new Listings();
    const network: TreeNode = { ...node('networks/n1'), trouble: 'error' };
    const again: TreeNode = { ...node('us/1/dataPlaneGroups/g1/n1'), trouble: 'error' };
    const late: TreeNode = { ...node('us/1/nodes/x'), trouble: 'outOfSync' };
    const all = [
      node('networks', async () => [network]),
      node('us/1/dataPlaneGroups/g1', async () => [again]),
      node('us/1/nodes', async () => [late, node('us/1/nodes/y')]),
    ];
    await Promise.all(all.map((one) => listings.begin(one).finished));
    assert.deepEqual(
      [...listings.troubles()],
      [
        ['outOfSync', 1],
        ['error', 1],
      ],
    );
    listings.drop('us/1');
    assert.deepEqual(
      [...listings.troubles()],
      [
        ['outOfSync', 0],
        ['error', 1],
      ],
    );
  });
});

function node(id: string, children?: TreeNode['children']): TreeNode {
  return { id, parent: undefined, item: () => ({}), ...(children && { children }) };
}

function nodes(count: number, from = 0): TreeNode[] {
  return Array.from({ length: count }, (_, at) => node(`row${from + at}`));
}

function createGate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
