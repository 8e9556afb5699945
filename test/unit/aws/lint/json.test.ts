// JSON with places: what is accepted is exactly what the runtime accepts, and every place is right.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type JsonNode, parseJson } from '../../../../src/aws/lint/json';

function contentOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'array':
      return node.items.map(contentOf);
    case 'object':
      return Object.fromEntries(
        node.members.map(({ key, value }) => [key.value, contentOf(value)]),
      );
    default:
      return node.value;
  }
}

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function* nodes(node: JsonNode): Generator<JsonNode> {
  yield node;
  if (node.kind === 'array') for (const item of node.items) yield* nodes(item);
  if (node.kind === 'object') {
    for (const { key, value } of node.members) {
      yield key;
      yield* nodes(value);
    }
  }
}

suite('JSON with places', () => {
  test('has the same values as the runtime reads', () => {
    const spaces = fc.constantFrom(undefined, 2, '\t');
    fc.assert(
      fc.property(fc.jsonValue(), spaces, (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const parsed = parseJson(text);
        assert.ok(parsed.kind === 'json');
        assert.deepEqual(contentOf(parsed.root), JSON.parse(text));
      }),
    );
  });

  test('has the text of each value at its place', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, undefined, 1);
        const parsed = parseJson(text);
        assert.ok(parsed.kind === 'json');
        for (const node of nodes(parsed.root)) {
          assert.deepEqual(JSON.parse(text.slice(node.start, node.end)), contentOf(node));
        }
      }),
    );
  });

  test('is refused exactly where the runtime refuses it', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '\\', '}', ']', '\n', '0', 'x', '\u0001'),
      )
      .map(([text, place, sign]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + sign + text.slice(at + 1);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        assert.equal(parseJson(text).kind === 'json', accepts(text), JSON.stringify(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('does not exhaust the stack on brackets alone', () => {
    assert.equal(parseJson('['.repeat(1_000_000)).kind, 'invalid');
  });
});
