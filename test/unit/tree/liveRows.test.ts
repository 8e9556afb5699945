import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { LiveRows } from '../../../src/tree/liveRows';
import type { TreeNode } from '../../../src/tree/nodes/node';
import { ManualTimers } from '../../fakes/manualTimers';

const group = row('us/1/dataPlaneGroups', '');

suite('rows in transition', () => {
  test('are looked at again after their own time', () => {
    const { live, timers, refreshed } = setUp();
    live.loaded(group, [row('a', 'initializing', 15_000), row('b', 'ready')]);
    timers.advance(14_999);
    assert.deepEqual(refreshed, []);
    timers.advance(1);
    assert.deepEqual(refreshed, [group.id]);
  });

  test('at rest cause no look at all', () => {
    const { live, timers, refreshed } = setUp();
    live.loaded(group, [row('b', 'ready')]);
    timers.advance(3_600_000);
    assert.deepEqual(refreshed, []);
  });

  test('are looked at ever more rarely while nothing changes, and quickly again after a change', () => {
    const { live, timers } = setUp();
    const delays: number[] = [];
    for (let look = 0; look < 10; look += 1) {
      live.loaded(group, [row('a', 'initializing', 15_000)]);
      delays.push(Math.round(timers.nextDelayMs() ?? 0));
      timers.advance(timers.nextDelayMs() ?? 0);
    }
    assert.deepEqual(
      delays,
      [15000, 22500, 33750, 50625, 75938, 113906, 170859, 256289, 300000, 300000],
    );
    live.loaded(group, [row('a', 'created', 15_000)]);
    assert.equal(timers.nextDelayMs(), 15_000);
  });

  test('rest while nobody watches, and are read once when somebody does again', () => {
    const { live, timers, refreshed, watch } = setUp();
    live.loaded(group, [row('a', 'initializing', 15_000)]);
    watch(false);
    timers.advance(600_000);
    assert.deepEqual(refreshed, []);
    watch(true);
    assert.deepEqual(refreshed, [group.id]);
  });

  test('are looked at once each when a machine wakes up after hours, not once for each look missed', () => {
    const { live, timers, refreshed } = setUp();
    const other = row('us/2/dataPlaneGroups', '');
    for (const one of [group, other]) live.loaded(one, [row('a', 'initializing', 15_000)]);
    timers.advance(8 * 3_600_000);
    assert.deepEqual(refreshed, [group.id, other.id]);
    for (const one of [group, other]) live.loaded(one, [row('a', 'initializing', 15_000)]);
    assert.equal(timers.nextDelayMs(), 22_500);
  });

  test('of a node that was closed are left alone', () => {
    const { live, timers, refreshed } = setUp();
    live.loaded(group, [row('a', 'initializing', 15_000)]);
    live.forget('us/1');
    timers.advance(600_000);
    assert.deepEqual(refreshed, []);
    assert.equal(timers.nextDelayMs(), undefined);
  });

  test('a domain that stays unverified is hardly ever asked about', () => {
    const { live, timers } = setUp();
    const delays: number[] = [];
    for (let look = 0; look < 9; look += 1) {
      live.loaded(group, [row('d', 'initializing', 300_000)]);
      delays.push(Math.round((timers.nextDelayMs() ?? 0) / 60_000));
      timers.advance(timers.nextDelayMs() ?? 0);
    }
    assert.deepEqual(delays, [5, 8, 11, 17, 25, 38, 57, 85, 100]);
  });

  test('below a closed row wait until it opens, also those of a row above', () => {
    const { live, timers, refreshed } = setUp();
    const inside: TreeNode = { ...row('us/1/dataPlaneGroups', ''), parent: row('us/1', '') };
    live.loaded(inside, [row('a', 'initializing', 15_000)]);
    live.close('us/1');
    timers.advance(600_000);
    assert.deepEqual(refreshed, []);
    live.open('us/1');
    assert.deepEqual(refreshed, [inside.id]);
  });

  test('of two windows are asked about by the one that has the focus alone', () => {
    const [one, other] = [setUp(), setUp()];
    other.watch(false);
    for (const { live } of [one, other]) live.loaded(group, [row('a', 'initializing', 15_000)]);
    for (const { timers } of [one, other]) timers.advance(15_000);
    assert.deepEqual([one.refreshed.length, other.refreshed.length], [1, 0]);
    one.watch(false);
    other.watch(true);
    assert.deepEqual([one.refreshed.length, other.refreshed.length], [1, 1]);
  });
});

function row(id: string, description: string, lookAgainMs?: number): TreeNode {
  return { id, parent: undefined, lookAgainMs, item: () => ({ description }) };
}

function setUp() {
  const refreshed: string[] = [];
  const timers = new ManualTimers();
  let isWatched = true;
  const live = new LiveRows({
    refresh: ({ id }) => refreshed.push(id),
    isWatched: () => isWatched,
    timers,
  });
  const watch = (value: boolean) => {
    isWatched = value;
    live.watchedChanged();
  };
  return { live, timers, refreshed, watch };
}
