// Answers one request that has been read: time catches up, the operation is found, refusals get their words.

import type { World } from '../world/world';
import type { Answer, Operation } from './operation';
import { type ErrorBody, errorBody, notFound, Refusal } from './refusal';
import { checkToken, errorStyleOf, Router, splitGeo } from './router';

/** A request as it came over the wire. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

export interface Outgoing {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: unknown;
  readonly operation?: string;
  /** Seconds, or an HTTP date. */
  readonly retryAfter?: number | string;
}

export class Service {
  readonly #world: World;
  readonly #token: string;
  readonly #router: Router;
  readonly #refusedGeos: ReadonlySet<string>;

  constructor(
    world: World,
    token: string,
    operations: readonly Operation[],
    refusedGeos: readonly string[],
  ) {
    this.#world = world;
    this.#token = token;
    this.#router = new Router(operations);
    this.#refusedGeos = new Set(refusedGeos);
  }

  answer(incoming: Incoming): Outgoing {
    this.#world.timeline.catchUp();
    const place = splitGeo(incoming.url.pathname);
    const path = place?.path ?? incoming.url.pathname;
    const route = place && this.#router.find(incoming.method, place.geo, path);
    const operation = route?.operation.id;
    try {
      if (!route?.operation.open) checkToken(incoming.authorization, this.#token);
      if (!place || !route) throw notFound();
      if (this.#refusedGeos.has(place.geo)) throw this.#refusedGeo(place.geo);
      const answer = route.operation.handle({
        geo: place.geo,
        path,
        params: route.params,
        query: incoming.url.searchParams,
        body: parsed(incoming.body),
        contentType: incoming.contentType,
      });
      return { ...sent(answer), operation: route.operation.id };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...this.refuse(path, error), ...(operation !== undefined && { operation }) };
    }
  }

  /** `refusal` in the words of the service behind `path`. */
  refuse(path: string, refusal: Refusal): Outgoing {
    const { contentType, body }: ErrorBody = errorBody(
      errorStyleOf(path),
      refusal,
      this.#world.ids.trace(),
    );
    return { status: refusal.status, contentType, body };
  }

  #refusedGeo(geo: string): Refusal {
    return new Refusal(403, `The organization has not opted in to region '${geo}'.`);
  }
}

function sent({ status, body }: Answer): Outgoing {
  return body === undefined ? { status } : { status, contentType: 'application/json', body };
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    const problem = { field: 'body', reason: 'request format is invalid', source: 'body' } as const;
    throw new Refusal(400, 'Invalid request format', { invalid: [problem] });
  }
}
