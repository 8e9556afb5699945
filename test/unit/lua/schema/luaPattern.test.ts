// Lua patterns against what the reference manual says of them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchesPattern } from '../../../../src/lua/schema/patterns/luaPattern';
import { parsePattern } from '../../../../src/lua/schema/patterns/patternItems';
import { asLuaPattern, regexSyntax } from '../../../../src/lua/schema/patterns/regexSyntax';

const matching: readonly (readonly [text: string, pattern: string, isMatch: boolean])[] = [
  ['hello', 'l+', true],
  ['hello', '^l', false],
  ['hello', 'o$', true],
  ['a$b', 'a$b', true],
  ['a^b', 'a^b', true],
  ['', '^$', true],
  ['abc', '^%a%a?%a?%a?$', true],
  ['ABC', '^%u+$', true],
  ['ABc', '^%u+$', false],
  ['a.b', '^a%.b$', true],
  ['axb', '^a%.b$', false],
  ['a]b', '^a[]]b$', true],
  ['a-b', '^[a%-b]+$', true],
  ['a-b', '^[ab-]+$', true],
  ['x', '^[^%d]$', true],
  ['5', '^[^%d]$', false],
  ['5', '^[%D]$', false],
  ['(a(b)c)', '^%b()$', true],
  ['(a(b)c', '^%b()$', false],
  ['THE (quick) fox', '%f[%a]%a+%f[%A]', true],
  ['abcabc', '^(abc)%1$', true],
  ['abcabd', '^(abc)%1$', false],
  ['"x"', `^(["'])(.-)%1$`, true],
  ['aaa', '^a-$', true],
  ['aaab', '^a-b$', true],
  ['aaa', '^a*a$', true],
  ['2024-01-31', '^%d%d%d%d%-%d%d%-%d%d$', true],
  ['user@example.com', '%w*%p*@+%w*%.?%w*', true],
  ['a\nb', '^%w%s%w$', true],
  ['a\nb', '^a.b$', true],
  ['key_1', '^[%w_]+$', true],
  ['x', '()', true],
  ['f', '^%x$', true],
  ['g', '^%x$', false],
];

describe('Lua patterns', () => {
  for (const [text, pattern, isMatch] of matching) {
    it(`${JSON.stringify(pattern)} ${isMatch ? 'matches' : 'does not match'} ${JSON.stringify(text)}`, () => {
      assert.equal(matchesPattern(text, pattern), isMatch);
    });
  }

  it('are not tried on bytes beyond ASCII', () => {
    assert.equal(matchesPattern('ä', '^%a$'), undefined);
  });

  it('are given up where they take for ever', () => {
    assert.equal(matchesPattern('a'.repeat(60), `${'a*'.repeat(30)}b`), undefined);
  });

  it('are malformed as Lua says', () => {
    const problems: Readonly<Record<string, string>> = {
      '%': "malformed pattern (ends with '%')",
      '[a%': "malformed pattern (ends with '%')",
      '[a': "malformed pattern (missing ']')",
      '[]': "malformed pattern (missing ']')",
      '[^]': "malformed pattern (missing ']')",
      '(a': 'unfinished capture',
      'a)': 'invalid pattern capture',
      '%1': 'invalid capture index',
      '(%1)': 'invalid capture index',
      '%b(': 'unbalanced pattern',
      '%fa': "missing '[' after '%f' in pattern",
    };
    for (const [pattern, problem] of Object.entries(problems)) {
      assert.deepEqual(parsePattern(pattern), { problem }, pattern);
    }
  });

  it('may hold characters that regular expressions use', () => {
    for (const pattern of ['^[^|]+|x', '^{%w+}$', '%(%?', 'a{b}', '[|]', '^[^\\]$', '%d{']) {
      assert.equal(regexSyntax(pattern), undefined, pattern);
    }
  });

  it('are made of simple regular expressions', () => {
    assert.equal(asLuaPattern('^\\d+\\.\\d+$'), '^%d+%.%d+$');
    assert.equal(asLuaPattern('100%\\d'), '100%%%d');
    assert.equal(asLuaPattern('\\w+'), undefined);
    assert.equal(asLuaPattern('a{2}'), undefined);
  });
});
