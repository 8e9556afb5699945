// The token of a request: trimmed, and refused without being quoted.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { AuthenticationError } from '../../../src/konnect/errors';
import { readToken } from '../../../src/konnect/request/token';
import { english } from '../../../src/text';

suite('the access token', () => {
  test('is taken without the space around it, from now or later', async () => {
    assert.equal(await readToken(english, () => ' kpat_1\n'), 'kpat_1');
    assert.equal(await readToken(english, async () => 'spat_2'), 'spat_2');
  });

  for (const token of ['', '  ', 'kpat_1\nkpat_2', 'kpat_ä', 'a b']) {
    test(`is refused as ${JSON.stringify(token)}, and never quoted`, async () => {
      await assert.rejects(
        readToken(english, () => token),
        (error) => error instanceof AuthenticationError && !/kpat|a b/.test(error.message),
      );
    });
  }

  test('that cannot be had fails as its source does', async () => {
    await assert.rejects(
      readToken(english, () => Promise.reject(new Error('not signed in'))),
      /not signed in/,
    );
  });
});
