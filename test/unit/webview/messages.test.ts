// What the host accepts from a page and from what a restored window remembers.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseFromPanel, parsePanelMemory } from '../../../src/webview/messages';

const subject = { id: '7f9fd312-a987-4628-b4c5-bb4f4fddd5f7', geo: 'us' };

suite('a message of the page', () => {
  for (const message of [
    { type: 'ready', id: 0 },
    { type: 'refresh', id: 1 },
    { type: 'copy', id: 2, text: 'x' },
    { type: 'copy', id: 2, text: 'x'.repeat(200_000) },
    { type: 'open', id: 2, text: 'x', language: 'json' },
    { type: 'checkDns', id: 4, domainId: 'd1' },
    { type: 'run', id: 3, action: 'createCustomDomain' },
  ]) {
    test(`${message.type} is accepted as it is`, () => {
      assert.deepEqual(parseFromPanel(message), message);
    });
  }

  for (const junk of [
    undefined,
    null,
    42,
    'ready',
    [],
    {},
    { type: 'ready' },
    { type: 'ready', id: '1' },
    { type: 'ready', id: -1 },
    { type: 'ready', id: 1.5 },
    { type: 'ready', id: Number.NaN },
    { type: 'READY', id: 1 },
    { type: 'ready', id: 1, more: true },
    { type: 'copy', id: 1 },
    { type: 'copy', id: 1, text: '' },
    { type: 'copy', id: 1, text: ['x'] },
    { type: 'copy', id: 1, text: 'x'.repeat(200_001) },
    { type: 'run', id: 1, action: 'workbench.action.terminal.sendSequence' },
    { type: 'run', id: 1, action: 'createCustomDomain', arguments: [] },
    { type: 'open', id: 1, text: 'x', language: 'bat' },
    { type: 'open', id: 1, text: 'x' },
    { type: 'checkDns', id: 1 },
    { type: 'checkDns', id: 1, domainId: 'x'.repeat(101) },
    { type: 'state', state: {} },
    JSON.parse('{"type":"ready","id":1,"__proto__":{"polluted":true}}'),
  ]) {
    test(`is refused: ${JSON.stringify(junk)?.slice(0, 70)}`, () => {
      assert.equal(parseFromPanel(junk), undefined);
    });
  }
});

suite('what a restored window remembers', () => {
  test('is the gateway, whatever else the page kept', () => {
    const memory = { controlPlane: subject, choices: { a: 'b' }, scrollY: 10 };
    assert.deepEqual(parsePanelMemory(memory), subject);
  });

  for (const junk of [
    undefined,
    null,
    'x',
    {},
    { controlPlane: {} },
    { controlPlane: { ...subject, id: '../../users/me' } },
    { controlPlane: { ...subject, id: '' } },
    { controlPlane: { ...subject, geo: 'us.evil.example/' } },
    { controlPlane: { ...subject, geo: 7 } },
  ]) {
    test(`is refused: ${JSON.stringify(junk)}`, () => {
      assert.equal(parsePanelMemory(junk), undefined);
    });
  }
});
