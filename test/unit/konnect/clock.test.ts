// The system clock: sleeping that can be cancelled, without anything left behind.
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { suite, test } from 'node:test';
import { systemClock } from '../../../src/konnect/clock';

suite('the system clock', () => {
  test('wakes up after a while and removes its listener', async () => {
    const { signal } = new AbortController();
    await systemClock.sleep(1, signal);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  test('wakes up at once when the sleep is cancelled', async () => {
    const controller = new AbortController();
    const slept = systemClock.sleep(1_000_000, controller.signal);
    controller.abort(new Error('enough'));
    await assert.rejects(slept, /enough/);
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  });

  test('does not fall asleep when it is cancelled already', async () => {
    await assert.rejects(
      systemClock.sleep(1_000_000, AbortSignal.abort(new Error('early'))),
      /early/,
    );
  });
});
