// Names that try to deceive: markup stays text, and nothing reorders or floods the page.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { shownName, shownSentence } from '../../../src/webview/shownName';

suite('a name that is shown', () => {
  for (const name of ['payments-prod', 'Zürich 支付', '👩‍👩‍👧 family', 'a <b> & "c"', 'שלום']) {
    test(`is left alone: ${name}`, () => assert.equal(shownName(name), name));
  }

  test('cannot reorder the text around it, break lines or hide characters', () => {
    const tricks =
      '\u202e\u202a\u2066\u2069\u200e\u200f\u061c\u200b\ufeff\u0000\u001b\n\r\t\u2028\u0085';
    assert.equal(shownName(`a${tricks}b`), `a${'\ufffd'.repeat(tricks.length)}b`);
  });

  test('has at most 300 characters and a sign that there are more', () => {
    const shown = shownName('x'.repeat(10_000));
    assert.equal(shown, `${'x'.repeat(300)}…`);
    assert.equal(shownName('x'.repeat(300)), 'x'.repeat(300));
  });

  test('is not cut inside a character', () => {
    assert.doesNotMatch(shownName(`${'x'.repeat(299)}👩👩`), /\p{Cs}/u);
  });
});

suite('a sentence that is shown', () => {
  test('is one line with single spaces', () => {
    assert.equal(shownSentence(' a\n  b\tc '), 'a b c');
  });

  test('has at most 1000 characters', () => {
    assert.equal(shownSentence('y'.repeat(10_000)).length, 1001);
  });
});
