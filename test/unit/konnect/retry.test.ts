// When a request is sent again, and after how long.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  backoffMs,
  type Failure,
  type Method,
  retryAfterMs,
  retryDelayMs,
} from '../../../src/konnect/retry';

const methods: readonly Method[] = ['GET', 'PUT', 'DELETE', 'POST', 'PATCH'];
const delay = (failure: Partial<Failure>): number | undefined =>
  retryDelayMs({ method: 'GET', attempt: 1, mayHaveArrived: true, passing: true, ...failure }, 0.5);
const repeated = (failure: Partial<Failure>): readonly Method[] =>
  methods.filter((method) => delay({ ...failure, method }) !== undefined);

suite('a failed request is repeated', () => {
  test('by status and method', () => {
    const table = [400, 401, 403, 404, 408, 409, 422, 429, 500, 501, 502, 503, 504].map(
      (status) => [status, repeated({ status }).join(' ')],
    );
    assert.deepEqual(table, [
      [400, ''],
      [401, ''],
      [403, ''],
      [404, ''],
      [408, 'GET'],
      [409, ''],
      [422, ''],
      [429, 'GET PUT DELETE POST PATCH'],
      [500, 'GET'],
      [501, ''],
      [502, 'GET PUT DELETE'],
      [503, 'GET PUT DELETE'],
      [504, 'GET PUT DELETE'],
    ]);
  });

  test('without an answer only where repeating is harmless', () => {
    assert.deepEqual(repeated({}), ['GET', 'PUT', 'DELETE']);
  });

  test('by any method when it cannot have arrived', () => {
    assert.deepEqual(repeated({ mayHaveArrived: false }), methods);
  });

  test('never when waiting cannot help', () => {
    assert.deepEqual(repeated({ passing: false, mayHaveArrived: false }), []);
  });

  test('at most three times', () => {
    const attempts = [1, 2, 3, 4].map((attempt) => delay({ attempt, status: 503 }) !== undefined);
    assert.deepEqual(attempts, [true, true, true, false]);
  });
});

suite('the wait before the next try', () => {
  test('doubles, with chance in its upper half', () => {
    assert.deepEqual(
      [1, 2, 3].map((attempt) => backoffMs(attempt, 0)),
      [250, 500, 1000],
    );
    assert.deepEqual(
      [1, 2, 3].map((attempt) => backoffMs(attempt, 0.999)),
      [500, 1000, 1999],
    );
    assert.equal(backoffMs(30, 0), 5000);
  });

  test('is what the server wishes', () => {
    assert.equal(delay({ status: 429, retryAfterMs: 7000 }), 7000);
    assert.equal(delay({ status: 429, retryAfterMs: 0 }), 0);
  });

  test('is not taken when the server wishes longer than a minute', () => {
    assert.equal(delay({ status: 429, retryAfterMs: 61_000 }), undefined);
  });
});

suite('Retry-After', () => {
  const now = Date.UTC(2026, 7, 21, 10, 0, 0);
  const cases: readonly (readonly [string | null, number | undefined])[] = [
    ['7', 7000],
    [' 0 ', 0],
    ['Fri, 21 Aug 2026 10:00:30 GMT', 30_000],
    ['Fri, 21 Aug 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [header, expected] of cases) {
    test(`of ${JSON.stringify(header)} means ${expected} ms`, () =>
      assert.equal(retryAfterMs(header, now), expected));
  }
});
