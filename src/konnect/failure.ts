// Turns an answer that is no success, or the lack of an answer, into the error that fits.
import type { Translate } from '../text';
import {
  AuthenticationError,
  ConflictError,
  type Facts,
  InvalidRequestError,
  type KonnectError,
  NetworkError,
  NotFoundError,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
  sentence,
  TimeoutError,
  UnexpectedResponseError,
} from './errors';
import { type Problem, readProblem } from './problem';
import type { Timeouts } from './request/transport';

/** What the error texts need to know about the request. */
export interface Context {
  readonly t: Translate;
  readonly host: string;
  /** The Konnect role that a 403 probably means. */
  readonly role?: string | undefined;
  /** A write that the server may have begun. */
  readonly isWrite: boolean;
  /** Takes the token and what else is secret out of the server's words. */
  readonly clean: (text: string) => string;
}

export interface Refusal {
  readonly status: number;
  readonly problem: Problem;
  readonly traceId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly location?: string | undefined;
}

export function refusalError(context: Context, refusal: Refusal): KonnectError {
  const { t, host } = context;
  const { status, problem } = refusal;
  const facts: Facts = {
    status,
    traceId: refusal.traceId,
    fields: problem.fields,
    said: problem.text === '' ? undefined : problem.text,
    retryAfterMs: refusal.retryAfterMs,
    uncertain: context.isWrite && status >= 500,
  };
  if (status < 400) return redirectError(context, refusal, facts);
  if (isQuota(status, problem)) return new QuotaError(t, facts);
  if (status === 409 || isTaken(status, problem)) return new ConflictError(t, facts);
  if (status === 401) return new AuthenticationError(t, facts);
  if (status === 403)
    return new PermissionError(t, facts, namesOtherCause(problem) ? undefined : context.role);
  if (status === 404) return new NotFoundError(t, facts);
  if (status === 407) return new NetworkError(t, proxyText(t), facts);
  if (status === 429) return new RateLimitError(t, facts);
  if (status >= 500 || status === 408) return new ServerError(t, facts);
  return new InvalidRequestError(t, {
    ...facts,
    said: facts.said ?? t('status {0} from {1}', status, host),
  });
}

/** 403 is a missing role or a limit; reaching the number of control planes is a 400 (FACTS 2.5). */
function isQuota(status: number, { title, text }: Problem): boolean {
  if (status === 403) return /quota/i.test(title ?? '');
  return status === 400 && /usage limits? (?:have been |has been )?reached/i.test(text);
}

/** Some 403 no role can help against: a geo that is not switched on, an address that is not allowed (FACTS 1.1, 1.3). */
function namesOtherCause({ text }: Problem): boolean {
  return /\bopt(?:ed)?[ -]?in\b|\bIP\b|allow ?list/i.test(text);
}

/** Core entities say "taken" by 400: code 6, or 3 with a text about uniqueness. */
function isTaken(status: number, { code, text }: Problem): boolean {
  return status === 400 && (code === 6 || (code === 3 && /\bunique\b/i.test(text)));
}

function redirectError(
  { t, host, clean }: Context,
  { status, location }: Refusal,
  facts: Facts,
): KonnectError {
  const target = location === undefined ? '' : clean(hostOf(location));
  const message =
    target === ''
      ? t(
          '{0} answered with status {1} instead of data. Check the API address and the proxy.',
          host,
          status,
        )
      : t(
          '{0} points to {1} instead of answering. The access token was not sent there. Check the API address and the proxy.',
          host,
          target,
        );
  return new UnexpectedResponseError(t, message, facts);
}

/** Success by its status, but no data in it: a sign-in page, or an answer that was cut. */
export function contentError(
  { t, host, isWrite, clean }: Context,
  answer: Content,
): UnexpectedResponseError {
  const { text } = readProblem(answer.text, clean);
  const message =
    text === ''
      ? t(
          'The answer of {0} is cut off or is no JSON. Try again; if it stays so, check the API address and the proxy.',
          host,
        )
      : t(
          '{0} answered with a page instead of data: {1} Check the API address and the proxy.',
          host,
          sentence(text),
        );
  return new UnexpectedResponseError(t, message, { ...answer, uncertain: isWrite });
}

export interface Content {
  readonly status: number;
  readonly text: string;
  readonly traceId?: string | undefined;
}

export function sizeError({ t, host }: Context, status: number): UnexpectedResponseError {
  return new UnexpectedResponseError(
    t,
    t('The answer of {0} is too large to be right. Check the API address.', host),
    { status },
  );
}

function hostOf(location: string): string {
  return URL.canParse(location) ? new URL(location).host : '';
}

/** What can be learnt from the error of `fetch`. */
export interface Interruption {
  readonly error: KonnectError;
  readonly mayHaveArrived: boolean;
  readonly passing: boolean;
}

const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);
const noName = new Set(['ENOTFOUND', 'EAI_AGAIN']);
const limits: Readonly<Record<string, keyof Timeouts>> = {
  UND_ERR_CONNECT_TIMEOUT: 'connectMs',
  UND_ERR_HEADERS_TIMEOUT: 'headersMs',
  UND_ERR_BODY_TIMEOUT: 'bodyMs',
};
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|HOSTNAME_MISMATCH|CRL_/;

export function interruption(context: Context, cause: unknown, timeouts: Timeouts): Interruption {
  const { t, host } = context;
  const { code, text } = root(cause);
  // A proxy that refuses its tunnel has not let the request through.
  const mayHaveArrived = !notSent.has(code) && !/HTTP Tunneling/.test(text);
  const facts: Facts = { cause, uncertain: context.isWrite && mayHaveArrived };
  const limit = limits[code];
  if (limit !== undefined) {
    const late = new TimeoutError(t, host, timeouts[limit] / 1000, facts);
    return { error: late, mayHaveArrived, passing: true };
  }
  if (/\b407\b/.test(text)) return blocked(t, proxyText(t), cause);
  if (certificate.test(code)) {
    return blocked(
      t,
      t(
        'The certificate of {0} is not trusted ({1}). Add your organisation’s certificate authority to the system store or to NODE_EXTRA_CA_CERTS.',
        host,
        code,
      ),
      cause,
    );
  }
  const message = noName.has(code)
    ? t(
        'The name {0} cannot be resolved. Check the connection, the proxy and the API address.',
        host,
      )
    : t(
        'The connection to {0} failed: {1} Check the connection and the proxy, and try again.',
        host,
        sentence(text),
      );
  return { error: new NetworkError(t, message, facts), mayHaveArrived, passing: true };
}

function blocked(t: Translate, message: string, cause: unknown): Interruption {
  return { error: new NetworkError(t, message, { cause }), mayHaveArrived: false, passing: false };
}

function proxyText(t: Translate): string {
  return t(
    'The proxy wants a sign-in. Put the name and password into http.proxy, as in http://name:password@host:port, or the whole header into http.proxyAuthorization.',
  );
}

/** `fetch` wraps the reason, sometimes twice, and one per address that was tried. */
function root(error: unknown): { code: string; text: string } {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const inner = current instanceof AggregateError ? current.errors[0] : current.cause;
    if (!(inner instanceof Error)) break;
    current = inner;
  }
  if (!(current instanceof Error)) return { code: '', text: String(current) };
  const code = 'code' in current && typeof current.code === 'string' ? current.code : '';
  return { code, text: current.message || code || current.name };
}
