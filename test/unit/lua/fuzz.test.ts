// Real Lua with random damage, and text that never was Lua: no exception, no finding outside the text, bounded time.
// `LUA_FUZZ_SECONDS` makes it longer, `LUA_FUZZ_SEED` another run, `LUA_CORPUS` adds the Lua files of a folder.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkPlugin, type Finding, type TextRange } from '../../../src/lua/check';
import { english } from '../../../src/text';
import { readFixtures } from './fixtures';

const seconds = Number(process.env.LUA_FUZZ_SECONDS ?? 12);
const seed = Number(process.env.LUA_FUZZ_SEED ?? 20_261_124);
/** Far above what any of these texts needs, so that a slow machine does not matter. */
const slowMs = 5000;

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const corpus = [...fixtureTexts(), ...folderTexts(process.env.LUA_CORPUS)];

const bits =
  'end|(|)|{|}|[|]|"|\'|[[|]]|--|--[[|\\|\\x|\0|\r|\n|\ud800|\ufeff|goto x |::x::|...|=|==|,|.|:|;|local |function |return |if |then |do |until |for |in |not |and |or |nil|#|-|..|1e|0x|kong.|ngx.timer.at(|conf.|require |setmetatable(|type = |fields = |default = |elements = {|{ x = |self|Plugin|while true do |repeat '.split(
    '|',
  );

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(100_000),
  remove: fc.oneof(fc.constant(0), fc.nat(8), fc.nat(400)),
  insert: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...bits) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    { weight: 1, arbitrary: fc.constantFrom(...corpus).map((text) => text.slice(0, 300)) },
    { weight: 1, arbitrary: fc.constant('') },
  ),
});

const damaged = fc
  .tuple(fc.constantFrom(...corpus), fc.array(edit, { minLength: 1, maxLength: 6 }))
  .map(([text, edits]) => edits.reduce(apply, text));

const nonsense = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...bits), { maxLength: 120 }).map((all) => all.join(' ')),
);

const anyText = fc.oneof({ weight: 9, arbitrary: damaged }, { weight: 1, arbitrary: nonsense });

describe('any text', () => {
  it(`is checked without an exception, in bounded time, with findings inside it (seed ${seed})`, (context) => {
    let runs = 0;
    const property = fc.property(anyText, anyText, (handler, schema) => {
      runs += 1;
      const start = performance.now();
      const found = checkPlugin(
        { handler, schema, expectedName: 'x', remoteSchema: handler },
        { t: english },
      );
      const elapsed = performance.now() - start;
      assert.ok(elapsed < slowMs, `${elapsed} ms`);
      for (const finding of found.handler) checkPlaces(finding, handler, schema);
      for (const finding of found.schema) checkPlaces(finding, schema, schema);
    });
    fc.assert(property, {
      seed,
      numRuns: Number.POSITIVE_INFINITY,
      interruptAfterTimeLimit: seconds * 1000,
      markInterruptAsFailure: false,
    });
    context.diagnostic(`${runs} plugins from ${corpus.length} files, seed ${seed}`);
    assert.ok(runs > 20, String(runs));
  });
});

function apply(text: string, { at, remove, insert }: Edit): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

function fixtureTexts(): string[] {
  return readFixtures().flatMap(({ handler, schema }) =>
    [handler, schema].filter((text) => text !== undefined),
  );
}

function folderTexts(folder: string | undefined): string[] {
  if (folder === undefined) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.lua'))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .filter((text) => text.length < 100_000);
}

/** A place may only be where there is text; a fix must not change the same text twice. */
function checkPlaces({ rule, range, related, fix }: Finding, text: string, schema: string): void {
  checkRange(rule, range, text);
  for (const { file, range: other } of related ?? []) {
    checkRange(rule, other, file === 'schema' ? schema : text);
  }
  const edits = (fix?.edits ?? []).map((one) => one.range);
  for (const one of edits) checkRange(`fix of ${rule}`, one, text);
  const sorted = edits.toSorted((a, b) => compare(a.start, b.start) || compare(a.end, b.end));
  for (const [at, one] of sorted.entries()) {
    const before = sorted[at - 1];
    assert.ok(
      before === undefined || compare(before.end, one.start) <= 0,
      `fixes of ${rule} overlap`,
    );
  }
}

function checkRange(rule: string, { start, end }: TextRange, text: string): void {
  assert.ok(compare(start, end) <= 0, `${rule} ends before it begins`);
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const isInside = end.line < lines.length && end.column <= (lines[end.line]?.length ?? 0);
  assert.ok(
    isInside && start.column >= 0,
    `${rule} is outside the text: ${JSON.stringify({ start, end })}`,
  );
}

function compare(a: TextRange['start'], b: TextRange['start']): number {
  return a.line - b.line || a.column - b.column;
}
