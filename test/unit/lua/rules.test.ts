// Runs every rule over every fixture: each finds what its fixtures mark, and nothing else.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { rules } from '../../../src/lua/ruleList';
import { checkFixture, expected, fixtureFolder, found, readFixtures } from './fixtures';

const fixtures = readFixtures();

describe('rule fixtures', () => {
  for (const fixture of fixtures) {
    it(`finds exactly what ${fixture.name} marks`, () => {
      const result = checkFixture(fixture);
      assert.deepEqual(
        { handler: found(result.handler), schema: found(result.schema) },
        { handler: expected(fixture.handler), schema: expected(fixture.schema) },
      );
    });
  }
});

describe('each rule', () => {
  for (const { name } of rules) {
    const own = fixtures.filter(({ rule }) => rule === name);
    const marks = ({ handler, schema }: (typeof fixtures)[number]) =>
      [...expected(handler), ...expected(schema)].some((mark) => mark.split(/: |=/)[1] === name);

    it(`${name} has a failing and a clean fixture`, () => {
      assert.ok(existsSync(join(fixtureFolder, name)), 'a folder');
      assert.ok(own.some(marks), 'one that fails');
      assert.ok(
        own.some((fixture) => !marks(fixture)),
        'one that is clean',
      );
    });

    it(`${name} has a help page`, () => {
      assert.ok(existsSync(join(process.cwd(), 'docs', 'rules', `${name}.md`)));
    });
  }
});
