// What the editor says of the PDK and the schema language, against the compilations it was made from, where those are at hand.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { allPdkTexts } from '../../../../src/lua/assist/knowledge/pdkTexts';
import * as words from '../../../../src/lua/assist/knowledge/words';
import { luaDefinitions } from '../../../../src/lua/assist/luaDefinitions';
import { parse } from '../../../../src/lua/parse';
import { entityChecks, topLevelKeys } from '../../../../src/lua/schema/data/attributes';
import { typedefs } from '../../../../src/lua/schema/data/typedefs';
import { fieldTypes, shapeOf } from '../../../../src/lua/schema/language';
import { english } from '../../../../src/text';

const folder = join(process.cwd(), '..', 'shared', 'lua');
const skip = existsSync(folder) ? false : 'the compilations are not at hand';

describe('the texts on the PDK', { skip }, () => {
  const { functions } = JSON.parse(readFileSync(join(folder, 'pdk.json'), 'utf8')) as {
    functions: {
      name: string;
      kind: string;
      params: { name: string }[];
      returns: unknown[];
      description: string;
    }[];
  };

  it('are there for every entry, and for nothing else', () => {
    assert.deepEqual(
      [...allPdkTexts()].map(({ name }) => name).sort(),
      functions.map(({ name }) => name).sort(),
    );
  });

  it('tell functions from fields, and how many values they take and give', () => {
    const found = new Map([...allPdkTexts()].map((text) => [text.name, text]));
    for (const { name, kind, params, returns, description } of functions) {
      const text = found.get(name);
      assert.equal(text?.isFunction, kind !== 'field', name);
      assert.equal(text?.results.length, returns.length, name);
      // `ctx` is for Kong's own calls.
      const named = params.filter((parameter) => parameter.name !== 'ctx');
      assert.ok((text?.parameters.length ?? 0) >= named.length, name);
      const start = description.replace(/\.$/, '').slice(0, 20);
      assert.ok(
        text?.description.startsWith(start) || text?.description === 'Core use only.',
        name,
      );
    }
  });
});

describe('the words of the schema language', () => {
  it('cover all that the rules know', () => {
    assert.deepEqual([...words.typeWords.keys()].sort(), [...fieldTypes].sort());
    assert.deepEqual([...words.topLevelWords.keys()].sort(), [...topLevelKeys].sort());
    assert.deepEqual([...words.checkWords.keys()].sort(), Object.keys(entityChecks).sort());
    assert.deepEqual([...words.typedefWords.keys()].sort(), Object.keys(typedefs).sort());
    const parts = new Set(Object.values(entityChecks).flatMap((all) => Object.keys(all)));
    assert.deepEqual([...words.partWords.keys()].sort(), [...parts].sort());
    for (const word of words.attributeWords.keys())
      assert.ok(shapeOf(word, true) !== undefined, word);
  });

  it('cover the attributes of the compilation', { skip }, () => {
    const { attributes } = JSON.parse(readFileSync(join(folder, 'schema_dsl.json'), 'utf8'));
    for (const name of Object.keys(attributes)) assert.ok(words.attributeWords.has(name), name);
  });
});

describe('the definitions for lua-language-server', () => {
  const text = luaDefinitions(english);

  it('are Lua, and declare the functions with their parameters and results', () => {
    assert.ok('chunk' in parse(text));
    assert.ok(text.startsWith('---@meta kong\n'));
    assert.match(
      text,
      /\n--- Request body text; nil when it was spooled to disk\.\n---\n--- Phases: .*\n---@param max_allowed_file_size\? number\n---@return string\|nil\n---@return string\|nil\nfunction kong\.request\.get_raw_body\(max_allowed_file_size\) end\n/,
    );
  });

  it('declare every table before its members, and what is called with a colon so', () => {
    const declared = new Set<string>(['kong']);
    for (const [, table] of text.matchAll(/^(kong[\w.]*) = /gm)) declared.add(table ?? '');
    for (const [, table] of text.matchAll(/^function (kong[\w.]*)[.:]\w+\(/gm)) {
      assert.ok(declared.has(table ?? ''), table);
    }
    assert.match(text, /^function kong\.tracing:set_should_sample\(should_sample\) end$/m);
    assert.match(text, /---@class kong\.log\n---@overload fun\(\.\.\.: any\)\nkong\.log = \{\}/);
  });
});
