// The verbs that resources share: one path with a shape, and items below it that are addressed by one parameter.

import type { Geo } from '../geo';
import type { Cancellable } from '../http';
import { type Api, type Paging, pages } from '../pagination';
import type { Query } from '../request/address';
import type { Shape } from '../shape';

/** The Konnect roles that allow reading, writing and creating; only for the text of a 403 (FACTS 1.5). */
export interface Roles {
  readonly read?: string;
  readonly write?: string;
  readonly create?: string;
}

export interface Definition<T> {
  /** Template of the collection. */
  readonly path: string;
  /** Name of the parameter that picks one item. */
  readonly item: string;
  readonly shape: Shape<T>;
  readonly roles: Roles;
  readonly paging: Paging;
  /** What of a body no error text may repeat. */
  readonly secretsOf?: (body: unknown) => readonly string[];
  /** Where a single item is found in an answer; the whole answer when absent. */
  readonly unwrap?: (answer: unknown) => unknown;
}

/** Where a definition is used: the geo, and what its path needs besides the item. */
export interface Place {
  readonly geo: Geo;
  readonly parameters?: Readonly<Record<string, string>>;
}

export class Endpoint<T> {
  readonly #api: Api;
  readonly #definition: Definition<T>;
  readonly #place: Place;

  constructor(api: Api, definition: Definition<T>, place: Place) {
    this.#api = api;
    this.#definition = definition;
    this.#place = place;
  }

  list(query: Query, { signal }: Cancellable): AsyncGenerator<T> {
    const { path, roles, paging, shape } = this.#definition;
    const request = { ...this.#place, path, query, role: roles.read, signal };
    return pages(this.#api, { paging, request, shape });
  }

  get(id: string, options: Cancellable): Promise<T> {
    return this.#one('GET', id, undefined, this.#definition.roles.read, options);
  }

  async create(body: unknown, { signal }: Cancellable): Promise<T> {
    const { path, roles, secretsOf } = this.#definition;
    const role = roles.create ?? roles.write;
    const request = {
      ...this.#place,
      method: 'POST' as const,
      path,
      body,
      role,
      signal,
      secrets: secretsOf?.(body),
    };
    return this.#read(await this.#api.http.send(request), true);
  }

  put(id: string, body: unknown, options: Cancellable): Promise<T> {
    return this.#one('PUT', id, body, this.#definition.roles.write, options);
  }

  patch(id: string, body: unknown, options: Cancellable): Promise<T> {
    return this.#one('PATCH', id, body, this.#definition.roles.write, options);
  }

  async delete(id: string, { signal }: Cancellable, query: Query = {}): Promise<void> {
    const role = this.#definition.roles.write;
    await this.#api.http.send({ ...this.#at(id), method: 'DELETE', query, role, signal });
  }

  async #one(
    method: 'GET' | 'PUT' | 'PATCH',
    id: string,
    body: unknown,
    role: string | undefined,
    { signal }: Cancellable,
  ): Promise<T> {
    const secrets = this.#definition.secretsOf?.(body);
    const request = { ...this.#at(id), method, body, role, signal, secrets };
    return this.#read(await this.#api.http.send(request), method !== 'GET');
  }

  #at(id: string) {
    const { path, item } = this.#definition;
    const parameters = { ...this.#place.parameters, [item]: id };
    return { geo: this.#place.geo, path: `${path}/{${item}}`, parameters };
  }

  #read(answer: unknown, ofWrite: boolean): T {
    const { shape, unwrap = (whole) => whole } = this.#definition;
    return this.#api.reader.read(shape, unwrap(answer), ofWrite);
  }
}

/** All texts below one property of a body, such as a plugin's `config`, that are long enough to be secrets. */
export function textsIn(property: string): (body: unknown) => readonly string[] {
  return (body) => [...texts(typeof body === 'object' && body ? Reflect.get(body, property) : [])];
}

/** What follows a colon counts by itself too: `Authorization:Bearer …` */
function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    yield* [value, value.slice(value.indexOf(':') + 1)].filter(({ length }) => length >= 6);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* texts(inner);
  }
}
