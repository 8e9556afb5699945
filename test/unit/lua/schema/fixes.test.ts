// Every quick fix of the schema rules leaves a file that parses and in which the finding is gone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../../../../src/lua/check';
import { checkFixture, type Fixture, readFixtures } from '../fixtures';

function apply(text: string, { fix }: Finding): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: Finding['range']['start']) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, column);
  return [...(fix?.edits ?? [])]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (done, { range, text: added }) =>
        done.slice(0, offset(range.start)) + added + done.slice(offset(range.end)),
      text,
    );
}

const fixable = readFixtures().flatMap((fixture: Fixture) =>
  checkFixture(fixture).schema.flatMap((finding) =>
    finding.fix && finding.rule.startsWith('schema-') ? [{ fixture, finding }] : [],
  ),
);

describe('quick fixes of the schema rules', () => {
  it('are there', () => assert.ok(fixable.length > 30));

  for (const { fixture, finding } of fixable) {
    const { start } = finding.range;
    it(`"${finding.fix?.title}" mends ${fixture.name}:${start.line + 1}:${start.column + 1}`, () => {
      const text = apply(fixture.schema ?? '', finding);
      const after = checkFixture({ ...fixture, schema: text }).schema;
      const same = ({ rule, message }: Finding) =>
        rule === finding.rule && message === finding.message;
      const before = checkFixture(fixture).schema;
      assert.ok(after.filter(same).length < before.filter(same).length, text);
      assert.ok(!after.some(({ rule }) => rule === 'syntax'), text);
    });
  }
});
