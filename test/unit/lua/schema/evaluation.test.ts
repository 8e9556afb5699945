// What schema.lua builds is known without running it, and what cannot be known stays unknown.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FieldList, FieldSpec } from '../../../../src/lua/schema/fieldSpec';
import { LuaSource } from '../../../../src/lua/source';

/** `name: type` of the fields in config, `?` for what is not known, `…` where there may be more. */
function fieldsOf(head: string, fields: string): string {
  const text = `local typedefs = require "kong.db.schema.typedefs"\n${head}\nreturn { name = "x", fields = { { config = { type = "record", fields = ${fields} } } } }`;
  const source = new LuaSource('schema', text);
  assert.deepEqual(source.problems, []);
  return describeList(source.pluginSchema.field('config')?.spec?.fields);
}

function describeList(list: FieldList | undefined): string {
  const all = (list?.fields ?? []).map(({ name, spec }) => `${name}: ${describeSpec(spec)}`);
  return [...all, ...(list?.isComplete ? [] : ['…'])].join(', ');
}

function describeSpec(spec: FieldSpec | undefined): string {
  if (spec?.type === undefined) return '?';
  const elements = spec.nested('elements');
  if (elements !== undefined) return `${spec.type} of ${describeSpec(elements)}`;
  return spec.type === 'record' ? `{ ${describeList(spec.fields)} }` : spec.type;
}

describe('the evaluation of schema.lua', () => {
  it('follows names, constants and tables', () => {
    const head =
      'local kinds = { text = "string" }\nlocal alias = kinds\nlocal list = { type = "array", elements = { type = alias.text } }';
    assert.equal(
      fieldsOf(head, '{ { a = list }, { ["b" .. "c"] = list.elements } }'),
      'a: array of string, bc: string',
    );
  });

  it('runs helpers with the arguments of each call', () => {
    const head = `local function field(name, kind, options)
  options = options or {}
  local spec = { type = kind }
  spec.default = options.default
  return { [name] = spec }
end
local Tools = {}
function Tools:record(...)
  return { type = "record", fields = { field("inner", "integer") } }
end`;
    assert.equal(
      fieldsOf(
        head,
        '{ field("a", "string"), field("b", "number", { default = 1 }), { c = Tools:record() } }',
      ),
      'a: string, b: number, c: { inner: integer }',
    );
  });

  it('sees what is added later', () => {
    const head = `local fields = { { a = { type = "string" } } }
table.insert(fields, { b = { type = "number" } })
fields[#fields + 1] = { c = { type = "boolean" } }
local function add(list, name)
  list[#list + 1] = { [name] = typedefs.port }
end
add(fields, "d")
fields[1].a.type = "integer"`;
    assert.equal(fieldsOf(head, 'fields'), 'a: integer, b: number, c: boolean, d: integer');
  });

  it('keeps lists open that branches, loops and other code may change', () => {
    const list = 'local fields = { { a = { type = "string" } } }\n';
    for (const change of [
      'if os.time() > 1 then fields[#fields + 1] = { b = { type = "string" } } end',
      'for _, name in ipairs({ "b" }) do table.insert(fields, { [name] = { type = "string" } }) end',
      'require("other").change(fields)',
      'table.sort(fields)',
      'setmetatable(fields, {})',
    ]) {
      assert.equal(fieldsOf(list + change, 'fields'), 'a: string, …', change);
    }
  });

  it('trusts no table once some table is changed that it cannot name', () => {
    const head =
      'local one = { type = "string" }\nfor _, table in ipairs({ one }) do table.required = true end';
    const text = `${head}\nreturn { name = "x", fields = { { config = { type = "record", fields = { { a = one } } } } } }`;
    const spec = new LuaSource('schema', text).pluginSchema.configFields[0]?.spec;
    assert.equal(spec?.type, 'string');
    assert.equal(spec?.lacks('required'), false);
  });

  it('takes over what a call of a typedef does not say', () => {
    const text =
      'local t = require("kong.db.schema.typedefs")\nreturn { fields = { { config = { type = "record", fields = { { a = t.port { default = 1, between = { 1, 2 } } } } } } } }';
    const spec = new LuaSource('schema', text).pluginSchema.configFields[0]?.spec;
    assert.equal(spec?.type, 'integer');
    assert.deepEqual(
      spec?.get('between')?.table?.items.map(({ constant }) => constant),
      [1, 2],
    );
    assert.equal(spec?.get('default')?.constant, 1);
  });

  it('knows the fields of records among the typedefs and of the redis schema', () => {
    const text = fieldsOf(
      'local redis = require("kong.tools.redis.schema")',
      '{ { redis = redis.config_schema }, { queue = typedefs.queue } }',
    );
    assert.match(
      text,
      /^redis: \{ host: string, port: integer, .* \}, queue: \{ max_batch_size: integer, /,
    );
  });

  it('leaves unknown what comes from elsewhere', () => {
    const head =
      'local other = require("other")\nlocal function pick(x) if x then return { type = "string" } end return { type = "number" } end';
    assert.equal(
      fieldsOf(
        head,
        '{ { a = other.field }, { b = pick(1) }, other.item, { [other.name] = { type = "string" } }, unpack(other) }',
      ),
      'a: ?, b: ?, …',
    );
  });

  it('ends where functions call one another in loops and branches', () => {
    const head =
      'local one, other\nfunction one(t) for k, v in pairs(t) do t[k] = other(v) end return t end\nfunction other(t) if t then return one(t.x) end return t end\nlocal list = one({})';
    assert.equal(fieldsOf(head, '{ { a = { type = "string" } } }'), 'a: string, …');
  });

  it('ends where code calls itself', () => {
    const head = `local function again(n) return { type = "record", fields = { { a = again(n) } } } end
local one, two
function one() return { type = "array", elements = two() } end
function two() return { type = "array", elements = one() } end
local self = { type = "record" }
self.fields = { { self = self } }`;
    const text = `${head}\nreturn { name = "x", fields = { { config = { type = "record", fields = { { a = again(1) }, { b = one() }, { c = self } } } } } }`;
    const { specs } = new LuaSource('schema', text).pluginSchema;
    assert.ok(specs.length > 3);
  });

  it('stays quick where helpers call helpers many times over', () => {
    const levels = Array.from(
      { length: 24 },
      (_, at) =>
        `local function f${at + 1}() return { type = "map", keys = f${at}(), values = f${at}() } end`,
    );
    const head = ['local function f0() return { type = "string" } end', ...levels].join('\n');
    const text = `${head}\nreturn { name = "x", fields = { { config = { type = "record", fields = { { a = f24() } } } } } }`;
    const start = performance.now();
    assert.ok(new LuaSource('schema', text).pluginSchema.specs.length > 100);
    assert.ok(performance.now() - start < 2_000);
  });

  it('claims nothing to be missing in a file that is damaged', () => {
    const { pluginSchema, isDamaged } = new LuaSource(
      'schema',
      'local x = = 1\nreturn { name = "x" }\n',
    );
    assert.equal(isDamaged, true);
    assert.equal(pluginSchema.root?.isOpen, true);
  });
});
