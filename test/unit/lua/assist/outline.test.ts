import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitionAt } from '../../../../src/lua/assist/definition';
import { type OutlineItem, outlineOf } from '../../../../src/lua/assist/outline';
import type { PluginFile, TextRange } from '../../../../src/lua/finding';
import { LuaSource } from '../../../../src/lua/source';

function rows(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap(({ name, kind, detail, children }) => [
    `${'  '.repeat(depth)}${kind} ${name} ${detail}`.trimEnd(),
    ...rows(children, depth + 1),
  ]);
}

const outline = (file: PluginFile, text: string) => outlineOf(new LuaSource(file, text));

describe('outline', () => {
  it('lists constants, helpers and phases of a handler, functions inside functions below them', () => {
    const text = `local Plugin = { PRIORITY = 10, VERSION = "1.0.0" }
local function helper(a, ...)
  local function inner() end
end
local later = function() end
function Plugin:access(conf) end
Plugin.log = function(self, conf) end
function Plugin.own(x) end
return Plugin`;
    assert.deepEqual(rows(outline('handler', text)), [
      'constant PRIORITY 10',
      'constant VERSION "1.0.0"',
      'function helper (a, ...)',
      '  function inner ()',
      'function later ()',
      'phase access (conf)',
      'phase log (self, conf)',
      'function own (x)',
    ]);
  });

  it('nests the fields of a schema, those of lists of records too', () => {
    const text = `local typedefs = require "kong.db.schema.typedefs"
return { name = "x", fields = {
  { protocols = typedefs.protocols_http },
  { config = { type = "record", fields = {
    { url = typedefs.url },
    { rules = { type = "array", elements = { type = "record", fields = { { from = { type = "string" } } } } } },
  } } },
} }`;
    assert.deepEqual(rows(outline('schema', text)), [
      'field protocols set of string',
      'record config record',
      '  field url string',
      '  field rules array of record',
      '    field from string',
    ]);
  });

  it('keeps each name inside its range, as the editor demands', () => {
    const text = `local function field(name) return { [name] = { type = "string" } } end
return { name = "x", fields = { { config = { type = "record", fields = { field("a"), field("b") } } } } }`;
    const check = (items: readonly OutlineItem[]): void => {
      for (const { range, selection, children } of items) {
        assert.ok(isUpTo(range.start, selection.start) && isUpTo(selection.end, range.end));
        check(children);
      }
    };
    const found = outline('schema', text);
    assert.equal(rows(found).length, 3);
    check(found);
  });

  it('goes on in a file with errors', () => {
    const found = rows(
      outline(
        'handler',
        'local P = {}\nfunction P:access(conf)\n  x = = 1\nend\nfunction P:log(conf) end\nreturn P',
      ),
    );
    assert.ok(found.includes('phase log (conf)') && found.includes('phase access (conf)'));
  });
});

describe('go to definition', () => {
  it('leads from a field of the configuration to its declaration', () => {
    const handler =
      'local P = {}\nfunction P:access(conf)\n  kong.log(conf.retry.count)\nend\nreturn P';
    const schema = `return { name = "x", fields = { { config = { type = "record", fields = {
  { retry = { type = "record", fields = {
    { count = { type = "integer" } },
  } } },
} } } } }`;
    const find = (name: string) =>
      definitionAt(
        new LuaSource('handler', handler),
        new LuaSource('schema', schema),
        handler.indexOf(name) + 1,
      );
    const word = ({ start, end }: TextRange, text: string) =>
      text.split('\n')[start.line]?.slice(start.column, end.column);
    const found = find('count');
    assert.ok(found);
    assert.deepEqual(
      [word(found.origin, handler), word(found.target, schema), found.target.start.line],
      ['count', 'count', 2],
    );
    assert.equal(find('retry')?.target.start.line, 1);
    assert.equal(find('log'), undefined);
  });
});

function isUpTo(a: TextRange['start'], b: TextRange['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.column <= b.column);
}
