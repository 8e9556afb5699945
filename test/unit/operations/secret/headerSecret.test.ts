import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  setsHeader,
  whyNotHeader,
  whyNotSecret,
} from '../../../../src/operations/secret/headerSecret';
import { english } from '../../../../src/text';

const why = (value: string, header = 'Authorization') => whyNotSecret({ header, value }, english);

suite('a secret header', () => {
  test('may be what a header can be', () => {
    for (const value of ['Bearer abc.def-123', 'päss wörd', '{"a":"b"}', '$5 bill', 'a:b:c:d'])
      assert.equal(why(value), undefined, value);
  });

  test('is refused with the reason, which never repeats it', () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ['', /^Type the secret/],
      ['sparrow\nX-Admin: yes', /line break/],
      ['sparrow\rnext', /line break/],
      ['sparrow\u0000', /control character/],
      [' sparrow', /begins or ends with a space/],
      ['sparrow ', /begins or ends with a space/],
      ['sparrow$(headers.host)', /"\$\(", which the gateway would run as a template/],
      ['Authorization: sparrow', /begins with the name of the header/],
      ['{vault://env/sparrow}', /reference into a vault/],
      ['spar', /At least 6/],
      [`sparrow${'x'.repeat(5120)}`, /Too long/],
      ['ü'.repeat(2560), /Too long/],
    ];
    for (const [value, reason] of cases) {
      assert.match(why(value) ?? '', reason, value);
      assert.doesNotMatch(why(value) ?? '', /sparrow/);
    }
  });

  test('has a name without colon, space or line break', () => {
    for (const name of ['Authorization', 'X-API-Key', 'x_token'])
      assert.equal(whyNotHeader(name, english), undefined);
    for (const name of ['', 'Authorization:', 'X API', 'X\r\nY', 'Ü'])
      assert.notEqual(whyNotHeader(name, english), undefined, name);
  });

  test('is known by its name, whatever its case', () => {
    assert.ok(setsHeader('authorization:Bearer x', 'Authorization'));
    assert.ok(!setsHeader('Authorization-Info:x', 'Authorization'));
  });
});
