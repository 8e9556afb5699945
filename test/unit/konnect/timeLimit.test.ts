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
    await limit.over;
    assert.deepEqual([limit.signal.aborted, limit.ending], [true, 'timeout']);
  });

  test('aborts when any caller cancels, and says so', async () => {
    const clock = new TestClock();
    const [one, other] = [new AbortController(), new AbortController()];
    const limit = new TimeLimit(clock, 100, [one.signal, other.signal]);
    other.abort();
    await limit.over;
    assert.deepEqual([limit.signal.aborted, limit.ending, clock.waiting], [true, 'cancelled', 0]);
  });

  test('is over at once for a caller who had cancelled', async () => {
    const limit = new TimeLimit(new TestClock(), 100, [AbortSignal.abort()]);
    await limit.over;
    assert.equal(limit.ending, 'cancelled');
  });

  test('leaves no sleeper and no listener after its release', async () => {
    const clock = new TestClock();
    const { signal } = new AbortController();
    const limit = new TimeLimit(clock, 100, [signal]);
    limit.release();
    await limit.over;
    assert.deepEqual(
      [limit.ending, clock.waiting, getEventListeners(signal, 'abort').length],
      [undefined, 0, 0],
    );
  });
});
