// The demo's time: what is due happens in order, whenever somebody looks.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createManualClock, createRealClock } from '../../../src/demo/world/clock';
import { Timeline } from '../../../src/demo/world/timeline';

suite('demo time', () => {
  test('nothing happens before its time', () => {
    const clock = createManualClock();
    const timeline = new Timeline(clock);
    const seen: string[] = [];
    timeline.after(1000, () => seen.push('one'));
    timeline.catchUp();
    clock.advance(999);
    timeline.catchUp();
    assert.deepEqual(seen, []);
    clock.advance(1);
    timeline.catchUp();
    assert.deepEqual(seen, ['one']);
  });

  test('tasks run in order of their time, also those that tasks make', () => {
    const clock = createManualClock(0);
    const timeline = new Timeline(clock);
    const seen: (readonly [string, number])[] = [];
    const note = (name: string) => () => seen.push([name, timeline.now()]);
    timeline.after(3000, note('late'));
    timeline.after(1000, () => {
      note('early')();
      timeline.after(500, note('made'));
    });
    clock.advance(10_000);
    timeline.catchUp();
    assert.deepEqual(seen, [
      ['early', 1000],
      ['made', 1500],
      ['late', 3000],
    ]);
    assert.equal(timeline.now(), 10_000);
  });

  test('the real clock goes on by itself and can be pushed', () => {
    const clock = createRealClock();
    const before = clock.now();
    clock.advance(60_000);
    assert.ok(clock.now() - before >= 60_000);
    assert.ok(clock.now() - before < 120_000);
  });
});
