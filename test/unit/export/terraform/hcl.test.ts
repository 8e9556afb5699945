// The layout and the escapes of HCL, which a parser does not care about but people do.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Expression, hclBody, Json, quoted, valueText } from '../../../../src/export/terraform/hcl';

suite('HCL', () => {
  test('shows what cannot be seen as escapes', () => {
    assert.equal(quoted('a\u202eb\u0000\ufeff\u2028\b'), '"a\\u202eb\\u0000\\ufeff\\u2028\\u0008"');
    assert.equal(quoted('\u{e0001}\ud800'), '"\\U000e0001\\ufffd"');
    assert.equal(quoted('é漢😀'), '"é漢😀"');
  });

  test('aligns neighbours that take one line each, and heredocs', () => {
    const text = hclBody(
      { a: 1, long_name: true, none: null, object: { b: 'c' }, d: 'e', source: 'f\ng\n', h: [] },
      '  ',
    );
    assert.equal(
      text,
      `  a         = 1
  long_name = true
  object = {
    b = "c"
  }
  d      = "e"
  source = <<EOT
f
g
EOT
  h      = []
`,
    );
  });

  test('puts a list on one line as long as it fits', () => {
    assert.equal(valueText(['a', 1, false, null], ''), '["a", 1, false, null]');
    assert.equal(valueText([{ a: 1 }], ''), '[\n  {\n    a = 1\n  },\n]');
    assert.equal(valueText(['a\nb\n', 'c'], ''), '[\n  <<EOT\na\nb\nEOT\n  ,\n  "c",\n]');
    const long = Array.from({ length: 12 }, () => '0123456789');
    assert.match(valueText(long, ''), /^\[\n( {2}"0123456789",\n){12}\]$/);
  });

  test('quotes names that would begin something else', () => {
    assert.equal(
      hclBody({ for: 1, null: 1, 'a b': 1, 'a-b': 1, '1a': 1, '%{x}': 1 }, ''),
      '"for"   = 1\n"null"  = 1\n"a b"   = 1\na-b     = 1\n"1a"    = 1\n"%%{x}" = 1\n',
    );
  });

  test('writes expressions as they are, and JSON as a call', () => {
    assert.equal(valueText(new Expression('var.a'), ''), 'var.a');
    assert.equal(
      valueText(new Json({ a: [new Expression('var.b')] }), ''),
      'jsonencode({\n  a = [var.b]\n})',
    );
  });
});
