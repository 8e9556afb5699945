// Files that do not parse: several errors are told, and the rest of the file stays alive.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPlugin } from '../../../src/lua/check';
import { LuaSource } from '../../../src/lua/source';
import { parseTolerantly } from '../../../src/lua/syntax/recovery';
import { english } from '../../../src/text';

const valid = `local Plugin = {
  PRIORITY = 1000,
  VERSION = "1.0.0",
}

local helpers = {
first = 1,
second = 2,
}

function Plugin:access(conf)
  if conf.enabled then
    kong.log.debug(helpers.first)
  end
end

function Plugin:init_worker()
  kong.log.debug("started")
end

return Plugin
`;

function problems(text: string): string[] {
  const { problems: found, lines } = new LuaSource('handler', text);
  return found.map(({ at, message }) => {
    const { line, column } = lines.position(at[0]);
    return `${line + 1}:${column + 1} ${message(english)}`;
  });
}

function rulesFound(handler: string): string[] {
  return checkPlugin({ handler }, { t: english }).handler.map(({ rule }) => rule);
}

describe('a file with syntax errors', () => {
  it('is without problems when it is valid', () => {
    assert.deepEqual(problems(valid), []);
  });

  it('has each damaged statement reported', () => {
    const text = valid
      .replace('kong.log.debug(helpers.first)', 'kong.log.debug(helpers.first')
      .replace('"started")', '"started" 1)');
    assert.deepEqual(problems(text), [
      "14:3 ')' expected near 'end'",
      "18:28 ')' expected near '1'",
    ]);
  });

  it('has a missing end reported in the function that lacks it', () => {
    const text = valid.replace('helpers.first)\n  end\nend', 'helpers.first)\n  end');
    assert.deepEqual(problems(text), ["14:3 'end' expected near '<eof>'"]);
  });

  it('is still searched by the other rules', () => {
    const text = valid.replace('if conf.enabled then', 'if conf. then');
    assert.deepEqual(rulesFound(text), ['syntax', 'no-init-worker']);
  });

  it('keeps the methods whose body cannot be read', () => {
    const body = 'function Plugin:init_worker()\n  x = = 1\n  y = = 2\n  z = = 3\n  w = = 4\nend';
    const text = valid.replace(/function Plugin:init_worker.*?\nend/s, body);
    assert.deepEqual(rulesFound(text), ['no-init-worker', 'syntax']);
  });

  it('does not say that something is missing which may stand in the damaged part', () => {
    const text =
      'local Plugin = {}\nPlugin.PRIORITY = = 10\nPlugin.VERSION = "1.0"\nreturn Plugin\n';
    assert.deepEqual(rulesFound(text), ['syntax']);
  });

  it('has an unfinished string or comment reported where it begins', () => {
    assert.deepEqual(problems('local x = "abc\nlocal y = 1\n'), ['1:11 unfinished string']);
    assert.deepEqual(problems('local y = 1\nlocal x = [[abc\n'), ['2:11 unfinished long string']);
    assert.deepEqual(problems('local y = 1 --[[ abc\nlocal z'), ['1:13 unfinished long comment']);
  });

  it('may have any line ends and a byte order mark', () => {
    for (const end of ['\r\n', '\r', '\n']) {
      const text = `\ufefflocal x = 1${end}local y = = 2${end}return {}${end}`;
      assert.deepEqual(problems(text), ["2:11 an expression is expected near '='"]);
    }
  });

  it('may be anything else', () => {
    for (const text of [
      '',
      '@',
      '\0',
      '}',
      'end',
      ')',
      '#',
      '\ufeff',
      '\ud800',
      '"',
      '[[',
      '--[[',
    ]) {
      assert.doesNotThrow(() => problems(text), JSON.stringify(text));
    }
  });
});

describe('the limits of LuaJIT', () => {
  it('are told for nesting, however deep', () => {
    for (const depth of [250, 10_000]) {
      const tables = `local t = ${'{'.repeat(depth)}${'}'.repeat(depth)}`;
      const blocks = 'do '.repeat(depth) + 'end '.repeat(depth);
      for (const text of [tables, blocks]) {
        assert.match(problems(text).join(), /chunk has too many syntax levels/);
      }
    }
    assert.deepEqual(problems(`local t = ${'{'.repeat(150)}${'}'.repeat(150)}`), []);
  });

  it('are not reached by long chains of operators, members or calls', () => {
    for (const link of [' + a', ' and a', '.b', '()', '[1]']) {
      assert.deepEqual(problems(`local x = a${link.repeat(10_000)}`), [], link);
    }
  });

  it('are told for local variables and for captured ones', () => {
    const locals = (count: number) =>
      Array.from({ length: count }, (_, at) => `local v${at} = ${at}`).join('\n');
    assert.deepEqual(problems(locals(200)), []);
    assert.deepEqual(problems(locals(201)), [
      '201:7 too many local variables in one function (at most 200)',
    ]);
    const sum = (count: number) => Array.from({ length: count }, (_, at) => `v${at}`).join(' + ');
    assert.deepEqual(problems(`${locals(61)}\nlocal function f() return ${sum(60)} end`), []);
    assert.match(
      problems(`${locals(61)}\nlocal function f() return ${sum(61)} end`).join(),
      /uses more than 60 local variables/,
    );
  });
});

describe('a file that is broken everywhere', () => {
  for (const line of ['x.\n', 'x = {\n', 'if x then\n']) {
    it(`${JSON.stringify(line)} on every line is given up after some pieces`, () => {
      const { lost, problems } = parseTolerantly(line.repeat(3000));
      assert.ok(lost.length <= 61, String(lost.length));
      assert.ok(problems.length <= 20);
    });
  }
});
