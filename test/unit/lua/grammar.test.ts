// The grammar is LuaJIT's, as Kong builds it (with 5.2 compatibility): what it takes and what it refuses, tried there.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LuaSource } from '../../../src/lua/source';

const taken = [
  'return 0x10, 1e5, .5, 5., 1.e5, 08, 12LL, 0xffULL, 3i, 0b101, 0b1LL, 0x1.8p3i',
  'return "a\\\n\rb", "\\x41\\u{20ac}\\z  x\\065", \'\\\'\', [==[ ]] ]==]',
  'return inf',
  ';; ;',
  'while true do break; x = 1 end',
  'f\n(a)',
  '(a)()',
  '(a).b = 1',
  'f{1; 2, a = 3, ["b"] = 4,}"x"[[y]]:z()',
  '::a:: do ::a:: end',
  'do goto out end ::out::',
  'do goto out local x ::out:: end',
  'repeat local x = 1 until x',
  'local function f(a, ...) return ... end',
  'local continue = 1',
  'local x = -2 ^ 2 .. "a" .. not b == #c',
  'return',
  '#!/usr/bin/env resty\nreturn 1',
  'local größe = 1 --[[ a ]] --[==[ b\n]==]',
];

const refused = [
  'return 1.5LL',
  'return 1e5LL',
  'return 0x1p4LL',
  'return 3iLL',
  'return 12LLi',
  'return 0x',
  'return 0b',
  'return 0b102',
  'return 1e',
  'return 1..2',
  'return "\\q"',
  'return "\\300"',
  'return "\\u{110000}"',
  'return "\\u{d800}"',
  'return "\\x4"',
  '(a) = 1',
  '(a())',
  'a',
  'a.b',
  'f(, 1)',
  'f(1,)',
  'return , 1',
  'return 1 2',
  'x = 1 2',
  'local goto = 1',
  'goto nowhere',
  'do goto out; local x; ::out:: x = 1 end',
  'repeat goto out; local x; ::out:: until x',
  '::a:: ::a::',
  'break',
  'local function f() return ... end',
  'local x <const> = 1',
  'a.b:c = 1',
  'function f() end end',
  'local a = { b c }',
  'return 1 & 2',
];

describe('the grammar', () => {
  for (const text of taken)
    it(`takes ${JSON.stringify(text)}`, () => {
      assert.deepEqual(new LuaSource('handler', text).problems, []);
    });
  for (const text of refused)
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(new LuaSource('handler', text).problems.length > 0, true);
    });
});
