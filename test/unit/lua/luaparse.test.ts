// Our parser beside luaparse, the parser of Lua that others use: wherever that one accepts rightly, the trees are the same.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { parse as parseLua } from 'luaparse';
import { parse } from '../../../src/lua/parse';

const folders = ['test/fixtures/lua', 'examples'];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    // Those of the rule "syntax" are there for what luaparse takes wrongly.
    .filter((file) => file.endsWith('.lua') && !file.includes('/syntax/')),
);

suite('our parser and luaparse', () => {
  test('give the same trees for the fixtures and examples that luaparse accepts', () => {
    let compared = 0;
    for (const file of files) {
      const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
      const theirs = treeOf(text);
      if (theirs === undefined) continue;
      const ours = parse(text);
      assert.ok('chunk' in ours, `${file}: ${JSON.stringify(ours)}`);
      assert.deepEqual(plain(ours.chunk), plain(theirs), file);
      compared += 1;
    }
    assert.ok(compared > files.length * 0.8, `only ${compared} of ${files.length}`);
  });
});

function treeOf(text: string): unknown {
  try {
    return parseLua(text, { luaVersion: 'LuaJIT', ranges: true, comments: false });
  } catch {
    return undefined;
  }
}

/** Nodes as data, without what only one of the two tells. */
function plain(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value) => {
      if (['comments', 'isLocal', 'globals', 'value', 'loc', 'raw'].includes(key)) return undefined;
      // Whether the white space at the end is part of the file is a matter of taste.
      return value?.type === 'Chunk' ? value.body : value;
    }),
  );
}
