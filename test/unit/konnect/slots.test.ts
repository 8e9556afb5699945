// How many requests to a host are under way at a time.
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { suite, test } from 'node:test';
import { Slots } from '../../../src/konnect/request/slots';

suite('slots of a host', () => {
  test('are given at once while there are some, each host by itself', async () => {
    const slots = new Slots(1);
    assert.equal(await slots.take('a', []), true);
    assert.equal(await slots.take('b', []), true);
  });

  test('are handed on in the order of asking', async () => {
    const slots = new Slots(1);
    await slots.take('a', []);
    const order: string[] = [];
    const first = slots.take('a', []).then(() => order.push('first'));
    const second = slots.take('a', []).then(() => order.push('second'));
    slots.release('a');
    await first;
    assert.deepEqual(order, ['first']);
    slots.release('a');
    await second;
    slots.release('a');
    assert.equal(await slots.take('a', []), true);
  });

  test('are not given to who has left, and nothing of the wait remains', async () => {
    const slots = new Slots(1);
    await slots.take('a', []);
    const caller = new AbortController();
    const left = slots.take('a', [caller.signal]);
    const stayed = slots.take('a', []);
    caller.abort();
    assert.equal(await left, false);
    slots.release('a');
    assert.equal(await stayed, true);
    assert.equal(getEventListeners(caller.signal, 'abort').length, 0);
    assert.equal(await slots.take('b', [caller.signal]), false);
  });
});
