// Each kind of failure of a request as a class, with a message that a person can act on.
import type { Translate } from '../text';
import type { ProblemField } from './problem';

const names = {
  authentication: 'AuthenticationError',
  permission: 'PermissionError',
  quota: 'QuotaError',
  'not-found': 'NotFoundError',
  conflict: 'ConflictError',
  'invalid-request': 'InvalidRequestError',
  'rate-limit': 'RateLimitError',
  server: 'ServerError',
  network: 'NetworkError',
  timeout: 'TimeoutError',
  'unexpected-response': 'UnexpectedResponseError',
  cancelled: 'CancelledError',
} as const;

export type KonnectErrorKind = keyof typeof names;

/** What is known of a failure besides its kind. */
export interface Facts {
  readonly status?: number | undefined;
  /** `instance` of the answer; Kong's support asks for it. */
  readonly traceId?: string | undefined;
  readonly fields?: readonly ProblemField[] | undefined;
  /** The server's own words. */
  readonly said?: string | undefined;
  /** A write of which it is not known whether it was carried out. */
  readonly uncertain?: boolean | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

export abstract class KonnectError extends Error {
  abstract readonly kind: KonnectErrorKind;
  readonly status?: number;
  readonly traceId?: string;
  readonly fields?: readonly ProblemField[];
  /** True for a write that may or may not have been carried out. */
  readonly uncertain: boolean;
  /** The wish of the server, from `Retry-After`. */
  readonly retryAfterMs?: number;

  constructor(t: Translate, message: string, facts: Facts) {
    super(complete(t, message, facts), facts.cause === undefined ? {} : { cause: facts.cause });
    if (facts.status !== undefined) this.status = facts.status;
    if (facts.traceId !== undefined) this.traceId = facts.traceId;
    if (facts.fields !== undefined && facts.fields.length > 0) this.fields = facts.fields;
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs;
    this.uncertain = facts.uncertain === true;
  }

  // A class may be bundled twice and minified, so the name is data.
  override get name(): string {
    return names[this.kind];
  }
}

/** Works for errors of another bundle too: decided by `kind` and `name`, not by class. */
export function isKonnectError(error: unknown): error is KonnectError {
  if (!(error instanceof Error) || !('kind' in error) || typeof error.kind !== 'string')
    return false;
  return Object.hasOwn(names, error.kind) && Reflect.get(names, error.kind) === error.name;
}

export class AuthenticationError extends KonnectError {
  override readonly kind = 'authentication';
  constructor(t: Translate, facts: Facts) {
    const message =
      facts.said === undefined
        ? t('Konnect does not accept the access token. Sign in again with a valid one.')
        : t(
            'Konnect does not accept the access token: {0} Sign in again with a valid one.',
            sentence(facts.said),
          );
    super(t, message, facts);
  }
}

export class PermissionError extends KonnectError {
  override readonly kind = 'permission';
  /** `role` is the name of the Konnect role that is probably missing. */
  constructor(t: Translate, facts: Facts, role?: string) {
    const said = sentence(facts.said ?? t('no reason was given'));
    const message =
      role === undefined
        ? t('Konnect does not allow this: {0} Ask an admin of the organisation for access.', said)
        : t(
            'Konnect does not allow this: {0} The role “{1}” is probably missing; ask an admin of the organisation for it.',
            said,
            role,
          );
    super(t, message, facts);
  }
}

export class QuotaError extends KonnectError {
  override readonly kind = 'quota';
  constructor(t: Translate, facts: Facts) {
    const said = sentence(facts.said ?? t('no reason was given'));
    super(
      t,
      t(
        'A limit of the organisation is reached: {0} Remove what is no longer used, or ask Kong to raise the limit.',
        said,
      ),
      facts,
    );
  }
}

export class NotFoundError extends KonnectError {
  override readonly kind = 'not-found';
  constructor(t: Translate, facts: Facts) {
    const said = sentence(facts.said ?? t('nothing is there'));
    super(
      t,
      t(
        'Konnect did not find this: {0} It may have been deleted, or not be part of your organisation’s plan; refresh and try again.',
        said,
      ),
      facts,
    );
  }
}

export class ConflictError extends KonnectError {
  override readonly kind = 'conflict';
  constructor(t: Translate, facts: Facts) {
    const said = sentence(facts.said ?? t('no reason was given'));
    super(
      t,
      t(
        'This conflicts with what Konnect has: {0} Refresh, compare, and change the name or the values.',
        said,
      ),
      facts,
    );
  }
}

export class InvalidRequestError extends KonnectError {
  override readonly kind = 'invalid-request';
  constructor(t: Translate, facts: Facts) {
    const said = sentence(facts.said ?? t('no reason was given'));
    super(
      t,
      t('Konnect did not take the request: {0} Correct the values and try again.', said),
      facts,
    );
  }
}

export class RateLimitError extends KonnectError {
  override readonly kind = 'rate-limit';
  constructor(t: Translate, facts: Facts) {
    const wait =
      facts.retryAfterMs === undefined
        ? t('Wait a minute and try again.')
        : t('Try again in {0} seconds.', Math.ceil(facts.retryAfterMs / 1000));
    const message =
      facts.said === undefined
        ? t('Konnect received too many requests. {0}', wait)
        : t('Konnect received too many requests: {0} {1}', sentence(facts.said), wait);
    super(t, message, facts);
  }
}

export class ServerError extends KonnectError {
  override readonly kind = 'server';
  constructor(t: Translate, facts: Facts) {
    const status = facts.status ?? 500;
    const message =
      facts.said === undefined
        ? t('Konnect has a problem of its own (status {0}). Try again in a few minutes.', status)
        : t(
            'Konnect has a problem of its own (status {0}): {1} Try again in a few minutes.',
            status,
            sentence(facts.said),
          );
    super(t, message, facts);
  }
}

export class NetworkError extends KonnectError {
  override readonly kind = 'network';
  constructor(t: Translate, message: string, facts: Facts) {
    super(t, message, facts);
  }
}

export class TimeoutError extends KonnectError {
  override readonly kind = 'timeout';
  constructor(t: Translate, host: string, seconds: number, facts: Facts) {
    super(
      t,
      t('{0} did not answer in {1} seconds. Check the connection and try again.', host, seconds),
      facts,
    );
  }
}

export class UnexpectedResponseError extends KonnectError {
  override readonly kind = 'unexpected-response';
  constructor(t: Translate, message: string, facts: Facts) {
    super(t, message, facts);
  }
}

export class CancelledError extends KonnectError {
  override readonly kind = 'cancelled';
  constructor(t: Translate, facts: Facts = {}) {
    super(t, t('Cancelled.'), facts);
  }
}

/** Ends with a full stop, so that an advice can follow. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function complete(t: Translate, message: string, { uncertain, traceId }: Facts): string {
  const whole =
    uncertain === true
      ? t('{0} It is not known whether the change was made: refresh before you repeat it.', message)
      : message;
  return traceId === undefined ? whole : t('{0} (Trace id: {1})', whole, traceId);
}
