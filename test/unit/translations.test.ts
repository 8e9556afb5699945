// Every text that a user reads can be translated, and each translation is complete.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { findTexts } from '../fakes/texts';

type Texts = Readonly<Record<string, string>>;

const bundles = existsSync('l10n')
  ? readdirSync('l10n').filter((file) => /^bundle\.l10n\.[\w-]+\.json$/.test(file))
  : [];

const found = findTexts();
const texts = [...new Set(found.flatMap(({ text }) => text || []))].sort();

suite('texts', () => {
  test('each is a literal where it is translated', () => {
    const computed = found.filter(({ text, start }) => text === undefined && !/^[):]/.test(start));
    assert.deepEqual(
      computed.map(({ file, start }) => `${file}: ${start}`),
      [],
    );
    assert.ok(texts.length > 500, `only ${texts.length} texts were found`);
  });

  for (const bundle of bundles) {
    const language = bundle.split('.')[2] ?? '';
    const translated = readTexts(join('l10n', bundle));
    test(`the translation ${language} has them all, and none that is gone`, () => {
      assert.deepEqual(
        {
          missing: texts.filter((text) => !(text in translated)),
          gone: Object.keys(translated).filter((text) => !texts.includes(text)),
        },
        { missing: [], gone: [] },
      );
    });

    test(`the translation ${language} keeps every argument`, () => {
      const wrong = [
        ...Object.entries(translated),
        ...pairs(readTexts('package.nls.json'), readTexts(`package.nls.${language}.json`)),
      ].filter(([text, other]) => parameters(text) !== parameters(other));
      assert.deepEqual(wrong, []);
    });

    test(`package.nls.${language}.json has what package.nls.json has`, () => {
      assert.deepEqual(
        Object.keys(readTexts(`package.nls.${language}.json`)).sort(),
        Object.keys(readTexts('package.nls.json')).sort(),
      );
    });
  }
});

function readTexts(file: string): Texts {
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
}

function pairs(texts: Texts, others: Texts): readonly (readonly [string, string])[] {
  return Object.entries(texts).map(([key, text]) => [text, others[key] ?? '']);
}

/** Arguments, and what must stay as it is: links to commands and code between backticks. */
function parameters(text: string): string {
  return [...text.matchAll(/\{\d+\}|\(command:[\w.]+\)|`[^`]+`/g)]
    .map(([one]) => one)
    .sort()
    .join(' ');
}
