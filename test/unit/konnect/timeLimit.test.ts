// The end of a try: by time, by the caller, or by release.
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { suite, test } from 'node:test';
import { TimeLimit } from '../../../src/konnect/request/timeLimit';
import { TestClock } from './testClock';

suite('a time limit', () => {
  test('aborts when the time is over', async () => {
    const clock = new TestClock();
    const limit = new TimeLimit(clock, 100, []);
    clock.advance(99);
    assert.equal(limit.signal.aborted, false);
    clock.advance(1);
    await limit.over();
    assert.deepEqual([limit.signal.aborted, limit.ending], [true, 'timeout']);
  });

  test('aborts when any caller cancels, and says so', async () => {
    const clock = new TestClock();
    const [one, other] = [new AbortController(), new AbortController()];
    const limit = new TimeLimit(clock, 100, [one.signal, other.signal]);
    other.abort();
    await limit.over();
    assert.deepEqual([limit.signal.aborted, limit.ending, clock.waiting], [true, 'cancelled', 0]);
  });

  test('is over at once for a caller who had cancelled', async () => {
    const limit = new TimeLimit(new TestClock(), 100, [AbortSignal.abort()]);
    await limit.over();
    assert.equal(limit.ending, 'cancelled');
  });

  test('counts anew after a restart', async () => {
    const clock = new TestClock();
    const limit = new TimeLimit(clock, 100, []);
    clock.advance(90);
    limit.restart(200);
    clock.advance(199);
    assert.deepEqual([limit.ending, limit.seconds, clock.waiting], [undefined, 0.2, 1]);
    const over = limit.over();
    clock.advance(1);
    await over;
    assert.equal(limit.ending, 'timeout');
  });

  test('leaves no sleeper and no listener after its release', async () => {
    const clock = new TestClock();
    const { signal } = new AbortController();
    const limit = new TimeLimit(clock, 100, [signal]);
    limit.release();
    assert.deepEqual(
      [limit.ending, clock.waiting, getEventListeners(signal, 'abort').length],
      [undefined, 0, 0],
    );
  });
});
