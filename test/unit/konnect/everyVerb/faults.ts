// What each fault of the demo must come to: a sentence, how often it is tried, and whether a write is left open.
import type { Fault } from '../../../../src/demo/http/faults';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A failure of every request that it befalls. */
export interface Failing {
  readonly fault: Fault;
  /** `{host}` stands for the demo's; `{access}` (whom to ask for which role) and `{denial}` depend on the verb. */
  readonly sentence: string;
  /** These are tried four times, the others once. */
  readonly repeated: readonly Method[];
  /** A write may have been carried out. */
  readonly leavesOpen: boolean;
  /** Between the tries. */
  readonly waits?: readonly number[];
  /** How long each try takes to be given up. */
  readonly patienceMs?: number;
  /** Only a body can be hurt: an answer without one is as usual. */
  readonly needsBody?: boolean;
}

const none: readonly Method[] = [];
const safe: readonly Method[] = ['GET', 'PUT', 'DELETE'];
const every: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const lost =
  'The connection to {host} failed: read ECONNRESET. Check the connection and the proxy, and try again.';
const late = (seconds: number) =>
  `{host} did not answer in ${seconds} seconds. Check the connection and try again.`;
const busy = 'Konnect received too many requests: API rate limit exceeded.';
const trouble = (status: number, said: string) =>
  `Konnect has a problem of its own (status ${status}): ${said} Try again in a few minutes.`;
const permissions = 'Could not retrieve permissions to check resource accessibility.';
const unexpected = 'An unexpected error occurred.';

function status(
  code: number,
  sentence: string,
  repeated: readonly Method[],
  more: Partial<Failing> & { readonly retryAfter?: number | string } = {},
): Failing {
  const { retryAfter, ...rest } = more;
  const fault: Fault = {
    kind: 'status',
    status: code,
    ...(retryAfter !== undefined && { retryAfter }),
  };
  return { fault, sentence, repeated, leavesOpen: code >= 500, ...rest };
}

export const failing: Readonly<Record<string, Failing>> = {
  'status 401': status(
    401,
    'Konnect does not accept the access token: {denial}. Sign in again with a valid one.',
    none,
  ),
  'status 403': status(
    403,
    'Konnect does not allow this: You do not have permission to perform this action. {access}',
    none,
  ),
  'status 404': status(
    404,
    'Konnect did not find this: Not Found. It may have been deleted, or not be part of your organisation’s plan; refresh and try again.',
    none,
  ),
  'status 409': status(
    409,
    'This conflicts with what Konnect has: Conflict. Refresh, compare, and change the name or the values.',
    none,
  ),
  'status 429': status(429, `${busy} Wait a minute and try again.`, every),
  'status 429 with Retry-After in seconds': status(429, `${busy} Try again in 2 seconds.`, every, {
    retryAfter: 2,
    waits: [2000, 2000, 2000],
  }),
  // The client's clock stands at the beginning of that year.
  'status 429 with Retry-After as a date': status(429, `${busy} Try again in 7200 seconds.`, none, {
    retryAfter: 'Thu, 01 Jan 2026 02:00:00 GMT',
  }),
  'status 500': status(500, trouble(500, unexpected), ['GET']),
  'status 502 as a page': {
    ...status(502, trouble(502, '502 Bad Gateway.'), safe),
    fault: { kind: 'html' },
  },
  'status 503': status(503, trouble(503, permissions), safe),
  'status 503 with Retry-After': status(503, trouble(503, permissions), safe, {
    retryAfter: 1,
    waits: [1000, 1000, 1000],
  }),
  'a reset before the headers': {
    fault: { kind: 'resetBeforeHeaders' },
    sentence: lost,
    repeated: safe,
    leavesOpen: true,
  },
  'a reset in the body': {
    fault: { kind: 'resetInBody' },
    sentence: lost,
    repeated: safe,
    leavesOpen: true,
    needsBody: true,
  },
  'a page of a captive portal': {
    fault: { kind: 'wrongContentType' },
    sentence:
      '{host} answered with a page instead of data: Sign in to the network. Check the API address and the proxy.',
    repeated: none,
    leavesOpen: true,
  },
  'no answer ever': {
    fault: { kind: 'silence' },
    sentence: late(600),
    repeated: safe,
    leavesOpen: true,
    patienceMs: 600_000,
  },
  'an answer that trickles': {
    fault: { kind: 'slowDrip', bytes: 1, everyMs: 2 ** 31 - 1 },
    sentence: late(700),
    repeated: safe,
    leavesOpen: true,
    patienceMs: 700_000,
    needsBody: true,
  },
};

/** Not to be noticed by anybody but the log. */
export const harmless: Readonly<Record<string, Fault>> = {
  'an answer that takes a while': { kind: 'latency', ms: 2 },
  'an answer in drips': { kind: 'slowDrip', bytes: 2048, everyMs: 1 },
  'values that nobody knows': { kind: 'unknownValues' },
};

/** Every state and closed list that the default fault spoils, wherever the client reads one. */
export const noted = [
  'add-on data plane group.state',
  'add-on.state',
  'configuration.api_access',
  'control plane.cluster_type',
  'custom domain.online status',
  'custom domain.state',
  'data plane group.state',
  'network.state',
  'organization.state',
  'private DNS.state',
  'provider',
  'quota.resource',
  'resource configuration.qualifier',
  'transit gateway.state',
];

/** What is left of the answer to a call. */
export const hollow: Readonly<Record<string, Fault>> = {
  'JSON that is cut off': { kind: 'truncatedJson' },
  'an empty body': { kind: 'emptyBody' },
};

/** What is made of a refusal that has lost its words. */
export const wordless: Readonly<Record<number, string>> = {
  400: 'Konnect did not take the request: status 400 from {host}. Correct the values and try again.',
  404: 'Konnect did not find this: nothing is there. It may have been deleted, or not be part of your organisation’s plan; refresh and try again.',
  409: 'This conflicts with what Konnect has: no reason was given. Refresh, compare, and change the name or the values.',
};
export const cut =
  'The answer of {host} is cut off or is no JSON. Try again; if it stays so, check the API address and the proxy.';

/** For lists of more than one page. */
export const circular: Readonly<Record<string, Fault>> = {
  'the first page again and again': { kind: 'duplicatePages' },
  'pages without end': { kind: 'cursorLoop' },
};

/** Fails to compile when the demo learns a fault that is in none of the lists above. */
export const kinds: Readonly<Record<Fault['kind'], true>> = {
  latency: true,
  status: true,
  html: true,
  resetBeforeHeaders: true,
  resetInBody: true,
  truncatedJson: true,
  emptyBody: true,
  wrongContentType: true,
  silence: true,
  slowDrip: true,
  duplicatePages: true,
  cursorLoop: true,
  unknownValues: true,
};
