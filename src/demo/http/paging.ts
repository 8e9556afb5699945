// The four ways in which Konnect's lists are cut into pages.

import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '../world/json';
import type { Call } from './operation';
import { type InvalidParameter, invalid } from './refusal';

const largestPage = 1000;

/** `page[number]` and `page[size]`: control planes, identity and all cloud gateway lists. */
export function numberedPage<T>(
  items: readonly T[],
  { query }: Call,
  answer: (item: T) => JsonObject,
): JsonObject {
  const size = Math.min(positive(query, 'page[size]', 10), largestPage);
  const number = positive(query, 'page[number]', 1);
  const data = items.slice((number - 1) * size, number * size).map(answer);
  return { meta: { page: { number, size, total: items.length } }, data };
}

/** `size` and `offset`: core entities. */
export function offsetPage(items: readonly JsonObject[], { query, path }: Call): JsonObject {
  const size = positive(query, 'size', 100);
  if (size > largestPage) throw invalid([tooLarge(size)]);
  const start = startOf(query.get('offset'), 'offset', items.length);
  const end = start + size;
  const data = items.slice(start, end);
  if (end >= items.length) return { data, next: null };
  const offset = cursor(end);
  return { data, next: `${path}?offset=${encodeURIComponent(offset)}`, offset };
}

/** `page[size]` and `page[after]` with `items`: nodes and plugin schemas. */
export function itemsPage(items: readonly JsonObject[], call: Call): JsonObject {
  const { from, next } = afterPage(items, call);
  return { items: from, page: { total_count: items.length, ...(next !== null && { next }) } };
}

/** `page[size]` and `page[after]` with `data`: config stores, their secrets, group memberships. */
export function cursorPage(
  items: readonly JsonObject[],
  call: Call,
  extra: JsonObject = {},
): JsonObject {
  const { from, size, next } = afterPage(items, call);
  return { meta: { page: { size, next, previous: null, ...extra } }, data: from };
}

function afterPage(items: readonly JsonObject[], { query, path }: Call) {
  const size = Math.min(positive(query, 'page[size]', 100), largestPage);
  const start = startOf(query.get('page[after]'), 'page[after]', items.length);
  const end = start + size;
  const next =
    end < items.length
      ? `${path}?page[size]=${size}&page[after]=${encodeURIComponent(cursor(end))}`
      : null;
  return { from: items.slice(start, end) as readonly Json[], size, next };
}

function positive(query: URLSearchParams, name: string, otherwise: number): number {
  const given = query.get(name);
  if (given === null || given === '') return otherwise;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  const problem: InvalidParameter = /^-?\d+$/.test(given)
    ? { field: name, rule: 'min', minimum: 1, reason: `${name} must be greater than or equal to 1` }
    : { field: name, rule: 'is_integer', reason: `${name} must be an integer number` };
  throw invalid([{ ...problem, source: 'query' }]);
}

function tooLarge(size: number): InvalidParameter {
  const reason = `invalid page_size '${size}', must be within range [1 - ${largestPage}]`;
  return { field: 'size', rule: 'max', maximum: largestPage, reason, source: 'query' };
}

/** A cursor is opaque, and one that was not made here is refused. */
function cursor(index: number): string {
  const seal = createHash('sha256').update(`cursor/${index}`).digest('hex').slice(0, 8);
  return Buffer.from(`${index}.${seal}`).toString('base64');
}

function startOf(given: string | null, name: string, count: number): number {
  if (given === null || given === '') return 0;
  const index = Number(Buffer.from(given, 'base64').toString().split('.')[0]);
  if (Number.isInteger(index) && cursor(index) === given) return Math.min(index, count);
  throw invalid([
    { field: name, rule: 'invalid', reason: `${name} is not a valid cursor`, source: 'query' },
  ]);
}
