// What the engine takes an expression for.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LuaSource } from '../../../src/lua/source';
import { decodeString, encodeString } from '../../../src/lua/syntax/literals';

/** The value of the expression that a file returns, in short. */
function returned(text: string): unknown {
  const value = new LuaSource('handler', text).returnedValue;
  if (value === undefined) return 'unknown';
  if (value.kind === 'constant') return value.value;
  if (value.kind === 'path') return `<${value.path}>`;
  if (value.kind === 'object') return `<result of ${value.path?.parent?.path ?? '?'}>`;
  return value.kind;
}

const cases: readonly (readonly [string, unknown])[] = [
  ['return ngx.timer.at', '<ngx.timer.at>'],
  ['local n = ngx; local t = n.timer; return t["at"]', '<ngx.timer.at>'],
  ['return _G.ngx.timer', '<ngx.timer>'],
  ['local t; t = ngx.timer; return t', '<ngx.timer>'],
  ['local t = ngx; t = kong; return t', 'unknown'],
  ['local t = nil; t = kong; return t', '<kong>'],
  ['return require("a.b").c', '<"a.b".c>'],
  ['local name = "b"; return require("a." .. name)', '<"a.b">'],
  ['local ok, m = pcall(require, "m"); return m', '<"m">'],
  ['local ok, m = pcall(require, "m"); return ok', '<result of pcall>'],
  ['local m = assert(require "m"); return m.x', '<"m".x>'],
  ['local c = c or require "m"; return c', 'unknown'],
  ['local c = require "m" or {}; return c', '<"m">'],
  ['local x = ngx.now; x = x or 1; return x', '<ngx.now>'],
  ['local x; x = x or ngx.now; return x', '<ngx.now>'],
  ['return ngx and ngx.timer', 'unknown'],
  ['return kong and ngx.timer', '<ngx.timer>'],
  ['return (1 + 2) * 3 .. "x"', '9x'],
  ['return not nil', true],
  ['return #"abc"', 3],
  ['return -2 ^ 2', -4],
  ['return 7 % -3', -2],
  ['return 10LL', 'unknown'],
  ['return 0x10', 16],
  ['local t = { a = { b = 5 } }; return t.a.b', 5],
  ['local t = {}; t.a = 5; return t.a', 5],
  ['local t = {}; t.a = 5; t.a = 6; return t.a', 'unknown'],
  ['local t = setmetatable({ a = 1 }, {}); return t.a', 1],
  ['local function f() return "x" end; return f()', 'x'],
  ['local function f(x) if x then return 1 end return 2 end; return f()', '<result of ?>'],
  ['local T = {}; function T:m() end; return T.m', 'function'],
  ['local H = require("base"):extend(); return H', '<result of "base".extend>'],
  [
    'local h = require("resty.http").new(); return h.request_uri',
    '<"resty.http".new().request_uri>',
  ],
  ['return ("x"):dump', 'unknown'],
  ['for i = 1, 2 do end return i', '<i>'],
  ['local x = x return x', '<x>'],
  ['local function f() return f() end return f()', '<result of ?>'],
];

describe('value resolution', () => {
  for (const [text, expected] of cases) {
    it(`takes \`${text}\` as ${String(expected)}`, () => {
      assert.equal(returned(text), expected);
    });
  }

  it('ends on values that depend on themselves', () => {
    assert.equal(returned('local t = {}; t.t = t; return t.t.t.t'), 'table');
    assert.equal(returned('local a, b; a = b; b = a; return a'), 'unknown');
  });
});

describe('string literals', () => {
  it('are decoded in every form', () => {
    assert.equal(decodeString('"a\\n\\65\\x42\\z  \\"c\\u{e4}"'), 'a\nAB"c\u00e4');
    assert.equal(decodeString("'it\\'s'"), "it's");
    assert.equal(decodeString('[==[\nline]]\n]==]'), 'line]]\n');
    assert.equal(decodeString('"a\\\r\nb"'), 'a\nb');
  });

  it('are written so that they read the same', () => {
    for (const text of ['plain', 'a "quoted" \\ text', 'two\nlines\r']) {
      assert.equal(decodeString(encodeString(text)), text);
    }
  });
});
