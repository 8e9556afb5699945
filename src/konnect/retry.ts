// When a failed request may be sent again, and after how long: pure functions over what is known of the failure.

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What decides about another try. */
export interface Failure {
  readonly method: Method;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Absent when no answer came. */
  readonly status?: number;
  /** Without an answer: whether Konnect can have received the request. */
  readonly mayHaveArrived: boolean;
  /** Waiting may help: not so when a certificate or a proxy is in the way. */
  readonly passing: boolean;
  /** From `Retry-After`. */
  readonly retryAfterMs?: number;
}

export const retryLimits = {
  attempts: 4,
  firstDelayMs: 500,
  longestDelayMs: 10_000,
  /** A longer `Retry-After` is not waited for but told. */
  longestRetryAfterMs: 60_000,
} as const;

const passingStatus: Readonly<Record<Method, readonly number[]>> = {
  GET: [408, 429, 500, 502, 503, 504],
  PUT: [429, 502, 503, 504],
  DELETE: [429, 502, 503, 504],
  // No idempotency key exists: only what the server refused to take in may be repeated (FACTS 2.3).
  POST: [429],
  PATCH: [429],
};

/** Milliseconds until the next try; undefined when there must be none. */
export function retryDelayMs(failure: Failure, random: number): number | undefined {
  if (failure.attempt >= retryLimits.attempts || !isRepeatable(failure)) return undefined;
  if (failure.retryAfterMs !== undefined) {
    return failure.retryAfterMs > retryLimits.longestRetryAfterMs
      ? undefined
      : failure.retryAfterMs;
  }
  return backoffMs(failure.attempt, random);
}

/** Doubles with each try; the random half keeps clients from coming back together. */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(
    retryLimits.firstDelayMs * 2 ** (attempt - 1),
    retryLimits.longestDelayMs,
  );
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

/** `Retry-After` in seconds or as an HTTP date, in milliseconds from `now`; undefined when it is neither. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/[a-z]/i.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function isRepeatable({ method, status, mayHaveArrived, passing }: Failure): boolean {
  if (status !== undefined) return passingStatus[method].includes(status);
  if (!passing) return false;
  return !mayHaveArrived || method === 'GET' || method === 'PUT' || method === 'DELETE';
}
