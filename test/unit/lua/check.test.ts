// The surface that the editor and the command line use.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPlugin, type Finding } from '../../../src/lua/check';
import { english } from '../../../src/text';

const timer = `local Plugin = { PRIORITY = 1000, VERSION = "1.0.0" }

function Plugin:access(conf)
  ngx.timer.at(0, print)
end

return Plugin
`;

function check(
  handler: string,
  options: Partial<Parameters<typeof checkPlugin>[1]> = {},
): readonly Finding[] {
  return checkPlugin({ handler }, { t: english, ...options }).handler;
}

function applyFix(text: string, { fix }: Finding): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, column);
  return [...(fix?.edits ?? [])]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (done, edit) =>
        done.slice(0, offset(edit.range.start)) + edit.text + done.slice(offset(edit.range.end)),
      text,
    );
}

describe('checkPlugin', () => {
  it('gives rule, severity, message and range', () => {
    assert.deepEqual(check(timer), [
      {
        rule: 'no-timers',
        severity: 'error',
        message: 'timers cannot be created in a streamed plugin (ngx.timer is nil there)',
        range: { start: { line: 3, column: 2 }, end: { line: 3, column: 14 } },
      },
    ]);
  });

  it('lets a setting change or switch off the severity', () => {
    assert.equal(check(timer, { severities: { 'no-timers': 'hint' } })[0]?.severity, 'hint');
    assert.deepEqual(check(timer, { severities: { 'no-timers': 'off' } }), []);
  });

  it('heeds comments that switch a rule off for a line or the file', () => {
    const above = (comment: string) => timer.replace('  ngx', `  ${comment}\n  ngx`);
    assert.deepEqual(check(above('-- kong-disable-next-line no-timers')), []);
    assert.deepEqual(check(above('-- kong-disable-next-line version, no-timers -- because')), []);
    assert.deepEqual(check(above('--[[ kong-disable-next-line no-timers ]]')), []);
    assert.equal(check(above('-- kong-disable-next-line version')).length, 1);
    assert.equal(check(above('local _s = "-- kong-disable-next-line no-timers"')).length, 1);
    assert.deepEqual(check(`-- kong-disable-file no-timers\n${timer}`), []);
  });

  it('resolves the name of the plugin when it is a constant', () => {
    const name = (schema: string) => checkPlugin({ schema }, { t: english }).name;
    assert.equal(name('local n = "a" .. "b"\nreturn { name = n, fields = {} }'), 'ab');
    assert.equal(name('return { name = ({...})[1]:match("x"), fields = {} }'), undefined);
  });

  it('puts every text through the translator', () => {
    const [finding] = check(timer, { t: (message) => message.toUpperCase() });
    assert.equal(
      finding?.message,
      'TIMERS CANNOT BE CREATED IN A STREAMED PLUGIN ({0} IS NIL THERE)',
    );
  });
});

describe('quick fixes', () => {
  const fixed = (text: string, rule: string, source: 'handler' | 'schema' = 'handler') => {
    const result = checkPlugin({ [source]: text, expectedName: 'right' }, { t: english });
    const finding = result[source].find((one) => one.rule === rule);
    return finding && applyFix(text, finding);
  };

  it('deletes init_worker in each form', () => {
    const head = 'local P = { PRIORITY = 1, VERSION = "1" }\n';
    assert.equal(
      fixed(`${head}function P:init_worker()\nend\nreturn P\n`, 'no-init-worker'),
      `${head}return P\n`,
    );
    assert.equal(
      fixed(`${head}P.init_worker = print\nreturn P\n`, 'no-init-worker'),
      `${head}return P\n`,
    );
    assert.equal(
      fixed(
        'return {\n  PRIORITY = 1,\n  init_worker = print, -- x\n  VERSION = "1",\n}\n',
        'no-init-worker',
      ),
      'return {\n  PRIORITY = 1,\n  VERSION = "1",\n}\n',
    );
  });

  it('inserts what is missing', () => {
    assert.equal(
      fixed('return { VERSION = "1" }', 'priority'),
      'return { PRIORITY = 1000, VERSION = "1" }',
    );
    assert.equal(
      fixed('return {\n  PRIORITY = 1,\n}\n', 'version'),
      'return {\n  VERSION = "0.1.0",\n  PRIORITY = 1,\n}\n',
    );
    assert.equal(fixed('return {}', 'priority'), 'return {\n  PRIORITY = 1000,\n}');
  });

  it('renames the plugin', () => {
    assert.equal(
      fixed("return { name = 'wrong', fields = {} }", 'name-mismatch', 'schema'),
      'return { name = "right", fields = {} }',
    );
  });
});
