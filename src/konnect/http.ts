// One request to Konnect from address to JSON: token, time limit, retries, errors, and one log line per try.
import { setMaxListeners } from 'node:events';
import type { Translate } from '../text';
import type { Clock } from './clock';
import { CancelledError, type KonnectError, TimeoutError } from './errors';
import { type Context, contentError, interruption, refusalError, sizeError } from './failure';
import { readProblem, traceIdOf } from './problem';
import { redact } from './redact';
import { requestUrl, type Target } from './request/address';
import { readBody } from './request/body';
import { Slots } from './request/slots';
import { TimeLimit } from './request/timeLimit';
import { readToken, type TokenSource } from './request/token';
import { type Connections, connectionsPerHost, type Timeouts } from './request/transport';
import { type Method, retryAfterMs, retryDelayMs } from './retry';

/** All that is ever logged of a request: no body, no header, no filled-in path. */
export interface RequestLogLine {
  readonly method: Method;
  readonly path: string;
  /** The status of the answer, or why there is none. */
  readonly status: number | 'network' | 'timeout' | 'cancelled';
  readonly durationMs: number;
  readonly traceId?: string;
  readonly attempt: number;
}

export interface Cancellable {
  readonly signal?: AbortSignal | undefined;
}

export interface Request extends Target, Cancellable {
  readonly method: Method;
  readonly body?: unknown;
  /** The Konnect role that allows this, for the message of a 403. */
  readonly role?: string | undefined;
  /** Values of the body that no error text may repeat. */
  readonly secrets?: readonly string[] | undefined;
  /** True for a question that Konnect wants posted. */
  readonly savesNothing?: boolean;
  /** True for what Konnect tells without a token. */
  readonly anonymous?: boolean;
}

/** Each version of undici types the dispatcher differently, and none knows the others' type. */
type FetchInit = Omit<RequestInit, 'dispatcher'> & { readonly dispatcher: Connections };
export type Fetch = (url: URL, init: FetchInit) => Promise<Response>;

export interface HttpOptions {
  readonly apiUrl: string;
  readonly token: TokenSource;
  /** Besides the token: what no text may repeat. */
  readonly secrets: () => readonly string[];
  readonly fetch: Fetch;
  readonly connections: Connections;
  readonly timeouts: Timeouts;
  readonly clock: Clock;
  readonly log: (line: RequestLogLine) => void;
  readonly t: Translate;
  /** Ends everything under way when the client closes. */
  readonly closing: AbortSignal;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly traceId?: string | undefined;
}

interface Failed {
  readonly error: KonnectError;
  readonly status: RequestLogLine['status'];
  readonly mayHaveArrived: boolean;
  readonly passing: boolean;
}

/** What every try of a request has in common. */
interface Prepared {
  readonly request: Request;
  readonly url: URL;
  readonly token: string | undefined;
  readonly context: Context;
}

export class Http {
  readonly #options: HttpOptions;
  readonly #slots = new Slots(connectionsPerHost);
  #lastToken = '';

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  get t(): Translate {
    return this.#options.t;
  }

  /** Without the token in use and the other secrets, whatever they look like. */
  clean(text: string): string {
    return redact(text, [this.#lastToken, ...this.#options.secrets()]);
  }

  /** The parsed JSON of the answer; undefined when it is empty. */
  async send(request: Request): Promise<unknown> {
    const prepared = await this.#prepare(request);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.#try(prepared, attempt);
      if ('text' in outcome) return json(prepared.context, outcome);
      // The first try of a delete whose answer was lost may have deleted.
      if (attempt > 1 && request.method === 'DELETE' && outcome.status === 404) return undefined;
      const delay = this.#delay(request.method, attempt, outcome);
      if (delay === undefined) throw outcome.error;
      await this.#wait(delay, request);
    }
  }

  async #prepare(request: Request): Promise<Prepared> {
    const { t, apiUrl, token: source, secrets: others } = this.#options;
    const url = requestUrl(t, apiUrl, request);
    const token = request.anonymous === true ? undefined : await readToken(t, source);
    this.#lastToken = token ?? this.#lastToken;
    const secrets = [
      ...(token === undefined ? [] : [token]),
      ...(request.secrets ?? []),
      ...others(),
    ];
    const clean = (text: string): string => redact(text, secrets);
    const isWrite = request.method !== 'GET' && request.savesNothing !== true;
    return {
      request,
      url,
      token,
      context: { t, host: url.host, role: request.role, isWrite, clean },
    };
  }

  async #try(prepared: Prepared, attempt: number): Promise<Answer | Failed> {
    const { t, clock, log } = this.#options;
    const { request, url } = prepared;
    if (!(await this.#slots.take(url.host, this.#callers(request)))) throw new CancelledError(t);
    const started = clock.now();
    const outcome = await this.#exchange(prepared);
    this.#slots.release(url.host);
    const traceId = 'text' in outcome ? outcome.traceId : outcome.error.traceId;
    log({
      method: request.method,
      path: request.path,
      status: outcome.status,
      durationMs: Math.round(clock.now() - started),
      ...(traceId === undefined ? {} : { traceId }),
      attempt,
    });
    return outcome;
  }

  /** Never rejects. */
  async #exchange(prepared: Prepared): Promise<Answer | Failed> {
    const { clock, timeouts, fetch } = this.#options;
    const { request, url, context } = prepared;
    // The connections keep these limits too, but VS Code may use others in their place.
    const limit = new TimeLimit(
      clock,
      timeouts.connectMs + timeouts.headersMs,
      this.#callers(request),
    );
    try {
      const response = await fetch(url, this.#init(prepared, limit.signal));
      limit.restart(timeouts.totalMs);
      return await this.#read(response, context);
    } catch (error) {
      return this.#failed(error, limit, context);
    } finally {
      limit.release();
    }
  }

  #init({ request, token }: Prepared, signal: AbortSignal): FetchInit {
    return {
      method: request.method,
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: 'manual',
      signal,
      dispatcher: this.#options.connections,
    };
  }

  async #read(response: Response, context: Context): Promise<Answer | Failed> {
    const { headers, status } = response;
    const text = await readBody(response);
    if (text === undefined) return final(sizeError(context, status), status);
    const traceId = traceIdOf(context.clean(headers.get('x-datadog-trace-id') ?? ''));
    if (response.ok) return { status, text, traceId };
    const problem = readProblem(text, context.clean);
    const error = refusalError(context, {
      status,
      problem,
      traceId: problem.traceId ?? traceId,
      retryAfterMs: retryAfterMs(headers.get('retry-after'), this.#options.clock.now()),
      location: headers.get('location') ?? undefined,
    });
    return { error, status, mayHaveArrived: true, passing: true };
  }

  #failed(error: unknown, limit: TimeLimit, context: Context): Failed {
    const { t, timeouts } = this.#options;
    const facts = { cause: error, uncertain: context.isWrite };
    if (limit.ending === 'cancelled') return final(new CancelledError(t, facts), 'cancelled');
    if (limit.ending === 'timeout') {
      const late = new TimeoutError(t, context.host, limit.seconds, facts);
      return { error: late, status: 'timeout', mayHaveArrived: true, passing: true };
    }
    const found = interruption(context, error, timeouts);
    return { ...found, status: found.error.kind === 'timeout' ? 'timeout' : 'network' };
  }

  #delay(method: Method, attempt: number, failed: Failed): number | undefined {
    const { status, error, mayHaveArrived, passing } = failed;
    return retryDelayMs(
      {
        method,
        attempt,
        mayHaveArrived,
        passing,
        ...(typeof status === 'number' ? { status } : {}),
        ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
      },
      this.#options.clock.random(),
    );
  }

  async #wait(ms: number, request: Request): Promise<void> {
    const wait = new TimeLimit(this.#options.clock, ms, this.#callers(request));
    await wait.over();
    wait.release();
    if (wait.ending === 'cancelled') throw new CancelledError(this.#options.t);
  }

  /** Who may end a request. */
  #callers({ signal }: Request): readonly AbortSignal[] {
    const { closing } = this.#options;
    const callers = signal === undefined ? [closing] : [closing, signal];
    // Many requests share one signal, and Node warns of a leak from the 11th listener on.
    setMaxListeners(0, ...callers);
    return callers;
  }
}

function json(context: Context, { status, text, traceId }: Answer): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own error quotes the text, which may hold a secret.
    throw contentError(context, { status, text, traceId });
  }
}

function final(error: KonnectError, status: RequestLogLine['status']): Failed {
  return { error, status, mayHaveArrived: true, passing: false };
}
