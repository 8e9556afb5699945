// The JSON schema of a plugin's configuration, judged by a validator of its own.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import Ajv from 'ajv';
import { markOf } from '../../../../src/instances/masks';
import { configFailures, configForm } from '../../../../src/lua/schema/json/pluginFields';
import { regexOfPattern } from '../../../../src/lua/schema/json/regexOfPattern';
import { matchesPattern } from '../../../../src/lua/schema/patterns/luaPattern';
import { english } from '../../../../src/text';

const lua = `
local typedefs = require "kong.db.schema.typedefs"
return { name = "one", fields = {
  { protocols = typedefs.protocols_http },
  { config = { type = "record", fields = {
    { station = { type = "string", required = true, description = "Which one it is." } },
    { mode = { type = "string", default = "fast", one_of = { "fast", "safe" } } },
    { level = { type = "integer", between = { 1, 5 } } },
    { pair = { type = "string", match = "^[^:]+:.*$", referenceable = true, encrypted = true } },
    { hosts = { type = "set", elements = { type = "string" }, len_min = 1 } },
    { limits = { type = "map", keys = { type = "string" }, values = { type = "number", gt = 0 } } },
    { redis = { type = "record", required = true, fields = {
      { port = typedefs.port { default = 6379 } },
      { password = { type = "string", encrypted = true } },
    } } },
  } } },
} }`;
const form = configForm({ lua }, english);
const ajv = new Ajv({ strict: false });
const accepts = ajv.compile(form.config);
const fine = { station: 'harbour' };

suite('the form of a configuration', () => {
  test('the JSON schema and our own check agree on what is accepted and what is refused', () => {
    const cases: readonly (readonly [config: unknown, isFine: boolean])[] = [
      [fine, true],
      [{}, false],
      [{ station: '' }, false],
      [{ ...fine, mode: 'safe' }, true],
      [{ ...fine, mode: 'slow' }, false],
      [{ ...fine, mode: null }, true],
      [{ ...fine, level: 5 }, true],
      [{ ...fine, level: 6 }, false],
      [{ ...fine, level: 1.5 }, false],
      [{ ...fine, pair: 'a:b' }, true],
      [{ ...fine, pair: 'ab' }, false],
      [{ ...fine, pair: '{vault://x/y}' }, true],
      [{ ...fine, hosts: [] }, false],
      [{ ...fine, hosts: ['a', 'b'] }, true],
      [{ ...fine, limits: { a: 1 } }, true],
      [{ ...fine, limits: { a: 0 } }, false],
      [{ ...fine, redis: { port: 70_000 } }, false],
      [{ ...fine, redis: { host: 'x' } }, false],
      [{ ...fine, other: 1 }, false],
    ];
    for (const [config, isFine] of cases) {
      const failures = configFailures({ lua }, config, english);
      const words = JSON.stringify(config);
      assert.equal(accepts(config), isFine, `schema: ${words}`);
      assert.equal(failures.length === 0, isFine, `check: ${words} ${JSON.stringify(failures)}`);
    }
  });

  test('a mark for a stored secret is accepted where a text is', () => {
    assert.ok(accepts({ ...fine, pair: markOf(1), redis: { password: markOf(12) } }));
  });

  test('says what is stored encrypted, and what a new instance has to fill in', () => {
    assert.deepEqual(form.encrypted, [['pair'], ['redis', 'password']]);
    assert.deepEqual(form.demanded, { station: '' });
    assert.deepEqual(form.protocols, ['grpc', 'grpcs', 'http', 'https']);
  });

  test('hovering says default, limits, and what may come from a vault', () => {
    const { mode, level, pair, station } = form.config.properties as Record<
      string,
      { markdownDescription: string }
    >;
    assert.equal(station?.markdownDescription, 'Which one it is.\n\nRequired.');
    assert.equal(mode?.markdownDescription, 'Default: `"fast"`');
    assert.equal(level?.markdownDescription, 'From 1 to 5.');
    assert.match(pair?.markdownDescription ?? '', /stored encrypted\.\s+May be a reference/);
  });

  test("Konnect's own form of the fields gives the same", () => {
    const fields = [
      { config: { type: 'record', fields: [{ minute: { type: 'number', gt: 0 } }] } },
    ];
    assert.deepEqual(configFailures({ fields }, { minute: -1, x: 1 }, english), [
      { path: 'x', message: 'unknown field' },
      { path: 'minute', message: 'value must be greater than 0' },
    ]);
    assert.deepEqual(configFailures({ fields: [] }, { anything: 1 }, english), []);
  });

  test('a Lua pattern and its regular expression match the same texts', () => {
    const texts = ['', 'a', 'A1', 'a:b', ':b', 'x-y', '10.4', 'GET', '%', 'a]b', 'a\\b', '^', ' '];
    for (const pattern of [
      '^[^:]+:.*$',
      '^[A-Z]+$',
      '%d+%.%d',
      '^%a%w*$',
      '[%w-]+',
      'a-b',
      '%%',
      '^[]a]',
      '%S',
      '[a\\]',
    ]) {
      const regex = regexOfPattern(pattern);
      assert.ok(regex !== undefined, pattern);
      for (const text of texts) {
        assert.equal(
          new RegExp(regex, 'u').test(text),
          matchesPattern(text, pattern),
          `${pattern} on ${text}`,
        );
      }
    }
    for (const other of ['%b()', '%f[%w]', '(a)%1', '[%S]', '[a']) {
      assert.equal(regexOfPattern(other), undefined, other);
    }
  });
});
