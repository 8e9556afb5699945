import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { NetworkError } from '../../../src/konnect/errors';
import { waitUntil } from '../../../src/operations/waitUntil';
import { english } from '../../../src/text';
import { TestClock } from '../konnect/testClock';

const everyMs = 15_000;

function waiting(values: readonly (string | Error)[], limitMs = 600_000) {
  const clock = new TestClock(everyMs);
  const told: string[] = [];
  const cancelled = new AbortController();
  let turn = 0;
  const read = async (): Promise<string> => {
    const value = values[Math.min(turn, values.length - 1)];
    turn += 1;
    if (value instanceof Error) throw value;
    return value ?? '';
  };
  const done = waitUntil(
    {
      read,
      isDone: (state) => state === 'ready',
      describe: (state) => `is ${state}`,
      everyMs,
      limitMs,
    },
    { clock, signal: cancelled.signal, report: (step) => told.push(step) },
  );
  return { done, told, clock, cancelled, reads: () => turn };
}

const offline = new NetworkError(english, 'no connection', {});

/** The clock jumps in the second pause, as where a machine wakes up. */
async function acrossJump(values: readonly (string | Error)[], jumpMs: number) {
  const slept: number[] = [];
  const told: string[] = [];
  let [now, looks] = [Date.UTC(2026, 0, 1), 0];
  const read = async (): Promise<string> => {
    const value = values[Math.min(looks, values.length - 1)];
    looks += 1;
    if (value instanceof Error) throw value;
    return value ?? '';
  };
  const clock = {
    now: () => now,
    random: () => 0.5,
    sleep: async (ms: number) => {
      slept.push(ms);
      now += slept.length === 2 ? ms + jumpMs : ms;
    },
  };
  const describe = (state: string) => `is ${state}`;
  const isDone = (state: string) => state === 'ready';
  const { signal } = new AbortController();
  const report = (step: string) => void told.push(step);
  const waited = { read, isDone, describe, everyMs, limitMs: 600_000 };
  await waitUntil(waited, { clock, signal, report });
  return { slept, told, looks };
}

suite('waiting for a state', () => {
  test('looks again until it is there, and tells each state on the way', async () => {
    const { done, told, clock } = waiting(['created', 'initializing', 'initializing', 'ready']);
    assert.equal(await done, 'ready');
    assert.deepEqual(told, ['is created', 'is initializing', 'is initializing']);
    assert.deepEqual(clock.slept, [everyMs, everyMs, everyMs]);
  });

  test('a look that fails for a passing reason does not end it', async () => {
    const lost = new NetworkError(english, 'no connection', {});
    assert.equal(await waiting([lost, 'initializing', lost, 'ready']).done, 'ready');
  });

  test('another failure does', async () => {
    await assert.rejects(waiting(['created', new Error('gone')]).done, { message: 'gone' });
  });

  test('gives up after the limit and keeps what was seen last', async () => {
    await assert.rejects(waiting(['initializing'], everyMs * 3).done, {
      name: 'WaitingTooLong',
      last: 'initializing',
    });
  });

  for (const [what, jumpMs] of [
    ['slept for eight hours', 8 * 3_600_000],
    ['has had its clock set back by an hour', -3_600_000],
  ] as const) {
    test(`goes on where the machine ${what}: one look at once, then at the same pace`, async () => {
      const values = ['initializing', 'initializing', offline, 'initializing', 'ready'];
      const { slept, looks, told } = await acrossJump(values, jumpMs);
      assert.deepEqual(told, ['is initializing', 'is initializing', 'is initializing']);
      assert.deepEqual(slept, [everyMs, everyMs, everyMs, everyMs]);
      assert.equal(looks, 5);
    });

    test(`does not wait for ever where the machine ${what}`, async () => {
      await assert.rejects(acrossJump(['initializing'], jumpMs), {
        name: 'WaitingTooLong',
        last: 'initializing',
      });
    });
  }

  test('ends when it is cancelled', async () => {
    const clock = new TestClock();
    const cancelled = new AbortController();
    const done = waitUntil(
      { read: async () => 'created', isDone: () => false, everyMs, limitMs: 600_000 },
      { clock, signal: cancelled.signal, report: () => undefined },
    );
    await clock.begun(everyMs, 1);
    cancelled.abort();
    await assert.rejects(done, { name: 'AbortError' });
    assert.equal(clock.waiting, 0);
  });
});
