// Each kind of failure: its message, its facts, and that it is recognised.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Facts, KonnectError } from '../../../src/konnect/errors';
import * as errors from '../../../src/konnect/errors';
import { english } from '../../../src/text';

type Case = readonly [name: string, kind: string, error: KonnectError, message: string];
const said: Facts = { said: 'Said so' };
const cases: readonly Case[] = [
  [
    'AuthenticationError',
    'authentication',
    new errors.AuthenticationError(english, said),
    'Konnect does not accept the access token: Said so. Sign in again with a valid one.',
  ],
  [
    'AuthenticationError',
    'authentication',
    new errors.AuthenticationError(english, {}),
    'Konnect does not accept the access token. Sign in again with a valid one.',
  ],
  [
    'PermissionError',
    'permission',
    new errors.PermissionError(english, said, 'Networks: Network Viewer'),
    'Konnect does not allow this: Said so. The role “Networks: Network Viewer” is probably missing; ask an admin of the organisation for it.',
  ],
  [
    'PermissionError',
    'permission',
    new errors.PermissionError(english, {}),
    'Konnect does not allow this: no reason was given. Ask an admin of the organisation for access.',
  ],
  [
    'QuotaError',
    'quota',
    new errors.QuotaError(english, said),
    'A limit of the organisation is reached: Said so. Remove what is no longer used, or ask Kong to raise the limit.',
  ],
  [
    'NotFoundError',
    'not-found',
    new errors.NotFoundError(english, said),
    'Konnect did not find this: Said so. It may have been deleted, or not be part of your organisation’s plan; refresh and try again.',
  ],
  [
    'ConflictError',
    'conflict',
    new errors.ConflictError(english, said),
    'This conflicts with what Konnect has: Said so. Refresh, compare, and change the name or the values.',
  ],
  [
    'InvalidRequestError',
    'invalid-request',
    new errors.InvalidRequestError(english, { said: 'Really?' }),
    'Konnect did not take the request: Really? Correct the values and try again.',
  ],
  [
    'RateLimitError',
    'rate-limit',
    new errors.RateLimitError(english, { ...said, retryAfterMs: 61_500 }),
    'Konnect received too many requests: Said so. Try again in 62 seconds.',
  ],
  [
    'RateLimitError',
    'rate-limit',
    new errors.RateLimitError(english, {}),
    'Konnect received too many requests. Wait a minute and try again.',
  ],
  [
    'ServerError',
    'server',
    new errors.ServerError(english, { ...said, status: 503, uncertain: true }),
    'Konnect has a problem of its own (status 503): Said so. Try again in a few minutes. It is not known whether the change was made: refresh before you repeat it.',
  ],
  [
    'ServerError',
    'server',
    new errors.ServerError(english, { status: 500 }),
    'Konnect has a problem of its own (status 500). Try again in a few minutes.',
  ],
  [
    'NetworkError',
    'network',
    new errors.NetworkError(english, 'No way there.', {}),
    'No way there.',
  ],
  [
    'TimeoutError',
    'timeout',
    new errors.TimeoutError(english, 'us.api.konghq.com', 30, {}),
    'us.api.konghq.com did not answer in 30 seconds. Check the connection and try again.',
  ],
  [
    'UnexpectedResponseError',
    'unexpected-response',
    new errors.UnexpectedResponseError(english, 'What is this?', { traceId: 'kong:trace:5' }),
    'What is this? (Trace id: kong:trace:5)',
  ],
  ['CancelledError', 'cancelled', new errors.CancelledError(english), 'Cancelled.'],
];

suite('errors of the client', () => {
  for (const [name, kind, error, message] of cases) {
    test(`${name} says what happened and what to do`, () => {
      assert.deepEqual([error.name, error.kind, error.message], [name, kind, message]);
      assert.ok(errors.isKonnectError(error));
    });
  }

  test('carry status, trace, fields, cause and the wish of the server', () => {
    const cause = new Error('inner');
    const fields = [{ field: 'name', reason: 'is bad' }];
    const facts = { status: 429, traceId: 'kong:trace:1', fields, retryAfterMs: 1000, cause };
    const error = new errors.RateLimitError(english, facts);
    const { status, traceId, retryAfterMs, uncertain } = error;
    assert.deepEqual(
      { status, traceId, fields: error.fields, retryAfterMs, uncertain, cause: error.cause },
      { ...facts, uncertain: false },
    );
    assert.match(error.message, /\(Trace id: kong:trace:1\)$/);
  });

  test('make every text through the translator', () => {
    const german = (message: string): string => `[${message}]`;
    assert.equal(new errors.CancelledError(german).message, '[Cancelled.]');
    const denied = new errors.PermissionError(german, { uncertain: true, traceId: 't' }, 'Admin');
    assert.equal(denied.message, '[{0} (Trace id: {1})]');
  });
});

suite('isKonnectError', () => {
  test('knows errors of another bundle by their kind and name', () => {
    const foreign = Object.assign(new Error('x'), { name: 'NotFoundError', kind: 'not-found' });
    assert.ok(errors.isKonnectError(foreign));
  });

  test('does not take other errors for its own', () => {
    const pairs = [
      { name: 'NotFoundError', kind: 'conflict' },
      { name: 'NotFoundError' },
      { name: 'toString', kind: 'toString' },
      { kind: 7 },
    ];
    for (const pair of pairs)
      assert.ok(!errors.isKonnectError(Object.assign(new Error('x'), pair)));
    assert.ok(!errors.isKonnectError({ name: 'NotFoundError', kind: 'not-found' }));
    assert.ok(!errors.isKonnectError(undefined));
  });
});
