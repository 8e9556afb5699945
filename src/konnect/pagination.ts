// Konnect's four ways of paging, turned into one stream of items (FACTS 2.1).
import * as z from 'zod/mini';
import { UnexpectedResponseError } from './errors';
import type { Http, Request } from './http';
import { inOrder } from './inOrder';
import type { Query } from './request/address';
import { number, type Reader, type Shape, text } from './shape';

export interface Api {
  readonly http: Http;
  readonly reader: Reader;
}

export interface Paging {
  readonly style: 'numbered' | 'offset' | 'items' | 'cursor';
  readonly size: number;
}

/** `page[number]` and a total. The size is what Kong's own clients ask for; no maximum is published. */
export const numbered: Paging = { style: 'numbered', size: 100 };
/** Core entities: an opaque `offset`. The size is the documented maximum. */
export const offset: Paging = { style: 'offset', size: 1000 };
/** `{items, page: {total_count, next}}`. */
export const items: Paging = { style: 'items', size: 100 };
/** `{data, meta: {page: {next}}}`. */
export const cursor: Paging = { style: 'cursor', size: 100 };

/** Pages of one list under way at a time; transport.ts allows as many connections per host. */
const parallel = 16;
/** No organisation has as much: what does not end is a fault. */
const mostPages = 1000;

export interface ListRequest<T> {
  readonly paging: Paging;
  readonly request: Omit<Request, 'method' | 'body'>;
  readonly shape: Shape<T>;
}

/** The items of all pages in order. */
export function pages<T>(api: Api, list: ListRequest<T>): AsyncGenerator<T> {
  const { style } = list.paging;
  return style === 'numbered' ? byNumber(api, list) : byCursor(api, list, dialects[style]);
}

interface Page<T> {
  readonly items: readonly T[];
  readonly total: number | undefined;
  readonly next: string | undefined;
}

/** The remaining pages are fetched side by side once the first has told the total. */
async function* byNumber<T>(api: Api, list: ListRequest<T>): AsyncGenerator<T> {
  const unseen = new Unseen<T>(api.http, list.shape.name);
  const { size } = list.paging;
  const read = (page: number, signal: AbortSignal | undefined): Promise<Page<T>> =>
    readPage(api, list, { 'page[number]': page, 'page[size]': size }, dialects.numbered, signal);
  const { signal } = list.request;
  const first = await read(1, signal);
  yield* unseen.of(first.items, size);
  // The server may give less than was asked for; a page that is not the last one shows how much.
  const perPage = first.items.length;
  let last = first;
  let count = perPage === 0 ? 1 : Math.ceil((first.total ?? 0) / perPage) || 1;
  if (count > mostPages) throw endless(api.http, list.shape.name);
  const rest = Array.from({ length: count - 1 }, (_, index) => index + 2);
  for await (const page of inOrder(rest, parallel, signal, read)) {
    yield* unseen.of(page.items, perPage);
    last = page;
  }
  // Without a total, or when the list has grown meanwhile.
  while (
    last.items.length >= perPage &&
    perPage > 0 &&
    (last.total ?? Infinity) > count * perPage
  ) {
    count += 1;
    if (count > mostPages) throw endless(api.http, list.shape.name);
    last = await read(count, signal);
    yield* unseen.of(last.items, perPage);
  }
}

async function* byCursor<T>(api: Api, list: ListRequest<T>, dialect: Dialect): AsyncGenerator<T> {
  const { size } = list.paging;
  const unseen = new Unseen<T>(api.http, list.shape.name);
  const used = new Set<string>();
  let after: string | undefined;
  let perPage = 0;
  let found = 0;
  for (let count = 0; count < mostPages; count += 1) {
    const query = { [dialect.size]: size, [dialect.cursor]: after };
    const page = await readPage(api, list, query, dialect, list.request.signal);
    perPage ||= page.items.length;
    // Whatever its length, a page before the last one is a full one.
    const full = page.next === undefined ? perPage : 1;
    for (const item of unseen.of(page.items, full)) {
      found += 1;
      yield item;
    }
    if (page.next === undefined) {
      const isCut = page.items.length >= size && found < (page.total ?? 0);
      if (isCut) throw incomplete(api.http, list.shape.name, found, page.total ?? 0);
      return;
    }
    if (used.has(page.next)) throw repeated(api.http, list.shape.name);
    used.add(page.next);
    after = page.next;
  }
  throw endless(api.http, list.shape.name);
}

async function readPage<T>(
  { http, reader }: Api,
  { request, shape }: ListRequest<T>,
  query: Query,
  dialect: Dialect,
  signal: AbortSignal | undefined,
): Promise<Page<T>> {
  const whole = { ...request.query, ...query };
  const answer = await http.send({ ...request, method: 'GET', query: whole, signal });
  const envelope = reader.read(dialect.envelope(shape.name), answer);
  return { ...envelope, items: envelope.items.map((item) => reader.read(shape, item)) };
}

/** How one style names its parameters, and where it puts items, total and the next cursor. */
interface Dialect {
  readonly size: string;
  readonly cursor: string;
  readonly envelope: (name: string) => Shape<Page<unknown>>;
}

const data = z.nullable(z.array(z.unknown()));
const dialects = {
  numbered: dialect(
    'page[size]',
    '',
    z.looseObject({
      data,
      meta: z.nullish(z.looseObject({ page: z.nullish(z.looseObject({ total: number })) })),
    }),
    ({ data, meta }) => [data, meta?.page?.total, undefined],
  ),
  offset: dialect('size', 'offset', z.looseObject({ data, offset: text }), ({ data, offset }) => [
    data,
    undefined,
    offset,
  ]),
  items: dialect(
    'page[size]',
    'page[after]',
    // An empty list may come without its items, as is the way of protocol buffers.
    z.looseObject({
      items: z.optional(data),
      page: z.nullish(z.looseObject({ total_count: number, next: text })),
    }),
    ({ items, page }) => [items, page?.total_count, cursorOf(page?.next)],
  ),
  cursor: dialect(
    'page[size]',
    'page[after]',
    z.looseObject({
      data,
      meta: z.nullish(
        z.looseObject({ page: z.nullish(z.looseObject({ total: number, next: text })) }),
      ),
    }),
    ({ data, meta }) => [data, meta?.page?.total, cursorOf(meta?.page?.next)],
  ),
} satisfies Record<Paging['style'], Dialect>;

type Found = readonly [
  unknown[] | null | undefined,
  number | null | undefined,
  string | null | undefined,
];

function dialect<E>(
  size: string,
  cursorKey: string,
  envelope: z.ZodMiniType<E>,
  find: (envelope: E) => Found,
): Dialect {
  const schema = z.pipe(
    envelope,
    z.transform((found: E): Page<unknown> => {
      const [list, total, next] = find(found);
      return { items: list ?? [], total: total ?? undefined, next: next || undefined };
    }),
  );
  return { size, cursor: cursorKey, envelope: (name) => ({ name: `list of ${name}`, schema }) };
}

/** `next` is an address with `page[after]` in it, or the cursor itself. */
function cursorOf(next: string | null | undefined): string | null | undefined {
  if (next === null || next === undefined || !next.includes('?')) return next;
  return new URLSearchParams(next.slice(next.indexOf('?'))).get('page[after]') ?? next;
}

/** Lets each item through once: a list that changes while it is read shifts items between pages. */
class Unseen<T> {
  readonly #before = new Set<string>();
  constructor(
    private readonly http: Http,
    private readonly name: string,
  ) {}

  /** Throws for a page of at least `fullSize` items that were all on the pages before it. */
  *of(page: readonly T[], fullSize: number): Generator<T> {
    const here = new Set<string>();
    let isRepeated = page.length > 0 && page.length >= fullSize;
    for (const item of page) {
      const id = idOf(item);
      const key = id ?? JSON.stringify(item);
      // What has no id may be twice on one page and be two things.
      if (this.#before.has(key) || (id !== undefined && here.has(key))) continue;
      here.add(key);
      isRepeated = false;
      yield item;
    }
    for (const key of here) this.#before.add(key);
    if (isRepeated) throw repeated(this.http, this.name);
  }
}

function idOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined;
  return typeof item.id === 'string' ? item.id : undefined;
}

function repeated({ t }: Http, name: string): UnexpectedResponseError {
  return new UnexpectedResponseError(
    t,
    t('Konnect sent the same page twice while listing ({0}). Try again.', name),
    {},
  );
}

function endless({ t }: Http, name: string): UnexpectedResponseError {
  return new UnexpectedResponseError(
    t,
    t('Konnect’s list does not end after {1} pages ({0}). Try again.', name, mostPages),
    {},
  );
}

function incomplete(
  { t }: Http,
  name: string,
  found: number,
  total: number,
): UnexpectedResponseError {
  return new UnexpectedResponseError(
    t,
    t(
      'Konnect sent {1} of {2} entries and no way to the rest ({0}). Try again.',
      name,
      found,
      total,
    ),
    {},
  );
}
