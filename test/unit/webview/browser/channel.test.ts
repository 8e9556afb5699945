// The page's end of the line: requests that always settle, and states that arrive.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Channel } from '../../../../src/webview/browser/channel';
import type { FromPanel } from '../../../../src/webview/protocol';

function connect() {
  const posted: FromPanel[] = [];
  const states: unknown[] = [];
  const channel = new Channel(
    (message) => posted.push(message),
    (state) => states.push(state),
  );
  return { channel, posted, states };
}

suite('the channel', () => {
  test('numbers its requests and settles each with its own answer', async () => {
    const { channel, posted } = connect();
    const copying = channel.request({ type: 'copy', text: 'x' });
    const refreshing = channel.request({ type: 'refresh' });
    assert.deepEqual(posted, [
      { type: 'copy', text: 'x', id: 1 },
      { type: 'refresh', id: 2 },
    ]);
    channel.receive({ type: 'failed', id: 2, message: 'no' });
    channel.receive({ type: 'done', id: 1 });
    await copying;
    await assert.rejects(refreshing, { message: 'no' });
  });

  test('settles what is open when the page closes, and everything after', async () => {
    const { channel } = connect();
    const open = channel.request({ type: 'refresh' });
    channel.close();
    await assert.rejects(open, /closed/);
    await assert.rejects(channel.request({ type: 'refresh' }), /closed/);
  });

  test('hands on what comes without having been asked for', () => {
    const { channel, states } = connect();
    const news = [
      { type: 'state', state: { title: 'x' } },
      { type: 'reveal', card: 'd1' },
      { type: 'announce', text: 'done' },
    ];
    for (const message of news) channel.receive(message);
    assert.deepEqual(states, news);
  });

  test('ignores answers that nobody waits for, and messages of others', () => {
    const { channel, states } = connect();
    const junk = [undefined, null, 'state', {}, { type: 'state' }, { type: 'state', state: null }];
    const strays = [
      { type: 'done', id: 99 },
      { type: 'failed', id: 99, message: 'x' },
      { type: 'failed', id: 1 },
    ];
    for (const message of [...junk, ...strays]) channel.receive(message);
    assert.deepEqual(states, []);
  });
});
