// Nothing that looks like a token, or is known to be one, passes the redactor.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { redact } from '../../../src/konnect/redact';

suite('the redactor', () => {
  test('takes out personal and system tokens wherever they stand', () => {
    assert.equal(redact('a kpat_aZ09-_x, "spat_1" b'), 'a •••, "•••" b');
  });

  test('takes out the value of an authorization header', () => {
    assert.equal(
      redact('Authorization: Bearer abc.def-ghi\nnext'),
      'Authorization: Bearer •••\nnext',
    );
    assert.equal(redact('{"authorization":"basic dXNlcg=="}'), '{"authorization":"basic •••"}');
  });

  test('takes out the token in use although it looks like nothing', () => {
    assert.equal(redact('token=plain(word) plain(word)', ['plain(word)']), 'token=••• •••');
  });

  test('leaves other text alone', () => {
    assert.equal(redact('Bearers and basics: kpat, spat', ['']), 'Bearers and basics: kpat, spat');
  });
});
