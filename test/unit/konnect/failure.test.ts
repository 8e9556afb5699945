// Which error comes of which answer, and of which broken connection.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Context, interruption, refusalError } from '../../../src/konnect/failure';
import { readProblem } from '../../../src/konnect/problem';
import { defaultTimeouts } from '../../../src/konnect/request/transport';
import { english } from '../../../src/text';

const context: Context = {
  t: english,
  host: 'eu.api.konghq.com',
  role: 'Networks: Network Admin',
  isWrite: false,
  clean: (text) => text,
};
const refusal = (status: number, body: unknown, over: Partial<Context> = {}) => {
  const problem = readProblem(
    typeof body === 'string' ? body : JSON.stringify(body),
    context.clean,
  );
  return refusalError({ ...context, ...over }, { status, problem, traceId: problem.traceId });
};

suite('an answer that refuses', () => {
  const problem = (status: number, title: string, detail: string, more = {}) => ({
    status,
    title,
    instance: 'konnect:trace:1',
    detail,
    ...more,
  });
  const trace = ' (Trace id: konnect:trace:1)';
  const cases: readonly (readonly [string, number, unknown, string, string])[] = [
    [
      '401',
      401,
      problem(401, 'Unauthenticated', 'A valid token is required'),
      'authentication',
      `Konnect does not accept the access token: A valid token is required. Sign in again with a valid one.${trace}`,
    ],
    [
      '401 of the edge',
      401,
      { message: 'No API key found in request', status: 401 },
      'authentication',
      'Konnect does not accept the access token: No API key found in request. Sign in again with a valid one.',
    ],
    [
      '403 for want of a role',
      403,
      problem(403, 'Forbidden', 'You do not have permission to perform this action.'),
      'permission',
      `Konnect does not allow this: You do not have permission to perform this action. The role “Networks: Network Admin” is probably missing; ask an admin of the organisation for it.${trace}`,
    ],
    [
      '403 for a geo that is not switched on',
      403,
      problem(403, 'Forbidden', "The organization has not opted in to region 'sg'."),
      'permission',
      `Konnect does not allow this: The organization has not opted in to region 'sg'. Ask an admin of the organisation for access.${trace}`,
    ],
    [
      '403 for a quota',
      403,
      problem(403, 'Quota Exceeded', 'Maximum number of networks exceeded. Max allowed: 3.'),
      'quota',
      `A limit of the organisation is reached: Maximum number of networks exceeded. Max allowed: 3. Remove what is no longer used, or ask Kong to raise the limit.${trace}`,
    ],
    [
      '400 for the number of control planes',
      400,
      problem(
        400,
        'Bad Request',
        'Cannot create an additional control plane because usage limits have been reached.',
        {
          invalid_parameters: [{ field: 'object', reason: 'usage limits reached' }],
        },
      ),
      'quota',
      `A limit of the organisation is reached: Cannot create an additional control plane because usage limits have been reached.; object: usage limits reached. Remove what is no longer used, or ask Kong to raise the limit.${trace}`,
    ],
    [
      '400 with fields',
      400,
      problem(400, 'Invalid Request', 'Invalid Parameters', {
        invalid_parameters: [
          { field: 'region', rule: 'is_supported_provider_region', reason: 'unknown region' },
        ],
      }),
      'invalid-request',
      `Konnect did not take the request: Invalid Parameters; region: unknown region. Correct the values and try again.${trace}`,
    ],
    [
      '400 of core entities for a name that is taken',
      400,
      {
        code: 3,
        message: 'data constraint error',
        details: [
          {
            type: 'ERROR_TYPE_REFERENCE',
            field: 'name',
            messages: ["name (type: unique) constraint failed for value 'a'"],
          },
        ],
      },
      'conflict',
      "This conflicts with what Konnect has: data constraint error; name (type: unique) constraint failed for value 'a'. Refresh, compare, and change the name or the values.",
    ],
    [
      '404',
      404,
      { code: 5, message: 'not found' },
      'not-found',
      'Konnect did not find this: not found. It may have been deleted, or not be part of your organisation’s plan; refresh and try again.',
    ],
    [
      '407',
      407,
      '',
      'network',
      'The proxy wants a sign-in. Put the name and password into http.proxy, as in http://name:password@host:port, or the whole header into http.proxyAuthorization.',
    ],
    [
      '409',
      409,
      problem(409, 'Conflict', 'Control Plane with provided name already exists.'),
      'conflict',
      `This conflicts with what Konnect has: Control Plane with provided name already exists. Refresh, compare, and change the name or the values.${trace}`,
    ],
    [
      '413 without a body',
      413,
      '',
      'invalid-request',
      'Konnect did not take the request: status 413 from eu.api.konghq.com. Correct the values and try again.',
    ],
    [
      '502 as a page',
      502,
      '<html><title>502 Bad Gateway</title></html>',
      'server',
      'Konnect has a problem of its own (status 502): 502 Bad Gateway. Try again in a few minutes.',
    ],
  ];
  for (const [what, status, body, kind, message] of cases) {
    test(`by ${what}`, () => {
      const error = refusal(status, body);
      assert.deepEqual([error.kind, error.status, error.message], [kind, status, message]);
    });
  }

  test('to a write by a status of the server leaves open whether it was made', () => {
    assert.equal(refusal(503, '', { isWrite: true }).uncertain, true);
    assert.equal(refusal(400, '', { isWrite: true }).uncertain, false);
    assert.equal(refusal(503, '').uncertain, false);
  });

  test('keeps the fields for the caller', () => {
    const body = {
      detail: 'x',
      invalid_parameters: [{ field: 'name', reason: 'taken', rule: 'invalid' }],
    };
    assert.deepEqual(refusal(400, body).fields, [
      { field: 'name', reason: 'taken', rule: 'invalid' },
    ]);
  });
});

suite('a connection that breaks', () => {
  const broken = (code: string, message = code.toLowerCase(), isWrite = true) => {
    const cause = new TypeError('fetch failed', {
      cause: Object.assign(new Error(message), { code }),
    });
    return interruption({ ...context, isWrite }, cause, defaultTimeouts);
  };
  const advice = 'Check the connection and the proxy, and try again.';
  const unsure = ' It is not known whether the change was made: refresh before you repeat it.';
  const host = 'eu.api.konghq.com';

  for (const [code, message, mayHaveArrived, passing] of [
    [
      'ENOTFOUND',
      `The name ${host} cannot be resolved. Check the connection, the proxy and the API address.`,
      false,
      true,
    ],
    [
      'EAI_AGAIN',
      `The name ${host} cannot be resolved. Check the connection, the proxy and the API address.`,
      false,
      true,
    ],
    ['ECONNREFUSED', `The connection to ${host} failed: econnrefused. ${advice}`, false, true],
    [
      'UND_ERR_CONNECT_TIMEOUT',
      `${host} did not answer in 10 seconds. Check the connection and try again.`,
      false,
      true,
    ],
    ['ECONNRESET', `The connection to ${host} failed: econnreset. ${advice}${unsure}`, true, true],
    [
      'UND_ERR_SOCKET',
      `The connection to ${host} failed: und_err_socket. ${advice}${unsure}`,
      true,
      true,
    ],
    [
      'UND_ERR_HEADERS_TIMEOUT',
      `${host} did not answer in 30 seconds. Check the connection and try again.${unsure}`,
      true,
      true,
    ],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      `The certificate of ${host} is not trusted (SELF_SIGNED_CERT_IN_CHAIN). Add your organisation’s certificate authority to the system store or to NODE_EXTRA_CA_CERTS.`,
      false,
      false,
    ],
    [
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      `The certificate of ${host} is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE). Add your organisation’s certificate authority to the system store or to NODE_EXTRA_CA_CERTS.`,
      false,
      false,
    ],
  ] as const) {
    test(`by ${code} says so, and whether the request may have arrived`, () => {
      const found = broken(code);
      assert.deepEqual(
        [found.error.message, found.mayHaveArrived, found.passing],
        [message, mayHaveArrived, passing],
      );
    });
  }

  test('at a proxy that wants a sign-in is not tried again', () => {
    const { error, passing } = broken(
      'UND_ERR_ABORTED',
      'Proxy response (407) !== 200 when HTTP Tunneling',
    );
    assert.match(error.message, /^The proxy wants a sign-in\./);
    assert.equal(passing, false);
  });

  test('at a proxy that cannot go further has not sent anything', () => {
    const { mayHaveArrived, passing } = broken(
      'UND_ERR_ABORTED',
      'Proxy response (502) !== 200 when HTTP Tunneling',
    );
    assert.deepEqual([mayHaveArrived, passing], [false, true]);
  });

  test('at each address that was tried is told by the first', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED ::1:443'), {
      code: 'ECONNREFUSED',
    });
    const cause = new TypeError('fetch failed', {
      cause: new AggregateError([refused, new Error('b')]),
    });
    const { error, mayHaveArrived } = interruption(context, cause, defaultTimeouts);
    assert.equal(
      error.message,
      `The connection to ${host} failed: connect ECONNREFUSED ::1:443. ${advice}`,
    );
    assert.equal(mayHaveArrived, false);
    assert.equal(error.cause, cause);
  });

  test('may be of any kind', () => {
    assert.equal(interruption(context, 'why', defaultTimeouts).error.kind, 'network');
    assert.equal(interruption(context, undefined, defaultTimeouts).error.kind, 'network');
  });
});
