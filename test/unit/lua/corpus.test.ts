// Plugins of other people: silence is no proof of cleanness, so what they return and what they declare must be resolved.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { LuaSource } from '../../../src/lua/source';

const folder = process.env.LUA_CORPUS ?? '';
const skip = folder === '' && 'LUA_CORPUS names no folder';

describe('the plugins in LUA_CORPUS', { skip }, () => {
  it('return tables that can be read, 95 of 100 at least', (test) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    let [all, resolved] = [0, 0];
    for (const file of files.filter((name) => /(?:^|[/\\])handler\.lua$/.test(name))) {
      all += 1;
      const source = new LuaSource('handler', readFileSync(join(folder, file), 'utf8'));
      if (source.module !== undefined) resolved += 1;
      else test.diagnostic(`not resolved: ${file}`);
    }
    test.diagnostic(`${resolved} of ${all} handlers resolved`);
    assert.ok(resolved >= all * 0.95);
  });

  it('have fields that can be read, 95 of 100 at least', (test) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    let [all, resolved] = [0, 0];
    for (const file of files.filter((name) => /(?:^|[/\\])schema\.lua$/.test(name))) {
      const source = new LuaSource('schema', readFileSync(join(folder, file), 'utf8'));
      const { pluginSchema } = source;
      if (source.isDamaged || !/\bconfig\s*=/.test(source.text)) continue;
      all += 1;
      const fields = pluginSchema.field('config')?.spec?.fields;
      if (fields?.isComplete && fields.fields.every(({ spec }) => spec?.type !== undefined)) {
        resolved += 1;
      } else test.diagnostic(`not resolved: ${file}`);
    }
    test.diagnostic(`${resolved} of ${all} schemas resolved`);
    assert.ok(resolved >= all * 0.95);
  });
});
