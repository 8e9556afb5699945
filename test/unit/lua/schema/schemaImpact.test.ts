// Which configurations of instances a new schema refuses, and why.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { renamePlugin } from '../../../../src/lua/schema/renamePlugin';
import { schemaImpact } from '../../../../src/lua/schema/schemaImpact';
import { english } from '../../../../src/text';

function schema(fields: string): string {
  return `local typedefs = require "kong.db.schema.typedefs"
return { name = "tide", fields = {
  { protocols = typedefs.protocols_http },
  { config = { type = "record", fields = { ${fields} } } },
} }`;
}

const before = schema(`
  { header = { type = "string", default = "X-Tide" } },
  { station = { type = "string", required = true } },
  { level = { type = "integer" } }`);

function refused(after: string, ...configs: readonly unknown[]): string[][] {
  const { refused } = schemaImpact({ before, after: schema(after), configs }, english);
  return refused.map((failures) => failures.map(({ path, message }) => `${path}: ${message}`));
}

suite('what a new schema means for instances', () => {
  test('a configuration that fits is not refused', () => {
    const same = schemaImpact(
      { before, after: before, configs: [{ header: 'X', station: 'Aber', level: null }, null] },
      english,
    );
    assert.deepEqual(same.breaking, []);
    assert.deepEqual(same.refused, [[], [{ path: 'station', message: 'required field missing' }]]);
  });

  test('says every reason, each with its field', () => {
    assert.deepEqual(
      refused(
        `{ port = { type = "integer", required = true } },
         { station = { type = "string", one_of = { "north", "south" } } },
         { level = { type = "integer", between = { 1, 5 } } }`,
        { header: 'X', station: 'Aber', level: 9 },
      ),
      [
        [
          'header: unknown field',
          'port: required field missing',
          'station: expected one of: north, south',
          'level: value should be between 1 and 5',
        ],
      ],
    );
  });

  test('looks into records, lists and maps, and fills in what has defaults', () => {
    const after = `
      { redis = { type = "record", required = true, fields = {
          { host = { type = "string", required = true } },
          { port = { type = "integer", default = 6379 } } } } },
      { hosts = { type = "array", elements = { type = "string", match = "^%a+$" } } },
      { weights = { type = "map", keys = { type = "string" }, values = { type = "number" } } }`;
    assert.deepEqual(
      refused(
        after,
        {},
        { redis: { host: 'a' }, hosts: ['ok', 'n0'], weights: { a: 1 } },
        { redis: 'x', hosts: 'x', weights: { a: 'x' } },
      ),
      [
        ['redis.host: required field missing'],
        ['hosts: invalid value: n0'],
        ['redis: expected a record', 'hosts: expected an array', 'weights: expected a number'],
      ],
    );
  });

  test('is silent about what the file does not tell', () => {
    assert.deepEqual(refused('unpack(extra_fields())', { anything: 1 }), [[]]);
    const broken = schemaImpact({ before, after: 'return {', configs: [{ a: 1 }] }, english);
    assert.deepEqual(broken.refused, [[]]);
  });

  test('a vault reference stands for whatever it leads to', () => {
    const field = (more: string) => `{ key = { type = "string", len_min = 40${more} } }`;
    const config = { key: '{vault://env/key}' };
    assert.deepEqual(refused(field(', referenceable = true'), config), [[]]);
    assert.deepEqual(refused(field(''), config), [['key: length must be at least 40']]);
  });

  test('tells what changed to the harm of instances, also where there is none', () => {
    const { breaking } = schemaImpact(
      { before, after: schema('{ port = { type = "integer", required = true } }'), configs: [] },
      english,
    );
    assert.deepEqual(breaking, [
      'header is gone',
      'station is gone',
      'level is gone',
      'port is new and required, without a default',
    ]);
  });
});

suite('a schema under another name', () => {
  test('only the name changes', () => {
    const text =
      '-- "tide"\r\nreturn {\r\n  name = \'tide\', -- the tide\r\n  fields = {},\r\n}\r\n';
    assert.equal(renamePlugin(text, 'tide-2'), text.replace("'tide'", '"tide-2"'));
    const local = 'local schema = { name = "tide", fields = {} }\nreturn schema';
    assert.equal(renamePlugin(local, 'tide-2'), local.replace('"tide"', '"tide-2"'));
  });

  test('a name that is not written as one text stays', () => {
    for (const value of ['"ti" .. "de"', 'plugin_name', '[[tide]]', 'nil']) {
      assert.equal(renamePlugin(`return { name = ${value}, fields = {} }`, 'x'), undefined);
    }
  });
});
