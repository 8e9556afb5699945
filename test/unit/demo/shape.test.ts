// Bodies are refused as Konnect does: field, rule, reason, source, and what goes with the rule.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type InvalidParameter, Refusal } from '../../../src/demo/http/refusal';
import {
  boolean,
  byKind,
  domainName,
  integer,
  list,
  map,
  object,
  oneOf,
  readBody,
  type Shape,
  text,
  uuid,
} from '../../../src/demo/http/shape';

function problems(shape: Shape<unknown>, body: unknown): readonly InvalidParameter[] {
  try {
    readBody(shape, body);
    return [];
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.equal(error.status, 400);
    return error.details.invalid ?? [];
  }
}

suite('demo body shapes', () => {
  test('a body that fits is returned', () => {
    const shape = object({ name: text() }, { size: integer(), on: boolean });
    assert.deepEqual(readBody(shape, { name: 'a', size: 2 }), { name: 'a', size: 2 });
  });

  test('all problems are told at once, in the order of their fields', () => {
    const shape = object({ name: text({ max: 2 }), id: uuid }, { kind: oneOf('a', 'b') });
    assert.deepEqual(problems(shape, { name: 'abc', kind: 'c', colour: 1 }), [
      { source: 'body', field: 'id', rule: 'required', reason: 'id is a required field' },
      {
        source: 'body',
        field: 'name',
        rule: 'max_length',
        maximum: 2,
        reason: 'name must be shorter than or equal to 2 characters',
      },
      {
        source: 'body',
        field: 'kind',
        rule: 'enum',
        choices: ['a', 'b'],
        reason: 'kind must be one of the following values: a, b',
      },
      {
        source: 'body',
        field: 'colour',
        rule: 'unknown_property',
        reason: 'property colour should not exist',
      },
    ]);
  });

  test('fields in lists and maps have dotted paths', () => {
    const shape = object({
      groups: list(
        object({
          scale: byKind({ auto: object({ kind: oneOf('auto'), rps: integer({ min: 1 }) }) }),
        }),
      ),
      names: map(list(text(), { min: 1 }), domainName),
    });
    const body = {
      groups: [
        { scale: { kind: 'auto', rps: 0.5 } },
        { scale: { kind: 'auto', rps: 0 } },
        { scale: { kind: 'x' } },
      ],
      names: { 'no domain': [] },
    };
    assert.deepEqual(
      problems(shape, body).map(({ field, rule }) => [field, rule]),
      [
        ['groups.0.scale.rps', 'is_integer'],
        ['groups.1.scale.rps', 'min'],
        ['groups.2.scale.kind', 'enum'],
        ['names.no domain', 'is_fqdn'],
        ['names.no domain', 'min_items'],
      ],
    );
  });

  for (const body of [undefined, null, 'text', [], 3]) {
    test(`no object at all: ${JSON.stringify(body)}`, () => {
      assert.deepEqual(problems(object({}), body), [
        { source: 'body', field: 'body', reason: 'request format is invalid' },
      ]);
    });
  }

  test('properties that every object has are not taken for known ones', () => {
    assert.deepEqual(
      problems(object({}), JSON.parse('{"constructor":1,"__proto__":2}')).map(({ field }) => field),
      ['constructor', '__proto__'],
    );
  });
});
