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
      redact('Authorization: Bearer abc.def-gh1\nnext'),
      'Authorization: Bearer •••\nnext',
    );
    assert.equal(redact('bearer abcdefghijklmnop, x'), 'bearer •••, x');
    assert.equal(redact('{"authorization":"basic dXNlcg=="}'), '{"authorization":"basic •••"}');
  });

  test('takes out the token in use although it looks like nothing', () => {
    assert.equal(redact('token=plain(word) plain(word)', ['plain(word)']), 'token=••• •••');
  });

  test('takes out a secret however it is quoted', () => {
    const secret = 'a"b\\c<d> é';
    const quoted = JSON.stringify(secret);
    const forms = [
      secret,
      quoted,
      JSON.stringify(quoted),
      encodeURIComponent(secret),
      'a&quot;b\\c&lt;d&gt; é',
    ];
    for (const form of forms) assert.doesNotMatch(redact(`x ${form} y`, [secret]), /b|c|d/);
  });

  test('leaves other text alone', () => {
    const text = 'Bearers, basic auth and Basic authentication: kpat, spat, no Bearer token.';
    assert.equal(redact(text, ['']), text);
  });
});
