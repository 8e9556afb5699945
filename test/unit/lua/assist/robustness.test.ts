// Questions at every kind of place, in whole, cut and damaged files: always an answer or none, never an exception.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complete } from '../../../../src/lua/assist/completion/complete';
import { definitionAt } from '../../../../src/lua/assist/definition';
import { describe as describeWord } from '../../../../src/lua/assist/describe';
import { outlineOf } from '../../../../src/lua/assist/outline';
import type { AssistRequest } from '../../../../src/lua/assist/request';
import { signatureAt } from '../../../../src/lua/assist/signature';
import { disableFile, disableLine } from '../../../../src/lua/assist/suppression';
import type { PluginFile } from '../../../../src/lua/finding';
import { pdkEntry } from '../../../../src/lua/gateway/pdk';
import { LuaSource } from '../../../../src/lua/source';
import { readFixtures } from '../fixtures';
import { requestAt } from './ask';

const texts = readFixtures().flatMap(({ handler, schema }) => [
  ...(handler === undefined ? [] : [{ file: 'handler' as const, text: handler }]),
  ...(schema === undefined ? [] : [{ file: 'schema' as const, text: schema }]),
]);
const schema = new LuaSource('schema', texts.findLast(({ file }) => file === 'schema')?.text ?? '');

/** A fixed sequence of numbers below 1, so that a failure can be repeated. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield state / 0x7fffffff;
  }
}

function ask(file: PluginFile, text: string, offset: number): void {
  const request: AssistRequest = { ...requestAt('|', { file, text, offset }), schema };
  const completion = complete(request);
  if (completion !== undefined) {
    const { start, end } = completion.word;
    assert.ok(start.line < end.line || start.column <= end.column);
    const labels = completion.suggestions.map(({ label, kind }) => `${kind} ${label}`);
    assert.equal(new Set(labels).size, labels.length, `twice the same: ${labels.join()}`);
    assert.ok(!labels.some((label) => label.includes('__here__')));
  }
  const source = new LuaSource(file, text);
  describeWord(source, request);
  signatureAt(request);
  if (file === 'handler') definitionAt(source, schema, offset);
}

describe('questions about any place', () => {
  it('are answered in whole files', () => {
    const random = numbers(1);
    for (const { file, text } of texts) {
      outlineOf(new LuaSource(file, text));
      for (let time = 0; time < 6; time += 1) {
        const offset = Math.floor(random.next().value * (text.length + 1));
        at(file, text, offset, () => ask(file, text, offset));
      }
    }
  });

  it('are answered in files that end at the cursor, or go on behind a gap', () => {
    const random = numbers(2);
    for (const { file, text } of texts) {
      const offset = Math.floor(random.next().value * text.length);
      const gap = Math.floor(random.next().value * 60);
      for (const damaged of [
        text.slice(0, offset),
        text.slice(0, offset) + text.slice(offset + gap),
      ]) {
        at(file, damaged, offset, () => {
          ask(file, damaged, offset);
          outlineOf(new LuaSource(file, damaged));
        });
      }
    }
  });

  it('are answered where something was just typed', () => {
    const random = numbers(3);
    const typed = [
      '.',
      ':',
      '(',
      '{',
      '"',
      "'",
      '[[',
      ' = ',
      'kong.',
      'conf.',
      '--',
      'function ',
      '..',
      'if ',
    ];
    for (const { file, text } of texts) {
      const offset = Math.floor(random.next().value * text.length);
      const piece = typed[Math.floor(random.next().value * typed.length)] ?? '';
      const damaged = text.slice(0, offset) + piece + text.slice(offset);
      at(file, damaged, offset, () => ask(file, damaged, offset + piece.length));
    }
  });

  it('offer what stands there, with and without the rest of the file', () => {
    const missed: string[] = [];
    let asked = 0;
    for (const { file, text } of texts) {
      if (file !== 'handler' || new LuaSource(file, text).isDamaged) continue;
      for (const match of text.matchAll(/^(?!.*--)(.*\bkong(?:\.\w+)*)\.(\w+)\(/gm)) {
        const [, before = '', name = ''] = match;
        const table = /kong[.\w]*$/.exec(before)?.[0] ?? '';
        if (pdkEntry(`${table}.${name}`) === undefined) continue;
        const offset = match.index + before.length + 1;
        const [head, tail] = [text.slice(0, offset), text.slice(offset + name.length)];
        for (const whole of [head + tail, head, `${head}\n${tail.replace(/^.*/, '')}`]) {
          const request = {
            ...requestAt('|', { file, text: whole, offset }),
            sandbox: 'on' as const,
          };
          const labels = complete(request)?.suggestions.map(({ label }) => label) ?? [];
          asked += 1;
          if (!labels.includes(name)) missed.push(`${head}|`);
        }
      }
    }
    assert.ok(asked > 100, `${asked} places`);
    assert.deepEqual(missed, []);
  });

  it('find a place for a comment on every line, and keep what parses so', () => {
    for (const { file, text } of texts) {
      if (new LuaSource(file, text).isDamaged) continue;
      const lines = text.split('\n');
      for (const line of lines.keys()) {
        const edit = disableLine(text, 'priority', line);
        if (edit === undefined) continue;
        const changed = [...lines];
        const at = edit.range.start;
        const old = changed[at.line] ?? '';
        changed[at.line] = old.slice(0, at.column) + edit.text + old.slice(at.column);
        assert.ok(!new LuaSource(file, changed.join('\n')).isDamaged, `${line} of ${text}`);
      }
      assert.equal(
        disableFile(text, 'priority').range.start.column === 0 || /disable-file/.test(text),
        true,
      );
    }
  });
});

function at(file: PluginFile, text: string, offset: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw new Error(`${file} at ${offset}: ${text.slice(0, offset)}|${text.slice(offset)}`, {
      cause: error,
    });
  }
}
