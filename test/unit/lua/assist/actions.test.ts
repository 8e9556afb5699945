import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { certainEdits } from '../../../../src/lua/assist/fixAll';
import { disableFile, disableLine } from '../../../../src/lua/assist/suppression';
import { checkPlugin } from '../../../../src/lua/check';
import type { Finding, TextEdit } from '../../../../src/lua/finding';
import { LineTable } from '../../../../src/lua/syntax/lines';
import { english } from '../../../../src/text';
import { checkFixture, readFixtures } from '../fixtures';

function apply(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineTable(text);
  const offset = ({ line, column }: TextEdit['range']['start']) => lines.startOf(line) + column;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (changed, { range, text: insert }) =>
        changed.slice(0, offset(range.start)) + insert + changed.slice(offset(range.end)),
      text,
    );
}

const rulesIn = (handler: string) =>
  checkPlugin({ handler }, { t: english }).handler.map(({ rule }) => rule);

describe('fix all', () => {
  const fixed = (text: string, file: 'handler' | 'schema' = 'handler') =>
    apply(text, certainEdits(checkPlugin({ [file]: text }, { t: english })[file]));

  it('mends what has one sure fix and leaves the rest alone', () => {
    const text = `local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }
function Plugin.access(conf)
  if conf.off then
    kong.response:exit(403)
  end
  kong.requst.get_path()
end
return Plugin
`;
    const mended = fixed(text);
    assert.equal(
      mended,
      text
        .replace('Plugin.access', 'Plugin:access')
        .replace('kong.response:exit', 'kong.response.exit')
        .replace('    kong', '    return kong'),
    );
    assert.deepEqual(rulesIn(mended), ['unknown-pdk']);
  });

  it('never deletes code', () => {
    const text = `local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }
function Plugin:init_worker()
end
local unused = 1
return Plugin
`;
    assert.deepEqual(rulesIn(text).sort(), ['no-init-worker', 'unused-local']);
    assert.equal(fixed(text), text);
  });

  it('makes one of fixes that touch each other, and the next with the next run', () => {
    const text =
      'return { name = "x", fields = { config = { type = "record", fields = { a = { type = "string", enum = { "b" } } } } } }';
    const first = fixed(text, 'schema');
    assert.equal(
      first,
      'return { name = "x", fields = { { config = { type = "record", fields = { a = { type = "string", enum = { "b" } } } } } } }',
    );
    const last = fixed(fixed(first, 'schema'), 'schema');
    assert.deepEqual(checkPlugin({ schema: last }, { t: english }).schema, []);
  });
});

describe('each fix of the fixtures', () => {
  for (const fixture of readFixtures()) {
    const { handler, schema } = checkFixture(fixture);
    const fixes = [
      ...handler.map((finding) => ({ finding, file: 'handler' as const })),
      ...schema.map((finding) => ({ finding, file: 'schema' as const })),
    ].filter(({ finding }) => finding.fix !== undefined);
    if (fixes.length === 0) continue;
    it(`of ${fixture.name} mends its finding and breaks nothing`, () => {
      for (const { finding, file } of fixes) {
        const mended = apply(fixture[file] ?? '', finding.fix?.edits ?? []);
        const before = count(checkFixture(fixture)[file], finding.rule);
        const after = checkFixture({ ...fixture, [file]: mended })[file];
        assert.ok(count(after, finding.rule) < before, `${finding.rule}: ${mended}`);
        const isBroken = count(after, 'syntax') > count(checkFixture(fixture)[file], 'syntax');
        assert.ok(!isBroken, mended);
      }
    });
  }
});

function count(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

describe('comments that switch a rule off', () => {
  const text = `local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }
function Plugin:access(conf)
    ngx.timer.at(0, print)
end
return Plugin
`;

  it('go above the line with its indentation, and work', () => {
    const edit = disableLine(text, 'no-timers', 2);
    assert.ok(edit);
    const changed = apply(text, [edit]);
    assert.ok(changed.includes('\n    -- kong-disable-next-line no-timers\n    ngx.timer'));
    assert.deepEqual([rulesIn(text), rulesIn(changed)], [['no-timers'], []]);
  });

  it('are joined to one that is there already', () => {
    const edit = disableLine(text, 'no-timers', 2);
    const once = apply(text, edit ? [edit] : []);
    const again = disableLine(once, 'no-yield', 3);
    assert.ok(again);
    assert.ok(apply(once, [again]).includes('    -- kong-disable-next-line no-timers, no-yield\n'));
  });

  it('go to the top for the whole file, one line for all rules', () => {
    const once = apply(text, [disableFile(text, 'no-timers')]);
    assert.ok(once.startsWith('-- kong-disable-file no-timers\nlocal'));
    assert.deepEqual(rulesIn(once), []);
    const twice = apply(once, [disableFile(once, 'priority')]);
    assert.ok(twice.startsWith('-- kong-disable-file no-timers, priority\nlocal'));
  });

  it('keep the line ends of the file', () => {
    const edit = disableLine('local a\r\nlocal b\r\n', 'unused-local', 1);
    assert.equal(edit?.text, '-- kong-disable-next-line unused-local\r\n');
  });

  it('are not put inside a string', () => {
    assert.equal(disableLine('local a = [[\nx]] .. b', 'undefined-global', 1), undefined);
  });
});
