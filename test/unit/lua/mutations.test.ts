// Damage of the kinds that typing does, and nonsense: never an exception, never an invented finding, bounded time.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPlugin } from '../../../src/lua/check';
import { LuaSource } from '../../../src/lua/source';
import { english } from '../../../src/text';
import { checkFixture, readFixtures } from './fixtures';

const valid = readFixtures().flatMap((fixture) => {
  const { handler, rule } = fixture;
  return handler === undefined || rule === 'syntax' || rule === 'other-lua-syntax' ? [] : [handler];
});

/** The same numbers on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}

const damages: Readonly<Record<string, readonly [RegExp, string]>> = {
  'an end that is missing': [/\bend\b/g, ''],
  'a bracket that is missing': [/\)/g, ''],
  'a quote that is missing': [/"/g, ''],
  'a member that is not yet named': [/\.\w+\b/g, '.'],
  'a value that is not yet there': [/= .*$/gm, '='],
  'a stray word': [/\n/g, '\nfoo bar\n'],
  'a then that is missing': [/\bthen\b/g, ''],
};

describe('damaged code', () => {
  for (const [name, [pattern, replacement]] of Object.entries(damages)) {
    it(`with ${name} gives no finding that the whole code does not give`, () => {
      const random = randomNumbers(7);
      for (const text of valid) {
        const places = [...text.matchAll(pattern)];
        const place = places[Math.floor(random() * places.length)];
        if (place === undefined) continue;
        const before = text.slice(0, place.index);
        const damaged = before + replacement + text.slice(place.index + place[0].length);
        if (new LuaSource('handler', damaged).problems.length === 0) continue;
        const rulesOf = (handler: string) =>
          checkPlugin({ handler }, { t: english }).handler.map(
            ({ rule, message }) => `${rule}: ${message.split(';')[0]}`,
          );
        const known = new Set(rulesOf(text));
        const invented = rulesOf(damaged).filter(
          (one) => !known.has(one) && !/^(?:other-lua-)?syntax:/.test(one),
        );
        assert.deepEqual(invented, [], damaged);
      }
    });
  }

  it('may be put together from any pieces', () => {
    const random = randomNumbers(11);
    const pick = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? '';
    const part = (text: string) =>
      text.slice(Math.floor(random() * text.length)).slice(0, Math.floor(random() * 300));
    const bits = [
      'end',
      '(',
      '}',
      '"',
      '[[',
      '--[[',
      ']]',
      '\\',
      '\0',
      '\r',
      '\ud800',
      'goto ',
      '::',
      '...',
      '=',
      '\ufeff',
    ];
    for (let round = 0; round < 400; round += 1) {
      const handler =
        part(pick(valid)) + pick(bits) + part(pick(valid)) + pick(bits) + part(pick(valid));
      const schema = pick(bits) + part(pick(valid));
      assert.doesNotThrow(
        () => checkPlugin({ handler, schema, expectedName: 'x' }, { t: english }),
        handler,
      );
    }
  });

  it('does not change what the fixtures give when its comments are gone', () => {
    for (const fixture of readFixtures()) {
      const handler = fixture.handler?.replace(/-- expect.*$/gm, '');
      if (handler === undefined || fixture.handler === undefined) continue;
      const rulesOf = (text: string) =>
        checkFixture({ ...fixture, handler: text }).handler.map(({ rule }) => rule);
      assert.deepEqual(rulesOf(handler), rulesOf(fixture.handler), fixture.name);
    }
  });
});

describe('the time for a check', () => {
  it('grows with the size, not with its square', () => {
    const repeated = (text: string, count: number) => text.repeat(count);
    // The least of three: what else the machine does only ever adds. CPU time, not the clock's, for the same reason.
    const time = (handler: string) => {
      const tries = [1, 2, 3].map(() => {
        const start = process.cpuUsage();
        checkPlugin({ handler }, { t: english });
        return process.cpuUsage(start).user / 1_000;
      });
      return Math.min(...tries);
    };
    const texts = [
      'x.y = 1 2\n',
      'function f(\n',
      '[[',
      '--[[',
      'local a = a or b\n',
      'x = 1 ',
      'a()',
      'if x then ',
      'a.',
      '"',
    ];
    for (const text of texts) {
      // Sixteen times the text: a square would take 256 times as long.
      const [small, large] = [time(repeated(text, 1_000)), time(repeated(text, 16_000))];
      assert.ok(large < 80 * Math.max(small, 5), `${text}: ${small} ms, then ${large} ms`);
    }
  });
});
