// Tasks side by side: bounded, in order, and none left running.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { inOrder } from '../../../src/konnect/inOrder';
import { all } from './testClient';

/** Tasks that the test finishes by hand. */
function handDriven() {
  const running = new Map<number, { done: () => void; fail: () => void; signal: AbortSignal }>();
  let most = 0;
  const run = (task: number, signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        running.delete(task);
        settle();
      };
      const fail = end(() => reject(new Error(`task ${task}`)));
      running.set(task, { done: end(() => resolve(`result ${task}`)), fail, signal });
      most = Math.max(most, running.size);
    });
  return { running, run, most: () => most };
}

suite('tasks side by side', () => {
  test('yield in the order of the tasks, whichever ends first', async () => {
    const tasks = handDriven();
    const results = all(inOrder([1, 2, 3], 3, undefined, tasks.run));
    for (const task of [3, 1, 2]) tasks.running.get(task)?.done();
    assert.deepEqual(await results, ['result 1', 'result 2', 'result 3']);
  });

  test('are never more than allowed at a time', async () => {
    let running = 0;
    let most = 0;
    const run = async (task: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return task;
    };
    const tasks = Array.from({ length: 50 }, (_, index) => index);
    assert.deepEqual(await all(inOrder(tasks, 4, undefined, run)), tasks);
    assert.equal(most, 4);
  });

  test('stop when one fails: its error comes out, the others are aborted', async () => {
    const tasks = handDriven();
    const results = all(inOrder([1, 2, 3, 4], 2, undefined, tasks.run));
    const other = tasks.running.get(2);
    tasks.running.get(1)?.fail();
    await assert.rejects(results, /task 1/);
    assert.equal(other?.signal.aborted, true);
    assert.deepEqual([...tasks.running.keys()], [2]);
    other?.fail();
  });

  test('stop when the consumer leaves', async () => {
    const tasks = handDriven();
    const results = inOrder([1, 2, 3], 2, undefined, tasks.run);
    const first = results.next();
    const second = tasks.running.get(2);
    tasks.running.get(1)?.done();
    await first;
    await results.return(undefined);
    assert.equal(second?.signal.aborted, true);
    second?.fail();
  });

  test('pass the abort of the caller on', async () => {
    const tasks = handDriven();
    const caller = new AbortController();
    const results = all(inOrder([1], 1, caller.signal, tasks.run));
    caller.abort();
    assert.equal(tasks.running.get(1)?.signal.aborted, true);
    tasks.running.get(1)?.fail();
    await assert.rejects(results);
  });

  test('of an empty list yield nothing', async () => {
    assert.deepEqual(await all(inOrder([], 4, AbortSignal.abort(), async () => 1)), []);
  });
});
