// What is said about a configuration repeats none of its values.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { configOf } from '../../../src/plugins/configText';
import { quietMessage } from '../../../src/plugins/quietMessage';

suite('words about a configuration', () => {
  test('values that a message repeats are left out, also nested ones and parts of others', () => {
    const config = { key: 'tide-7782', redis: { password: ['tide-7782-long'] }, on: true };
    assert.equal(quietMessage('invalid value: tide-7782-long', config), 'invalid value: …');
    assert.equal(quietMessage('invalid value: tide-7782', config), 'invalid value: …');
    assert.equal(quietMessage('expected a string', config), 'expected a string');
  });

  test('only a JSON object is a configuration', () => {
    assert.deepEqual(configOf('{ "a": [1] }'), { a: [1] });
    for (const text of ['', '{', '[]', 'null', '"a"', '1']) assert.equal(configOf(text), undefined);
  });
});
