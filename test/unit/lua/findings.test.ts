// The findings of each rule's fixtures in full: place, severity, words and quick fix, as kept in `expected.txt`.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Finding } from '../../../src/lua/check';
import { checkFixture, fixtureFolder, readFixtures } from './fixtures';

/** `UPDATE_FIXTURES=1` writes the files anew, to be read through before they are committed. */
const isUpdate = process.env.UPDATE_FIXTURES === '1';

function describeFinding({ rule, severity, message, range, tags, related, fix }: Finding): string {
  const place = ({ start, end }: Finding['range']) =>
    `${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`;
  return [
    `${place(range)} ${severity} ${rule}: ${message}`,
    ...(tags === undefined ? [] : [`    ${tags.join(' ')}`]),
    ...(related ?? []).map((one) => `    see ${one.file} ${place(one.range)}: ${one.message}`),
    ...(fix === undefined ? [] : [`    fix: ${fix.title}`]),
    ...(fix?.edits ?? []).map((edit) => `      ${place(edit.range)} ${JSON.stringify(edit.text)}`),
  ].join('\n');
}

function actual(rule: string): string {
  const parts = readFixtures()
    .filter((fixture) => fixture.rule === rule)
    .map((fixture) => {
      const { handler, schema } = checkFixture(fixture);
      const lines = [...handler, ...schema].map(describeFinding);
      return `# ${fixture.name}\n${lines.map((line) => `${line}\n`).join('')}`;
    });
  return parts.join('\n');
}

describe('the findings of the fixtures', () => {
  for (const rule of readdirSync(fixtureFolder)) {
    const file = join(fixtureFolder, rule, 'expected.txt');
    if (isUpdate) writeFileSync(file, actual(rule));
    it(`of ${rule} are as expected.txt has them`, () => {
      assert.ok(existsSync(file), 'run this test once with UPDATE_FIXTURES=1');
      assert.equal(actual(rule), readFileSync(file, 'utf8'));
    });
  }
});
