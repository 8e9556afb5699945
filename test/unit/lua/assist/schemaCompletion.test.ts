import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelsAt as labels, suggestionAt as suggestion } from './ask';

const labelsAt = (marked: string) => labels(marked, { file: 'schema' });
const suggestionAt = (marked: string, label: string) =>
  suggestion(marked, label, { file: 'schema' });

const schema = (fields: string, more = '') => `local typedefs = require "kong.db.schema.typedefs"

return {
  name = "mine",
  fields = {
    { config = {
      type = "record",
      fields = {
        ${fields}
      },
    } },
  },
  ${more}
}
`;

describe('completion in schema.lua', () => {
  it('offers the types inside the quotes, and with quotes where there are none', () => {
    assert.ok(labelsAt(schema('{ a = { type = "|" } },')).includes('integer'));
    assert.ok(labelsAt(schema('{ a = { type = | } },')).includes('"integer"'));
    assert.ok(labelsAt(schema('{ a = { type = "|')).includes('integer'));
  });

  it('offers the attributes that go with the type and are not there yet', () => {
    const text = labelsAt(schema('{ a = { type = "string", required = true, | } },'));
    assert.ok(
      text.includes('one_of') && text.includes('len_min') && text.includes('referenceable'),
    );
    for (const no of ['between', 'elements', 'fields', 'required', 'type', 'gt', 'func']) {
      assert.ok(!text.includes(no), no);
    }
    const list = labelsAt(schema('{ a = { type = "array", | } },'));
    assert.ok(list.includes('elements') && !list.includes('keys') && !list.includes('match'));
  });

  it('begins the value, with a comma where lines follow', () => {
    const inline = schema('{ a = { type = "array", | } },');
    assert.equal(suggestionAt(inline, 'elements').snippet, 'elements = { type = "$0" }');
    const lines = schema('{ a = {\n  type = "string",\n  |\n  required = true,\n} },');
    assert.equal(suggestionAt(lines, 'encrypted').snippet, 'encrypted = true,');
  });

  it('says why a custom validator is struck through', () => {
    const marked = schema('{ a = { type = "string", | } },');
    assert.equal(
      suggestionAt(marked, 'custom_validator').refusal,
      'Streamed plugins validate in handler.lua.',
    );
  });

  it('offers what belongs at the top', () => {
    assert.deepEqual(labelsAt(schema('', '|')), [
      'entity_checks',
      'shorthand_fields',
      'transformations',
      'check',
      'supported_partials',
    ]);
  });

  it('offers typedefs as definitions and behind their dot', () => {
    assert.ok(labelsAt(schema('{ a = typedefs.| },')).includes('http_method'));
    assert.ok(labelsAt(schema('{ a = | },')).includes('typedefs.url'));
    const top =
      'local t = require "kong.db.schema.typedefs"\nreturn { name = "x", fields = { { consumer = | } } }';
    assert.equal(suggestionAt(top, 't.no_consumer').isLikely, true);
  });

  it('completes the attributes that change a typedef, by its type', () => {
    const found = labelsAt(schema('{ a = typedefs.port { | } },'));
    assert.ok(found.includes('default') && found.includes('between') && !found.includes('match'));
  });

  it('offers the choices for a default', () => {
    const marked = schema('{ a = { type = "string", one_of = { "x", "y" }, default = | } },');
    assert.deepEqual(labelsAt(marked).slice(0, 2), ['"x"', '"y"']);
    assert.deepEqual(labelsAt(schema('{ a = { type = "boolean", default = | } },')).slice(0, 2), [
      'true',
      'false',
    ]);
  });

  it('names fields in the checks of the record around them', () => {
    const fields =
      '{ url = { type = "string" } }, { retry = { type = "record", fields = { { count = { type = "integer" } } } } },';
    const names = ['config', 'config.url', 'config.retry', 'config.retry.count'];
    const at = 'entity_checks = { { at_least_one_of = { "|" } } },';
    assert.deepEqual(labelsAt(schema(fields, at)), names);
    const conditional = 'entity_checks = { { conditional = { if_field = "|" } } },';
    assert.deepEqual(labelsAt(schema(fields, conditional)), names);
  });

  it('offers the checks and their parts', () => {
    assert.ok(labelsAt(schema('', 'entity_checks = { | },')).includes('{ conditional = … }'));
    assert.ok(labelsAt(schema('', 'entity_checks = { { | } },')).includes('distinct'));
    const parts = labelsAt(schema('', 'entity_checks = { { conditional = { | } } },'));
    assert.deepEqual(parts.slice(0, 2), ['if_field', 'if_match']);
  });

  it('offers the modules that a schema may require, and no others', () => {
    const found = labelsAt('local typedefs = require "|"');
    assert.ok(found.includes('kong.db.schema.typedefs') && !found.includes('cjson'));
  });

  it('offers neither kong nor ngx', () => {
    const found = labelsAt('local x = |');
    assert.ok(found.includes('string') && !found.includes('kong') && !found.includes('ngx'));
  });
});
